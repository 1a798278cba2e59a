package io.khabar.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The actions of Persian, whose years are those of the Solar Hijri calendar unless an era or the number says else. */
final class SolarDates {

    private static final int FIRST_YEAR = 1200;
    private static final int LAST_YEAR = 1499;

    /** The value of an era's name. */
    private static final Integer GREGORIAN = 0;

    private SolarDates() {}

    static @Nullable Expression year(Reading reading) {
        Integer year = Dates.first(reading, "year", "longyear", "recent", "bareyear", "wordyear", "short");
        return year == null || year == 0 ? null : year(reading, year);
    }

    /** A year of two digits behind its word; those of the first decades are counts as often. */
    static @Nullable Expression shortYear(Reading reading) {
        return isCount(reading) ? null : year(reading, reading.value("short"));
    }

    /** A day or month with a year of two digits; names of months are other names, too ("Mehr's 12 reports"). */
    static @Nullable Expression shortDate(Reading reading) {
        return isCount(reading) ? null : Dates.date(reading);
    }

    private static boolean isCount(Reading reading) {
        int ending = reading.value("short");
        return ending >= 10 && ending < 30;
    }

    static @Nullable Expression years(Reading reading) {
        List<Integer> years = new ArrayList<>(reading.all("year"));
        int from = years.getFirst();
        int to = years.getLast();
        return to <= from ? null : Dates.years(calendar(reading, from), from, to);
    }

    /** "The sixties" are those of the fourteenth century, from 1360 on, or with its era of the twentieth. */
    static @Nullable Expression decade(Reading reading) {
        int written = Objects.requireNonNull(Dates.first(reading, "short", "decade", "year"));
        boolean gregorian = Objects.equals(reading.first("era"), GREGORIAN);
        int year = gregorian && written < 100 ? 1900 + written : full(written);
        return year % 10 == 0
                ? new Expression.OfKind(Dates.years(calendar(reading, year), year, year + 9), Kind.DECADE)
                : null;
    }

    static @Nullable Expression season(Reading reading) {
        Expression year = reading.has("year") ? year(reading, reading.value("year")) : shortYear(reading);
        return year == null ? null : new Within.InYear(Season.numbered(reading.value("season")), year);
    }

    /** A year as it is written, of the calendar that its era or its number says. */
    static @Nullable Expression year(Reading reading, int written) {
        int year = full(written);
        return Dates.possible(new CalendarFields(calendar(reading, year), year, null, null, null, null, Kind.YEAR));
    }

    /** A year that may have been written with its last two digits. */
    static int full(int year) {
        if (year >= 100) {
            return year;
        }
        return year < 20 ? 1400 + year : 1300 + year;
    }

    private static CalendarSystem calendar(Reading reading, int year) {
        Integer era = reading.first("era");
        if (era != null) {
            return Dates.calendarOfEra(era);
        }
        return year >= FIRST_YEAR && year <= LAST_YEAR ? CalendarSystem.SOLAR : CalendarSystem.GREGORIAN;
    }
}
