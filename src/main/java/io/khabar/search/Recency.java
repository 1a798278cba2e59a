package io.khabar.search;

import java.time.Duration;
import java.time.Instant;

/**
 * The pull to recent articles among the best hits: added to the score of each, so that it decides between hits that match
 * alike and changes little where one matches far better. It is looked at for the {@link BestFirst#PULLED} best alone. Articles without a date are not pulled.
 *
 * @param weight what is added to the score of an article that is published at {@code now}; half of it for one that is
 *     {@link #HALF} older or younger, a third for twice that, and so on; 0 for no pull
 * @param now the moment from which is counted. Pages of one list need the same one
 */
public record Recency(float weight, Instant now) {

    /** News age fast in their first weeks and hardly after years. */
    static final Duration HALF = Duration.ofDays(30);

    boolean pulls() {
        return weight > 0;
    }

    /** What is added for a time of publication in microseconds since 1970. */
    float pull(long published) {
        double half = IndexedArticle.micros(Instant.EPOCH.plus(HALF));
        return (float) (weight * half / (half + Math.abs((double) IndexedArticle.micros(now) - published)));
    }
}
