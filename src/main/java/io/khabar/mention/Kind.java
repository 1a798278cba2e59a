package io.khabar.mention;

/** What sort of time a mention names: finer than the precision of its value, which has no evening and no week. */
public enum Kind {
    DAY,
    DAWN,
    MORNING,
    NOON,
    AFTERNOON,
    EVENING,
    NIGHT,
    WEEK,
    WEEKEND,
    MONTH,
    QUARTER,
    HALF,
    SEASON,
    YEAR,
    DECADE,
    CENTURY,
    /** An instant, written with its time and offset. */
    INSTANT,
    /** From one time to another. */
    RANGE,
    /** From a time on ("since 2011"). */
    SINCE,
    /** Up to a time ("until 2015"). */
    UNTIL
}
