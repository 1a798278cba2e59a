package io.khabar.search;

import io.khabar.search.Hits.Hit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The pull to recent articles among the best hits: added to the score of each, so that it decides between hits that match
 * alike and changes little where one matches far better. It is looked at for the
 * {@link #PULLED} best alone. Articles without a date are not pulled.
 *
 * @param weight what is added to the score of an article that is published at {@code now}; half of it for one that is
 *     {@link #HALF} older or younger, a third for twice that, and so on; 0 for no pull
 * @param now the moment from which is counted. Pages of one list need the same one
 */
public record Recency(float weight, Instant now) {

    /** News age fast in their first weeks and hardly after years. */
    static final Duration HALF = Duration.ofDays(30);

    /** So many of the best are put in the order that recency gives; the others follow as they match. */
    public static final int PULLED = 200;

    private static final Comparator<Hit> BEST_FIRST =
            Comparator.comparing(Hit::score).thenComparing(Hit::id).reversed();

    /** Whether it changes anything. */
    public boolean pulls() {
        return weight > 0;
    }

    /**
     * Puts the best hits in the order that the pull gives.
     *
     * @param published when they were published, one by one
     */
    public void pull(List<Hit> best, long[] published) {
        for (int i = 0; i < best.size(); i++) {
            Hit hit = best.get(i);
            best.set(i, new Hit(hit.id(), 0, hit.score() + pull(published[i])));
        }
        best.sort(BEST_FIRST);
    }

    /** What is added for a time of publication in microseconds since 1970. */
    float pull(long published) {
        double half = IndexedArticle.micros(Instant.EPOCH.plus(HALF));
        return (float) (weight * half / (half + Math.abs((double) IndexedArticle.micros(now) - published)));
    }
}
