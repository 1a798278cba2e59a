package io.khabar.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets web pages of other origins use the service (the CORS protocol of the Fetch standard).
 *
 * <p>Never with credentials: there are no cookies here, and a page that has an API key sends it itself. An origin that
 * may not do something is not refused, because only browsers send {@code Origin} and they alone enforce this: the answer
 * lacks the headers that would let the page read it. A preflight for it is answered 204 without them, which makes the
 * browser stop before it sends the request.
 */
@Singleton
class Cors {

    private static final String ANY = "*";

    private static final CharSequence ALLOW_ORIGIN = HttpHeaders.createOptimized("Access-Control-Allow-Origin");
    private static final CharSequence EXPOSE_HEADERS = HttpHeaders.createOptimized("Access-Control-Expose-Headers");
    private static final CharSequence ANY_ORIGIN = HttpHeaders.createOptimized(ANY);
    private static final CharSequence EXPOSED = HttpHeaders.createOptimized(
            "ETag, Link, Location, X-Request-Id, Preference-Applied, Search-Fresh, Retry-After");

    private static final String READING = "GET, HEAD";
    private static final String WRITING = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, If-Modified-Since,"
                    + " Last-Event-ID, Prefer, X-API-Key, X-Request-Id";

    private final boolean anyReads;
    private final boolean anyWrites;
    private final Set<String> readers;
    private final Set<String> writers;
    private final String maxAge;

    Cors(CorsSettings settings) {
        writers = Set.copyOf(settings.writeOrigins().orElse(List.of()));
        anyWrites = writers.contains(ANY);
        Set<String> all = new HashSet<>(settings.origins());
        all.addAll(writers);
        readers = Set.copyOf(all);
        anyReads = readers.contains(ANY);
        maxAge = Long.toString(settings.maxAge().toSeconds());
    }

    static boolean isPreflight(HttpServerRequest request) {
        return HttpMethod.OPTIONS.equals(request.method())
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                && request.headers().contains(HttpHeaders.ORIGIN);
    }

    /** Whether answers differ by origin, so that caches must keep them apart. */
    boolean varies() {
        return !anyReads;
    }

    /** Sets what lets a page of that origin, if the request comes from one, read the answer. */
    void grant(@Nullable String origin, MultiMap headers) {
        if (anyReads) {
            // Also without Origin: a cache may keep this answer for a browser that sends one.
            headers.set(ALLOW_ORIGIN, ANY_ORIGIN).set(EXPOSE_HEADERS, EXPOSED);
            return;
        }
        if (origin != null && readers.contains(origin)) {
            headers.set(ALLOW_ORIGIN, origin).set(EXPOSE_HEADERS, EXPOSED);
        }
    }

    /** Answers the question of a browser whether a page may send a request. It is never asked for a key. */
    void preflight(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap headers = context.response().headers();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String method = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        boolean mayWrite = anyWrites || writers.contains(origin);
        boolean reads = method.equals("GET") || method.equals("HEAD");
        if (headers.contains(ALLOW_ORIGIN) && (reads || mayWrite)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, mayWrite ? WRITING : READING)
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                    .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, maxAge);
        } else {
            headers.remove(ALLOW_ORIGIN).remove(EXPOSE_HEADERS);
        }
        context.response().setStatusCode(204).end();
    }
}
