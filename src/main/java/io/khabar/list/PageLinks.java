package io.khabar.list;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Link} header of a page (RFC 8288). Targets are relative to the server, so that they are right behind any
 * proxy.
 */
final class PageLinks {

    private PageLinks() {}

    static String of(Page.Place place, String path, @Nullable String rawQuery) {
        String others = rawQuery == null
                ? ""
                : Arrays.stream(rawQuery.split("&", -1))
                        .filter(pair -> !pair.isEmpty() && !pair.equals("cursor") && !pair.startsWith("cursor="))
                        .collect(Collectors.joining("&"))
                        // Clients that do not encode these would end the target early.
                        .replace("<", "%3C")
                        .replace(">", "%3E")
                        .replace("\"", "%22");
        StringBuilder links = new StringBuilder();
        link(links, path, others, null, "first");
        if (place.previousCursor() != null) {
            link(links, path, others, place.previousCursor(), "prev");
        }
        if (place.nextCursor() != null) {
            link(links, path, others, place.nextCursor(), "next");
        }
        return links.toString();
    }

    private static void link(StringBuilder links, String path, String others, @Nullable String cursor, String rel) {
        if (!links.isEmpty()) {
            links.append(", ");
        }
        links.append('<').append(path);
        char joint = '?';
        if (!others.isEmpty()) {
            links.append(joint).append(others);
            joint = '&';
        }
        if (cursor != null) {
            links.append(joint).append("cursor=").append(cursor);
        }
        links.append(">; rel=\"").append(rel).append('"');
    }
}
