package io.khabar.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;

/**
 * What a client accepts (RFC 9110, section 12.5.1).
 *
 * @param name {@code text/html}, {@code text/*} or {@code *}{@code /*}, in small letters
 * @param weight from 0, for what is ruled out, to 1
 */
public record MediaRange(String name, float weight) {

    /** What a request accepts, the best first; nothing where it does not say, or not so that it can be read. */
    public static List<MediaRange> accepted(RoutingContext request) {
        try {
            return request.parsedHeaders().accept().stream()
                    .map(range -> {
                        // Read lazily: without its weight it has no parts yet.
                        float weight = range.weight();
                        return new MediaRange(part(range.component()) + "/" + part(range.subComponent()), weight);
                    })
                    .filter(range -> isIn(range.name()))
                    .toList();
        } catch (RuntimeException unreadable) {
            // A quote that does not end, for one, is out of bounds there.
            return List.of();
        }
    }

    /** Whether there is anything in a header {@code Accept} that could be a media range: two names with a slash between them. */
    static boolean isIn(String accept) {
        for (int slash = accept.indexOf('/'); slash >= 0; slash = accept.indexOf('/', slash + 1)) {
            if (slash > 0
                    && isName(accept.charAt(slash - 1))
                    && slash + 1 < accept.length()
                    && isName(accept.charAt(slash + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(char c) {
        return c > ' ' && "\"/,;".indexOf(c) < 0;
    }

    private static String part(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }
}
