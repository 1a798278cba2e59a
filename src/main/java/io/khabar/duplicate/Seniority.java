package io.khabar.duplicate;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of two articles was first: the one that was published first, then the one that was stored first, then the one
 * with the smaller id. What has no published date comes behind all that has.
 *
 * @param published the earliest instant of the published date, microseconds since 1970
 * @param created when it was stored, likewise
 * @param id compared as the database does, as its text
 */
record Seniority(@Nullable Long published, long created, UUID id) implements Comparable<Seniority> {

    private static final Comparator<Seniority> ORDER = Comparator.comparing(
                    Seniority::published, Comparator.nullsLast(Comparator.<Long>naturalOrder()))
            .thenComparingLong(Seniority::created)
            .thenComparing(seniority -> seniority.id().toString());

    @Override
    public int compareTo(Seniority other) {
        return ORDER.compare(this, other);
    }

    /** Whether an article was there before another. */
    boolean isBefore(Seniority other) {
        return compareTo(other) < 0;
    }
}
