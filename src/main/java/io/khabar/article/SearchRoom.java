package io.khabar.article;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Room for searches that read very many hits, a few at a time: each takes memory and the database's time. */
@Singleton
class SearchRoom {

    private final Semaphore room;
    private final Duration patience;

    @Inject
    SearchRoom() {
        this(new Semaphore(2, true), Duration.ofSeconds(5));
    }

    /**
     * Room for some.
     *
     * @param room a permit for each
     * @param patience how long one waits
     */
    SearchRoom(Semaphore room, Duration patience) {
        this.room = room;
        this.patience = patience;
    }

    /**
     * Enters, once there is room; who does must {@link #leave}.
     *
     * @throws ProblemException {@code search-unavailable} where there is none after the patience
     */
    void enter() {
        boolean in = false;
        try {
            in = room.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!in) {
            throw new ProblemException(
                            ProblemCode.SEARCH_UNAVAILABLE,
                            "Too many searches read very many hits now. Narrow `q` or the filters, or try again.")
                    .header("Retry-After", "5");
        }
    }

    void leave() {
        room.release();
    }
}
