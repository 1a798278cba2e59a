package io.khabar.mention;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** The calendars that dates are written in. */
public enum CalendarSystem {
    GREGORIAN {
        @Override
        public @Nullable LocalDate day(int year, int month, int day) {
            try {
                return LocalDate.of(year, month, day);
            } catch (DateTimeException _) {
                return null;
            }
        }

        @Override
        int yearOf(LocalDate day) {
            return day.getYear();
        }
    },

    /** The Umm al-Qura calendar of the JDK, years 1300 to 1600. */
    HIJRI {
        /** The JDK fails on the year behind it instead of refusing it. */
        private static final int LAST_YEAR = 1600;

        /** Months begin when the moon is sighted: the 30th of a month that here has 29 days is the day after it. */
        @Override
        public @Nullable LocalDate day(int year, int month, int day) {
            if (day > 30 || year > LAST_YEAR) {
                return null;
            }
            try {
                LocalDate first = LocalDate.from(HijrahDate.of(year, month, 1));
                return first.plusDays(day - 1L);
            } catch (DateTimeException _) {
                return null;
            }
        }

        @Override
        int yearOf(LocalDate day) {
            try {
                return HijrahDate.from(day).get(ChronoField.YEAR);
            } catch (DateTimeException _) {
                return 0;
            }
        }
    },

    /** Solar Hijri, the calendar of Iran and Afghanistan, by the 33-year rule that holds from 1178 to 1633. */
    SOLAR {
        @Override
        public @Nullable LocalDate day(int year, int month, int day) {
            int length = month <= 6 ? 31 : month <= 11 ? 30 : newYear(year + 1) - newYear(year) == 366 ? 30 : 29;
            if (month < 1 || month > 12 || day < 1 || day > length) {
                return null;
            }
            int before = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
            return LocalDate.ofEpochDay(newYear(year) + before + day - 1L);
        }

        @Override
        int yearOf(LocalDate day) {
            int year = day.getYear() - 621;
            return day.toEpochDay() < newYear(year) ? year - 1 : year;
        }

        private int newYear(int year) {
            // 1 Farvardin 1400 was 21 March 2021, day 18707 of the epoch.
            return 18707 + days(year) - days(1400);
        }

        private int days(int year) {
            return 365 * (year - 1) + Math.floorDiv(8 * year + 21, 33);
        }
    };

    /** A day of this calendar as a Gregorian one; null if there is no such day. */
    public abstract @Nullable LocalDate day(int year, int month, int day);

    /** The year of this calendar that a Gregorian day falls in; 0 if the calendar does not know. */
    abstract int yearOf(LocalDate day);

    /** The month of this calendar that a Gregorian day falls in, of a calendar that knows its year. */
    int monthOf(LocalDate day) {
        int year = yearOf(day);
        int month = 12;
        for (LocalDate first = day(year, month, 1); month > 1 && (first == null || first.isAfter(day)); ) {
            month--;
            first = day(year, month, 1);
        }
        return month;
    }

    /** The calendar of which a time is whole years; null if there is none. */
    static @Nullable CalendarSystem ofYears(Value time) {
        for (CalendarSystem calendar : values()) {
            int from = calendar.yearOf(time.first());
            int to = calendar.yearOf(time.last());
            if (time.first().equals(calendar.day(from, 1, 1)) && time.last().equals(calendar.lastDay(to, 12))) {
                return calendar;
            }
        }
        return null;
    }

    /**
     * Months in a row, as whole years where they are that.
     *
     * @param year the year to count from
     * @param skipped how many months of it and the following ones are left out
     * @param length how many months are meant
     * @return null if this calendar does not know them
     */
    @Nullable Value months(int year, int skipped, int length) {
        int firstYear = year + skipped / 12;
        int end = skipped + length - 1;
        int lastYear = year + end / 12;
        if (this == GREGORIAN) {
            return skipped % 12 == 0 && length % 12 == 0
                    ? Value.years(firstYear, lastYear)
                    : Value.months(YearMonth.of(firstYear, skipped % 12 + 1), YearMonth.of(lastYear, end % 12 + 1));
        }
        LocalDate first = day(firstYear, skipped % 12 + 1, 1);
        LocalDate last = lastDay(lastYear, end % 12 + 1);
        return first == null || last == null ? null : Value.days(first, last);
    }

    /** The last day of a month; null if there is no such month. */
    @Nullable LocalDate lastDay(int year, int month) {
        LocalDate next = month == 12 ? day(year + 1, 1, 1) : day(year, month + 1, 1);
        return next == null ? null : next.minusDays(1);
    }
}
