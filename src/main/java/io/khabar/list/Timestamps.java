package io.khabar.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads times from results. */
public final class Timestamps {

    /** How PostgreSQL writes a time before year 1. */
    private static final DateTimeFormatter BEFORE_CHRIST = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH:mm:ss", "+00")
            .appendPattern(" G")
            .toFormatter(Locale.ENGLISH);

    /** As long as a time of four-digit year without fraction and offset is: {@code 2021-09-14T08:30:00}. */
    private static final int TO_SECONDS = 19;

    private static final int DAY = 86_400;

    private Timestamps() {}

    /**
     * The time that PostgreSQL writes into JSON: {@code 2021-09-14T08:30:00.123456+00:00}. What it usually writes is read digit
     * by digit.
     */
    public static Instant parse(String text) {
        int end = text.length() - 6;
        boolean usual = end >= TO_SECONDS
                && text.charAt(4) == '-'
                && text.endsWith("+00:00")
                && (end == TO_SECONDS
                        || (end > TO_SECONDS + 1 && end <= TO_SECONDS + 7 && text.charAt(TO_SECONDS) == '.'));
        if (!usual) {
            return OffsetDateTime.parse(text).toInstant();
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int second = number(text, 11, 13) * 3_600 + number(text, 14, 16) * 60 + number(text, 17, TO_SECONDS);
        int nanos = end == TO_SECONDS ? 0 : number(text, TO_SECONDS + 1, end);
        for (int digits = end - TO_SECONDS - 1; nanos > 0 && digits < 9; digits++) {
            nanos *= 10;
        }
        return Instant.ofEpochSecond(day * DAY + second, nanos);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** The time in a column; null where there is none. */
    public static @Nullable OffsetDateTime read(ResultSet row, int at) throws SQLException {
        try {
            return row.getObject(at, OffsetDateTime.class);
        } catch (DateTimeException unreadable) {
            // 29 February of year 0 comes as that of year 1 before Christ. The driver (42.7) asks for that day of the
            // year 1 before it looks at the era, and only while results still come as text: some reads work, some do
            // not.
            return OffsetDateTime.parse(row.getString(at), BEFORE_CHRIST);
        }
    }
}
