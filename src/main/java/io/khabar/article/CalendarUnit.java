package io.khabar.article;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The size of a calendar's buckets. Weeks are those of ISO 8601: they begin on Monday. */
enum CalendarUnit {
    YEAR(ChronoUnit.YEARS, "uuuu"),
    MONTH(ChronoUnit.MONTHS, "uuuu-MM"),
    WEEK(ChronoUnit.WEEKS, "YYYY-'W'ww"),
    DAY(ChronoUnit.DAYS, "uuuu-MM-dd");

    private final ChronoUnit unit;
    private final DateTimeFormatter name;

    CalendarUnit(ChronoUnit unit, String pattern) {
        this.unit = unit;
        // Germany's weeks are ISO's; the pattern's letters for weeks go by the locale.
        this.name = DateTimeFormatter.ofPattern(pattern, Locale.GERMANY);
    }

    static CalendarUnit of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As clients and {@code date_trunc} name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bucket that begins on a day, as clients see it: {@code 2021}, {@code 2021-09}, {@code 2021-W37} … */
    String name(LocalDate first) {
        return name.format(first);
    }

    /** The first day of the bucket in which a day lies. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case YEAR -> day.withDayOfYear(1);
            case MONTH -> day.withDayOfMonth(1);
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case DAY -> day;
        };
    }

    /** The first day of the bucket behind one. */
    LocalDate next(LocalDate first) {
        return first.plus(1, unit);
    }

    /** How many buckets begin from one first day up to another, both counted. */
    long count(LocalDate first, LocalDate last) {
        return unit.between(first, last) + 1;
    }
}
