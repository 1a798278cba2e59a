package io.khabar.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The id of the request that is being answered: on every response, in every problem and log line. */
@Singleton
public class RequestIds {

    /** The header that carries it, on requests and responses. */
    public static final String HEADER = "X-Request-Id";

    /** Most characters of an id that a client gives. */
    public static final int LONGEST = 100;

    /** What such an id looks like, as a regular expression of JSON Schema. */
    public static final String FORM = "^[A-Za-z0-9._:-]+$";

    private final CurrentVertxRequest request;

    RequestIds(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The id of the current request; empty outside of one. */
    public String current() {
        @Nullable RoutingContext context = request.getCurrent();
        String id = context == null ? null : context.response().headers().get(HEADER);
        return id == null ? "" : id;
    }

    /**
     * The id that a client gave, if it may stand in a log line: 1 to 100 letters, digits, {@code . _ : -}; else a new
     * one of 64 random bits. It need not be secret or unique for ever, only cheap and distinct in a log.
     */
    static String saneOrNew(@Nullable String given) {
        return given != null && isSane(given)
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static boolean isSane(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean sane = (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || (c >= 'A' && c <= 'Z')
                    || c == '-'
                    || c == '_'
                    || c == '.'
                    || c == ':';
            if (!sane) {
                return false;
            }
        }
        return true;
    }
}
