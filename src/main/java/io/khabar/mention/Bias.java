package io.khabar.mention;

/** Which of several possible days is meant when a text leaves the year, the month or the week open. */
public enum Bias {
    /** The latest one that is not after the reference. */
    PAST,
    /** The earliest one that is not before the reference. */
    FUTURE,
    /** The one closest to the reference; of two equally close ones, the earlier. */
    NEAREST
}
