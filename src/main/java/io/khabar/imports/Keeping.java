package io.khabar.imports;

import io.khabar.idempotency.IdempotencyKey;
import io.khabar.idempotency.Once;
import io.khabar.idempotency.RequestHash;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps the answer to one import, where the client has named it by a key. */
final class Keeping {

    private static final Duration RENEWAL = Duration.ofSeconds(15);

    private final Once once;
    private final @Nullable IdempotencyKey key;
    private final RequestHash body;
    private final String rest;
    private final Clock clock;
    private Instant renewed;

    /**
     * Keeps an answer.
     *
     * @param body what is read of the request
     * @param rest what else of the request its answer hangs on
     */
    Keeping(Once once, @Nullable IdempotencyKey key, RequestHash body, String rest, Clock clock) {
        this.once = once;
        this.key = key;
        this.body = body;
        this.rest = rest;
        this.clock = clock;
        this.renewed = clock.instant();
    }

    /** The answer that was given before; null where the import is to be run. */
    @Nullable Response before() throws IOException {
        return key == null || once.claim(key) ? null : once.replay(key, body.end(rest));
    }

    /** Says from time to time that the import still runs. */
    void renew() {
        Instant now = clock.instant();
        if (key != null && renewed.plus(RENEWAL).isBefore(now)) {
            once.renew(key);
            renewed = now;
        }
    }

    /**
     * Keeps the report.
     *
     * @param report null where it is too large
     * @param totals what is kept of one that is
     */
    void keep(String type, byte @Nullable [] report, String totals) throws IOException {
        if (key != null) {
            once.keep(
                    key,
                    body.end(rest),
                    Response.ok().type(type).build(),
                    report == null ? totals.getBytes(StandardCharsets.UTF_8) : report);
        }
    }

    /** The import failed: it may be sent again. */
    void release() {
        if (key != null) {
            once.release(key);
        }
    }
}
