package io.khabar.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.SettableClock;
import io.khabar.fixture.Sources;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.list.Lists;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long keys are kept and claims hold, by a clock of the test that is long before that of others. */
@QuarkusTest
class OnceTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String HASH = "00".repeat(32);
    private static final String OTHER = "11".repeat(32);

    @Inject
    Lists database;

    private final SettableClock clock = new SettableClock(Instant.parse("2001-01-01T00:00:00Z"));

    private static ProblemCode refusal(Runnable request) {
        return assertThrows(ProblemException.class, request::run).code();
    }

    @Test
    void keepsAnswersForADay() {
        Once once = new Once(database, clock);
        IdempotencyKey key = new IdempotencyKey("importArticles", Sources.fresh("key"));
        assertTrue(once.claim(key));
        once.keep(key, HASH, Response.ok().type("text/plain").build(), "done".getBytes(StandardCharsets.UTF_8));
        clock.advance(DAY);
        assertFalse(once.claim(key), "it was done");
        assertEquals("done", new String((byte[]) once.replay(key, HASH).getEntity(), StandardCharsets.UTF_8));
        assertEquals(ProblemCode.IDEMPOTENCY_KEY_REUSED, refusal(() -> once.replay(key, OTHER)));
        clock.advance(SECOND);
        assertTrue(once.claim(key), "nobody knows of it any more");
        once.release(key);
    }

    /** As after a crash: who sends the same again with its key is not to wait for ever. */
    @Test
    void givesTheClaimOfADeadProcessToTheNext() {
        Once once = new Once(database, clock);
        IdempotencyKey key = new IdempotencyKey("importArticles", Sources.fresh("key"));
        assertTrue(once.claim(key));
        clock.advance(MINUTE);
        assertEquals(ProblemCode.IDEMPOTENCY_KEY_IN_USE, refusal(() -> once.claim(key)));
        once.renew(key);
        clock.advance(MINUTE);
        assertEquals(ProblemCode.IDEMPOTENCY_KEY_IN_USE, refusal(() -> once.claim(key)), "it still runs");
        clock.advance(SECOND);
        assertTrue(once.claim(key), "it says nothing any more");
        assertEquals(ProblemCode.IDEMPOTENCY_KEY_IN_USE, refusal(() -> once.claim(key)), "it has been taken over");
        once.release(key);
        assertTrue(once.claim(key), "it was given back");
        once.release(key);
    }
}
