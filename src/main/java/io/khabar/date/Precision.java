package io.khabar.date;

import java.util.Locale;

/** How much of a date is known. The words are part of the HTTP contract and of the database's checks. */
public enum Precision {
    YEAR,
    MONTH,
    DAY,
    INSTANT,
    INTERVAL;

    /** The word for this precision in JSON, in query parameters and in the database: {@code year}, {@code month}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The precision that a word stands for; case matters.
     *
     * @throws IllegalArgumentException for any other word, with a message for the client
     */
    public static Precision of(String word) {
        for (Precision precision : values()) {
            if (precision.word().equals(word)) {
                return precision;
            }
        }
        throw new IllegalArgumentException("must be one of year, month, day, instant, interval");
    }
}
