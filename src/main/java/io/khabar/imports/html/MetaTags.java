package io.khabar.imports.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The {@code meta} elements of a page by the name they go by, whichever attribute holds it. */
final class MetaTags {
    /** Its names are written with a colon as well. */
    private static final Pattern DUBLIN_CORE = Pattern.compile("^(dc|dcterms):");

    private final Map<String, List<String>> values = new HashMap<>();

    private MetaTags() {}

    static MetaTags of(Document page) {
        MetaTags tags = new MetaTags();
        for (Element meta : page.select("meta[content]")) {
            String content = meta.attr("content");
            if (content.isBlank()) {
                continue;
            }
            for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
                for (String name : meta.attr(attribute).toLowerCase(Locale.ROOT).split("\\s+", -1)) {
                    if (!name.isEmpty()) {
                        tags.values
                                .computeIfAbsent(
                                        DUBLIN_CORE.matcher(name).replaceFirst("$1."), unused -> new ArrayList<>())
                                .add(content);
                    }
                }
            }
        }
        return tags;
    }

    /** The first value of the first of these names that has one. */
    @Nullable String first(String... names) {
        for (String name : names) {
            List<String> found = values.get(name);
            if (found != null) {
                return found.getFirst();
            }
        }
        return null;
    }

    /** All values of a name. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
