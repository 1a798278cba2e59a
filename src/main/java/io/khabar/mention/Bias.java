package io.khabar.mention;

import java.util.Locale;

/** Which of several possible days is meant when a text leaves the year, the month or the week open. */
public enum Bias {
    /** The latest one that is not after the reference. */
    PAST,
    /** The earliest one that is not before the reference. */
    FUTURE,
    /** The one closest to the reference; of two equally close ones, the earlier. */
    NEAREST;

    /**
     * The one that has a word.
     *
     * @throws IllegalArgumentException with a message for the client
     */
    public static Bias of(String word) {
        for (Bias bias : values()) {
            if (bias.word().equals(word)) {
                return bias;
            }
        }
        throw new IllegalArgumentException("must be one of past, future, nearest");
    }

    /** As clients see it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
