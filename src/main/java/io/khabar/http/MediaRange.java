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
                    .toList();
        } catch (RuntimeException unreadable) {
            // A quote that does not end, for one, is out of bounds there.
            return List.of();
        }
    }

    private static String part(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }
}
