package io.khabar.date;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Period} in one time zone, as two half-open ranges: the {@code civil} pair is compared with the UTC-labelled
 * bounds of years, months, days and intervals, the {@code instant} pair with instants. Null: unbounded on that side (in
 * both pairs at once). {@link #contains} and {@link #overlaps} say what a query must do with them.
 *
 * <p>A pair that no date can meet goes from the end of year 9999 to the start of year 0000, so that the same comparisons
 * need no case of their own for it.
 */
public record Bounds(
        @Nullable Instant civilFrom,
        @Nullable Instant civilTo,
        @Nullable Instant instantFrom,
        @Nullable Instant instantTo) {

    /** The smaller of the two starts: nothing that matches {@link #contains} has an {@code earliest} before it. */
    public @Nullable Instant widestFrom() {
        if (civilFrom == null || instantFrom == null) {
            return null;
        }
        return civilFrom.isBefore(instantFrom) ? civilFrom : instantFrom;
    }

    /** The larger of the two ends: whatever matches has an {@code earliest} before it. */
    public @Nullable Instant widestTo() {
        if (civilTo == null || instantTo == null) {
            return null;
        }
        return civilTo.isAfter(instantTo) ? civilTo : instantTo;
    }

    /**
     * Whether the whole date lies in the period. Of an instant only the start counts, so that the last second of a day
     * is in that day with any fraction; an interval's open end lies only in a period that is open there too.
     */
    public boolean contains(PartialDate date) {
        if (!date.civil()) {
            Instant instant = date.start();
            return (instantFrom == null || !instant.isBefore(instantFrom))
                    && (instantTo == null || instant.isBefore(instantTo));
        }
        Instant earliest = date.earliest();
        Instant latest = date.latest();
        return (civilFrom == null || (earliest != null && !earliest.isBefore(civilFrom)))
                && (civilTo == null || (latest != null && !latest.isAfter(civilTo)));
    }

    /** Whether date and period have some moment in common; an interval's open end reaches for ever. */
    public boolean overlaps(PartialDate date) {
        Instant from = date.civil() ? civilFrom : instantFrom;
        Instant to = date.civil() ? civilTo : instantTo;
        Instant earliest = date.earliest();
        Instant latest = date.latest();
        return (from == null || latest == null || latest.isAfter(from))
                && (to == null || earliest == null || earliest.isBefore(to));
    }
}
