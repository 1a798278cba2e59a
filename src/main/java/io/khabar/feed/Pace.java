package io.khabar.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long until a feed is fetched again. Pure. */
final class Pace {

    static final Duration SHORTEST = Duration.ofMinutes(5);
    static final Duration LONGEST = Duration.ofDays(1);

    /** For a feed of which nothing is known yet. */
    static final Duration FIRST = Duration.ofMinutes(30);

    /** A server may ask for so much patience; what asks for more is taken for a mistake. */
    static final Duration MOST_PATIENCE = Duration.ofDays(7);

    /** So much of an interval chance adds at most, so that feeds that were added together part. */
    private static final double SCATTER = 0.1;

    /** After failures it is more: a server that comes back is not to be met by all at once. */
    private static final double SCATTER_OF_FAILURES = 0.5;

    private Pace() {}

    /** The interval that an editor sets, or the first one. */
    static Duration first(@Nullable Integer minutes) {
        return minutes == null ? FIRST : Duration.ofMinutes(minutes);
    }

    /**
     * The interval after a fetch that went well: half as long where something new came, half as long again where nothing
     * did, from 5 minutes to a day.
     *
     * @param minutes what an editor set; it is kept to
     */
    static Duration next(Duration last, @Nullable Integer minutes, boolean news) {
        if (minutes != null) {
            return Duration.ofMinutes(minutes);
        }
        Duration next = news ? last.dividedBy(2) : last.multipliedBy(3).dividedBy(2);
        return within(next);
    }

    private static Duration within(Duration interval) {
        return interval.compareTo(SHORTEST) < 0 ? SHORTEST : interval.compareTo(LONGEST) > 0 ? LONGEST : interval;
    }

    /** When a feed is due after a fetch that went well. */
    static Instant due(Instant now, Duration interval, double chance) {
        return scattered(now, interval, SCATTER, chance);
    }

    /**
     * When a feed is due after a failure: the interval, doubled with each failure in a row, up to a day, or the interval if
     * that is more.
     *
     * @param failures failures in a row, this one too
     * @param retryAt before which the server does not want to be asked again
     * @param chance from 0 to 1
     */
    static Instant dueAfterFailure(
            Instant now, Duration interval, int failures, @Nullable Instant retryAt, double chance) {
        Duration longest = interval.compareTo(LONGEST) > 0 ? interval : LONGEST;
        Duration wait = interval;
        for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        Instant due = scattered(now, wait.compareTo(longest) > 0 ? longest : wait, SCATTER_OF_FAILURES, chance);
        return retryAt == null || retryAt.isBefore(due) ? due : patient(now, retryAt);
    }

    /** When a server may be asked again that asks for patience until some time. */
    static Instant patient(Instant now, Instant retryAt) {
        Instant latest = now.plus(MOST_PATIENCE);
        return retryAt.isAfter(latest) ? latest : retryAt;
    }

    private static Instant scattered(Instant now, Duration wait, double most, double chance) {
        return now.plus(wait).plusMillis((long) (wait.toMillis() * most * chance));
    }
}
