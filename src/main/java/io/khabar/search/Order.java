package io.khabar.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order of hits, and where in it to begin.
 *
 * @param field a sortable number of {@link IndexedArticle}; null for the best hits first
 * @param descending whether the greatest comes first; the id breaks ties in the same direction
 * @param after the place behind which to begin; null for the beginning
 * @param skip how many of the best hits to leave out; 0 in other orders
 * @param recency the pull to recent articles among the best hits; null in other orders
 */
public record Order(
        @Nullable String field,
        boolean descending,
        @Nullable Place after,
        int skip,
        @Nullable Recency recency) {

    /**
     * A place among hits that are ordered by a field.
     *
     * @param key the field's value of the article at the place
     * @param id its id
     * @param inclusive whether it is a hit itself
     */
    public record Place(long key, UUID id, boolean inclusive) {}

    /** The best hits first. */
    public static Order best(int skip, Recency recency) {
        return new Order(null, true, null, skip, recency);
    }

    /** By a field. */
    public static Order by(String field, boolean descending, @Nullable Place after) {
        return new Order(field, descending, after, 0, null);
    }

    /**
     * Whether hits must be counted by themselves: those of a page behind a place are fewer than all.
     *
     * @param limit most hits of a page
     * @param countTo how far to count
     */
    public boolean countsApart(int limit, int countTo) {
        return after != null && countTo > limit + 1;
    }

    /** Lies behind the place at which to begin: a comparison of (field, id), as the database does it. */
    public Condition behind() {
        if (field == null || after == null) {
            return Condition.ANYTHING;
        }
        long high = IndexedArticle.high(after.id());
        long low = IndexedArticle.low(after.id());
        Condition inTie = after.inclusive()
                ? new Condition.Either(List.of(equal("idLow", low), beyond("idLow", low)))
                : beyond("idLow", low);
        return new Condition.Either(List.of(
                beyond(field, after.key()),
                new Condition.All(List.of(
                        equal(field, after.key()),
                        new Condition.Either(List.of(
                                beyond("idHigh", high), new Condition.All(List.of(equal("idHigh", high), inTie))))))));
    }

    private Condition beyond(String number, long value) {
        if (descending) {
            return new Condition.Range(number, null, value);
        }
        return value == Long.MAX_VALUE ? new Condition.Never() : new Condition.Range(number, value + 1, null);
    }

    private static Condition equal(String number, long value) {
        return new Condition.Any(number, List.of(value));
    }
}
