package io.khabar.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Example
    void isFasterWhileSomethingNewComes() {
        Duration interval = Pace.first(null);
        assertEquals(Duration.ofMinutes(30), interval);
        interval = Pace.next(interval, null, true);
        assertEquals(Duration.ofMinutes(15), interval);
        for (int i = 0; i < 5; i++) {
            interval = Pace.next(interval, null, true);
        }
        assertEquals(Pace.SHORTEST, interval);
        assertEquals(Duration.ofSeconds(450), Pace.next(interval, null, false));
        for (int i = 0; i < 20; i++) {
            interval = Pace.next(interval, null, false);
        }
        assertEquals(Pace.LONGEST, interval);
    }

    @Property
    void keepsToTheBoundsUnlessItIsSet(@ForAll @IntRange(min = 1, max = 1_000_000) int seconds, @ForAll boolean news) {
        Duration last = Duration.ofSeconds(seconds);
        Duration next = Pace.next(last, null, news);
        assertTrue(next.compareTo(Pace.SHORTEST) >= 0 && next.compareTo(Pace.LONGEST) <= 0, next::toString);
        assertEquals(Duration.ofMinutes(7), Pace.next(last, 7, news));
    }

    @Property
    void isNeverDueEarlierThanTheInterval(
            @ForAll @IntRange(min = 300, max = 604_800) int seconds,
            @ForAll @IntRange(min = 1, max = 1_000) int failures,
            @ForAll @DoubleRange(min = 0, max = 1) double chance) {
        Duration interval = Duration.ofSeconds(seconds);
        Instant soon = Pace.due(NOW, interval, chance);
        assertFalse(soon.isBefore(NOW.plus(interval)));
        assertFalse(soon.isAfter(NOW.plus(interval.multipliedBy(11).dividedBy(10))));
        Instant late = Pace.dueAfterFailure(NOW, interval, failures, null, chance);
        assertFalse(late.isBefore(NOW.plus(interval)));
        Duration longest = interval.compareTo(Pace.LONGEST) > 0 ? interval : Pace.LONGEST;
        assertFalse(late.isAfter(NOW.plus(longest.multipliedBy(3).dividedBy(2))));
        Instant later = Pace.dueAfterFailure(NOW, interval, failures + 1, null, chance);
        assertFalse(later.isBefore(late));
    }

    @Example
    void waitsTwiceAsLongAfterEachFailure() {
        Duration hour = Duration.ofHours(1);
        assertEquals(NOW.plus(hour), Pace.dueAfterFailure(NOW, hour, 1, null, 0));
        assertEquals(NOW.plus(Duration.ofHours(4)), Pace.dueAfterFailure(NOW, hour, 3, null, 0));
        assertEquals(NOW.plus(Duration.ofHours(24)), Pace.dueAfterFailure(NOW, hour, 30, null, 0));
        assertEquals(NOW.plus(Duration.ofMinutes(90)), Pace.dueAfterFailure(NOW, hour, 1, null, 1));
    }

    @Example
    void waitsAsLongAsTheServerWants() {
        Duration hour = Duration.ofHours(1);
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertEquals(tomorrow, Pace.dueAfterFailure(NOW, hour, 1, tomorrow, 0.5));
        assertEquals(NOW.plus(hour), Pace.dueAfterFailure(NOW, hour, 1, NOW.plusSeconds(5), 0));
        assertEquals(
                NOW.plus(Pace.MOST_PATIENCE), Pace.dueAfterFailure(NOW, hour, 1, NOW.plus(Duration.ofDays(4_000)), 0));
    }
}
