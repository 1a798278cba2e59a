package io.khabar.mention;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The actions that make dates of days, months and years. */
final class Dates {

    private static final int HIJRI = 1;
    private static final int SOLAR = 2;

    /** Two-digit years up to this one are of this century. */
    private static final int PIVOT = 49;

    private static final int LAST_DAY = 31;

    /** Kurdish years have the months of the Solar Hijri calendar, and numbers so much greater: 2721 began in March 2021. */
    private static final int KURDISH = 1321;

    private static final int FIRST_KURDISH = 2500;

    /** Plans of five years are written so, and terms. */
    private static final int LONGEST_REVERSED = 6;

    private Dates() {}

    /** A day or a month, with or without a year. */
    static @Nullable Expression date(Reading reading) {
        return fields(reading, first(reading, "dom", "digitdom"));
    }

    /** A date in digits, as its hit encodes it. */
    static @Nullable Expression numeric(int value, CalendarSystem calendar) {
        return possible(
                new CalendarFields(calendar, value / 10_000, value / 100 % 100, value % 100, null, null, Kind.DAY));
    }

    /** A day that is called by its number: "9/11". */
    static @Nullable Expression namedDay(Reading reading) {
        Integer day = first(reading, "namedday", "bombing", "attackday");
        return day == null ? null : numeric(day, CalendarSystem.GREGORIAN);
    }

    static Expression yearMonth(int value) {
        return new Expression.Fixed(Value.month(YearMonth.of(value / 100, value % 100)), Kind.MONTH);
    }

    /** Day and month in digits; the order was settled when they were read. */
    static @Nullable Expression dayMonth(Reading reading) {
        Integer value = first(reading, "daymonth", "sureday", "looseday");
        return value == null ? null : dayMonth(reading, value / 100, value % 100);
    }

    /** Day and month in digits with a year behind a comma ("8/12, 2015"): an American form, month first. */
    static @Nullable Expression monthDay(Reading reading) {
        int value = reading.value("daymonth");
        return value % 100 > 12
                ? dayMonth(reading, value / 100, value % 100)
                : dayMonth(reading, value % 100, value / 100);
    }

    private static @Nullable Expression dayMonth(Reading reading, int month, int day) {
        return possible(new CalendarFields(
                CalendarSystem.GREGORIAN,
                yearOf(reading),
                month,
                day,
                null,
                Meanings.shift(reading),
                Meanings.part(reading, Kind.DAY)));
    }

    static Expression instant(Reading reading) {
        Instant instant = reading.instant();
        LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        return new Expression.Fixed(new Value(instant.toString(), day, day), Kind.INSTANT);
    }

    /** Two days joined by "and": one time only if they are neighbours. */
    static @Nullable Expression neighbours(Reading reading) {
        List<Integer> days = reading.all("dom");
        return days.getLast() - days.getFirst() == 1 ? days(reading) : null;
    }

    /** From one day to another of the same month. */
    static @Nullable Expression days(Reading reading) {
        List<Integer> days = reading.all("dom");
        Expression from = fields(reading, days.getFirst());
        Expression to = fields(reading, days.getLast());
        return from == null || to == null || days.getLast() <= days.getFirst() ? null : new Expression.Range(from, to);
    }

    /** From one day to another of a month that is named relatively. */
    static @Nullable Expression daysIn(Reading reading) {
        List<Integer> days = reading.all("dom");
        return days.getLast() <= days.getFirst()
                ? null
                : new Expression.Range(dayOf(reading, days.getFirst()), dayOf(reading, days.getLast()));
    }

    /** A month or a day of a month or year that is named relatively. */
    static @Nullable Expression in(Reading reading) {
        Integer day = first(reading, "dom", "ord");
        Integer month = monthOf(reading);
        if ((month == null && reading.meaning().kind() != Kind.MONTH) || (day != null && (day < 1 || day > LAST_DAY))) {
            return null;
        }
        return new Within.Fields(
                calendarOfMonth(reading),
                month,
                day,
                reading.meaning(),
                day == null ? Kind.MONTH : Meanings.part(reading, Kind.DAY));
    }

    /** A day of the month that an inner rule means. */
    static Expression dayOf(Reading reading, int day) {
        return new Within.Fields(CalendarSystem.GREGORIAN, null, day, reading.meaning(), Kind.DAY);
    }

    /** A day by its ordinal number alone ("the 5th"), in the month that is closest. */
    static @Nullable Expression monthless(Reading reading) {
        int day = reading.value("ord");
        Integer weekday = reading.first("weekday");
        return day < 1 || day > LAST_DAY
                ? null
                : new CalendarFields(
                        CalendarSystem.GREGORIAN,
                        null,
                        null,
                        day,
                        weekday == null ? null : DayOfWeek.of(weekday),
                        null,
                        Kind.DAY);
    }

    /** A date of East Asia: all its numbers are digits, named by what follows them. */
    static @Nullable Expression named(Reading reading) {
        int month = reading.value("num");
        return month < 1 || month > 12
                ? null
                : possible(new CalendarFields(
                        CalendarSystem.GREGORIAN,
                        yearOf(reading),
                        month,
                        reading.first("dom"),
                        null,
                        null,
                        reading.has("dom") ? Kind.DAY : Kind.MONTH));
    }

    static CalendarSystem calendarOfMonth(Reading reading) {
        if (reading.has("hmonth")) {
            return CalendarSystem.HIJRI;
        }
        return reading.has("smonth") || reading.has("solar") ? CalendarSystem.SOLAR : CalendarSystem.GREGORIAN;
    }

    static @Nullable Expression year(Reading reading) {
        Integer year = yearOf(reading);
        CalendarSystem calendar = calendarOfYear(reading);
        return year == null || year == 0
                ? null
                : possible(new CalendarFields(calendar, year, null, null, null, null, Kind.YEAR));
    }

    /** From one year to another; the second may be short ("2016-17", "1999-00"). */
    static @Nullable Expression years(Reading reading) {
        List<Integer> years = new ArrayList<>(reading.all("year"));
        years.addAll(reading.all("recent"));
        int from = years.getFirst();
        Integer ending = reading.first("short");
        int to = ending == null ? years.getLast() : ending == (from + 1) % 100 ? from + 1 : from / 100 * 100 + ending;
        return to <= from ? null : years(calendarOfYear(reading), from, to);
    }

    /** "2020/2016": a few years, written from right to left. */
    static @Nullable Expression reversedYears(Reading reading) {
        List<Integer> years = reading.all("recent");
        int length = years.getFirst() - years.getLast();
        return length > 0 && length <= LONGEST_REVERSED
                ? years(CalendarSystem.GREGORIAN, years.getLast(), years.getFirst())
                : null;
    }

    /** "2009-10" where a season or a school year is meant: two years that follow each other. */
    static @Nullable Expression seasonYears(Reading reading) {
        List<Integer> full = reading.all("recent");
        int second = full.size() > 1 ? full.getLast() % 100 : reading.value("short");
        return (full.getFirst() + 1) % 100 == second ? years(reading) : null;
    }

    /** From one year to another in a calendar. */
    static Expression years(CalendarSystem calendar, int from, int to) {
        if (calendar == CalendarSystem.GREGORIAN) {
            return new Expression.Fixed(Value.years(from, to), Kind.RANGE);
        }
        return new Expression.Range(
                new CalendarFields(calendar, from, null, null, null, null, Kind.YEAR),
                new CalendarFields(calendar, to, null, null, null, null, Kind.YEAR));
    }

    /** A day of the month and year that were read. */
    static @Nullable Expression fields(Reading reading, @Nullable Integer day) {
        CalendarSystem calendar = calendarOfMonth(reading);
        Integer month = monthOf(reading);
        Integer year = yearOf(reading);
        Integer weekday = reading.first("weekday");
        Kind kind = day == null ? Kind.MONTH : Meanings.part(reading, Kind.DAY);
        if (calendar == CalendarSystem.SOLAR && year != null && year >= FIRST_KURDISH) {
            year -= KURDISH;
        }
        if (calendar != CalendarSystem.GREGORIAN && year != null && year >= 1600 && month != null) {
            return inGregorianYear(calendar, year, month, day, kind);
        }
        return possible(new CalendarFields(
                calendar,
                year,
                month,
                day,
                weekday == null ? null : DayOfWeek.of(weekday),
                Meanings.shift(reading),
                kind));
    }

    /** "Ramadan 2021": the one that begins in the Gregorian year. */
    private static @Nullable Expression inGregorianYear(
            CalendarSystem calendar, int year, int month, @Nullable Integer day, Kind kind) {
        int own = calendar.yearOf(LocalDate.of(year, 1, 1));
        for (int candidate = own; own > 0 && candidate <= own + 1; candidate++) {
            LocalDate first = calendar.day(candidate, month, 1);
            if (first != null && first.getYear() == year) {
                return possible(new CalendarFields(calendar, candidate, month, day, null, null, kind));
            }
        }
        return null;
    }

    static @Nullable Expression possible(CalendarFields fields) {
        return fields.isPossible() ? fields : null;
    }

    static CalendarSystem calendarOfYear(Reading reading) {
        return calendarOfEra(reading.value("era", 0));
    }

    static CalendarSystem calendarOfEra(int era) {
        return switch (era) {
            case HIJRI -> CalendarSystem.HIJRI;
            case SOLAR -> CalendarSystem.SOLAR;
            default -> CalendarSystem.GREGORIAN;
        };
    }

    static @Nullable Integer monthOf(Reading reading) {
        return first(reading, "month", "strong", "gregorian", "wide", "hmonth", "smonth", "solar");
    }

    static @Nullable Integer yearOf(Reading reading) {
        Integer year = first(reading, "year", "longyear", "recent", "bareyear", "wordyear");
        Integer ending = first(reading, "short", "lateshort");
        if (year != null || ending == null) {
            return year;
        }
        return calendarOfMonth(reading) == CalendarSystem.SOLAR
                ? SolarDates.full(ending)
                : Integer.valueOf(ending > PIVOT ? 1900 + ending : 2000 + ending);
    }

    static @Nullable Integer first(Reading reading, String... types) {
        for (String type : types) {
            Integer value = reading.first(type);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
