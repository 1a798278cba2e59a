package io.khabar.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BulkWritesTest {

    /** More than a follower waits at once. */
    private static final Duration LONG = Duration.ofHours(1);

    private final BulkWrites bulk = new BulkWrites();

    private void makesWay(boolean expected) {
        assertEquals(expected, bulk.makeWay(System.nanoTime() - 1_000_000));
    }

    @Test
    void isMadeForWhoWritesMany() {
        makesWay(false);
        try (BulkWrites.Writing few = bulk.begin()) {
            few.wrote(BulkWrites.MANY - 1);
            makesWay(false);
            try (BulkWrites.Writing many = bulk.begin()) {
                many.wrote(BulkWrites.MANY - 1);
                makesWay(false);
                many.wrote(1);
                makesWay(true);
                many.wrote(5 * BulkWrites.MANY);
            }
            makesWay(false);
            few.wrote(BulkWrites.MANY);
            makesWay(true);
        }
        makesWay(false);
    }

    /** How long somebody waits who has worked for so long. */
    private Duration waitAfter(Duration worked) {
        long begun = System.nanoTime();
        bulk.makeWay(begun - worked.toNanos());
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void takesAsLongAsTheWork() {
        try (BulkWrites.Writing many = bulk.begin()) {
            many.wrote(BulkWrites.MANY);
            assertTrue(waitAfter(Duration.ofMillis(120)).compareTo(Duration.ofMillis(120)) >= 0);
            Duration longest = waitAfter(LONG);
            assertTrue(longest.compareTo(Duration.ofMinutes(1)) < 0, longest::toString);
        }
    }

    @Test
    void endsForWhoIsToStop() throws InterruptedException {
        try (BulkWrites.Writing many = bulk.begin()) {
            many.wrote(BulkWrites.MANY);
            CountDownLatch waiting = new CountDownLatch(1);
            Thread follower = Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                waiting.countDown();
                for (int i = 0; i < 1_000; i++) {
                    bulk.makeWay(System.nanoTime() - LONG.toNanos());
                }
            });
            waiting.await();
            assertTrue(follower.join(Duration.ofSeconds(30)), "a thousand waits of half a second");
        }
    }
}
