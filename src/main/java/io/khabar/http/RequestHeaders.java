package io.khabar.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headers of requests that the framework takes for something else than what they say. */
final class RequestHeaders {

    private static final CharSequence PREFER = HttpHeaders.createOptimized("Prefer");
    private static final List<CharSequence> LISTS = List.of(
            HttpHeaders.createOptimized("If-Match"),
            HttpHeaders.createOptimized("If-None-Match"),
            PREFER,
            HttpHeaders.ACCEPT);

    private RequestHeaders() {}

    /** Puts them into the form in which they are read; what is wrong with them, or null. */
    static @Nullable ProblemException settle(MultiMap headers) {
        if (headers.contains(HttpHeaders.ACCEPT)
                && headers.getAll(HttpHeaders.ACCEPT).stream().noneMatch(MediaRange::isIn)) {
            // An empty list says nothing (RFC 9110, section 5.6.1); the framework would find nothing acceptable.
            headers.remove(HttpHeaders.ACCEPT);
        }
        return joinLines(headers);
    }

    /**
     * Makes one line of the lines of a header that is a list (RFC 9110, section 5.3), as resources look at the first alone.
     * A condition without an entity tag is a mistake: taken for none it would make a careful write a careless one.
     */
    private static @Nullable ProblemException joinLines(MultiMap headers) {
        for (CharSequence name : LISTS) {
            if (headers.contains(name)) {
                List<String> lines = headers.getAll(name);
                String list = String.join(", ", lines);
                if (name != PREFER
                        && name != HttpHeaders.ACCEPT
                        && list.replace(',', ' ').isBlank()) {
                    return ProblemException.of(
                            ProblemCode.INVALID_REQUEST,
                            Fault.header(
                                    name.toString(),
                                    "empty",
                                    "names no entity tag: leave the header out, or send one"));
                }
                if (lines.size() > 1) {
                    headers.set(name, list);
                }
            }
        }
        return null;
    }
}
