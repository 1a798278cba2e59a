package io.khabar.mention;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;

/** Spans of the calendar; weeks are those of ISO 8601, from Monday on. */
enum Unit {
    DAY(Kind.DAY) {
        @Override
        Value of(LocalDate day, int shift) {
            return Value.day(day.plusDays(shift));
        }
    },
    WEEK(Kind.WEEK) {
        @Override
        Value of(LocalDate day, int shift) {
            LocalDate monday =
                    day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(shift);
            return Value.days(monday, monday.plusDays(6));
        }
    },
    WEEKEND(Kind.WEEKEND) {
        @Override
        Value of(LocalDate day, int shift) {
            LocalDate saturday = WEEK.of(day, shift).first().plusDays(5);
            return Value.days(saturday, saturday.plusDays(1));
        }
    },
    MONTH(Kind.MONTH) {
        @Override
        Value of(LocalDate day, int shift) {
            return Value.month(YearMonth.from(day).plusMonths(shift));
        }
    },
    QUARTER(Kind.QUARTER) {
        @Override
        Value of(LocalDate day, int shift) {
            YearMonth first = YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1)
                    .plusMonths(3L * shift);
            return Value.months(first, first.plusMonths(2));
        }
    },
    HALF(Kind.HALF) {
        @Override
        Value of(LocalDate day, int shift) {
            YearMonth first = YearMonth.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7)
                    .plusMonths(6L * shift);
            return Value.months(first, first.plusMonths(5));
        }
    },
    YEAR(Kind.YEAR) {
        @Override
        Value of(LocalDate day, int shift) {
            return Value.year(day.getYear() + shift);
        }
    },
    DECADE(Kind.DECADE) {
        @Override
        Value of(LocalDate day, int shift) {
            int first = day.getYear() / 10 * 10 + 10 * shift;
            return Value.years(first, first + 9);
        }
    },
    CENTURY(Kind.CENTURY) {
        @Override
        Value of(LocalDate day, int shift) {
            int first = (day.getYear() - 1) / 100 * 100 + 1 + 100 * shift;
            return Value.years(first, first + 99);
        }
    },
    SOLAR_YEAR(Kind.YEAR) {
        @Override
        Value of(LocalDate day, int shift) {
            return solar(CalendarSystem.SOLAR.yearOf(day) + shift, 1, 12);
        }
    },
    SOLAR_MONTH(Kind.MONTH) {
        @Override
        Value of(LocalDate day, int shift) {
            int month = 12 * CalendarSystem.SOLAR.yearOf(day) + CalendarSystem.SOLAR.monthOf(day) - 1 + shift;
            return solar(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, Math.floorMod(month, 12) + 1);
        }
    };

    private static final Unit[] ALL = values();

    private final Kind kind;

    Unit(Kind kind) {
        this.kind = kind;
    }

    /** The unit that a lexicon's value stands for. */
    static Unit of(int value) {
        return ALL[value];
    }

    Kind kind() {
        return kind;
    }

    /** The span that a day lies in, or one so many spans later. */
    abstract Value of(LocalDate day, int shift);

    private static Value solar(int year, int firstMonth, int lastMonth) {
        return Value.days(
                Objects.requireNonNull(CalendarSystem.SOLAR.day(year, firstMonth, 1)),
                Objects.requireNonNull(CalendarSystem.SOLAR.lastDay(year, lastMonth)));
    }

    /** The day so many spans later. */
    LocalDate plus(LocalDate day, int count) {
        return switch (this) {
            case DAY -> day.plusDays(count);
            case WEEK, WEEKEND -> day.plusWeeks(count);
            case MONTH, SOLAR_MONTH -> day.plusMonths(count);
            case QUARTER -> day.plusMonths(3L * count);
            case HALF -> day.plusMonths(6L * count);
            case YEAR, SOLAR_YEAR -> day.plusYears(count);
            case DECADE -> day.plusYears(10L * count);
            case CENTURY -> day.plusYears(100L * count);
        };
    }
}
