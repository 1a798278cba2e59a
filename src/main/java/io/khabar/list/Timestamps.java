package io.khabar.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
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

    private Timestamps() {}

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
