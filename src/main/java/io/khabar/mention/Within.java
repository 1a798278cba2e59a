package io.khabar.mention;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Parts of a larger time: "the end of last year", "the third quarter of 2016", "Friday of next week". */
sealed interface Within extends Expression {

    /** The time that it is a part of. */
    Expression whole();

    /** The part of a resolved whole; null if it has no such part. */
    @Nullable Value part(Value whole);

    @Override
    default @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
        Value value = whole().at(reference, bias);
        return value == null ? null : part(value);
    }

    /** Beginning, middle or end. */
    enum Stretch {
        EARLY,
        MIDDLE,
        LATE;

        private static final Stretch[] ALL = values();

        /** The stretch that a lexicon's value stands for. */
        static Stretch of(int value) {
            return ALL[value];
        }
    }

    /** The first half, the middle half or the second half: in months of years and longer times, else in days. */
    record Edge(Stretch stretch, Expression whole) implements Within {
        /** In months; its middle is of whole years. */
        private static final int DECADE = 120;

        @Override
        public Value part(Value value) {
            if (value.isWholeYears()) {
                long months =
                        ChronoUnit.MONTHS.between(value.first(), value.last().plusDays(1));
                YearMonth first = YearMonth.from(value.first());
                long from = from(months);
                long to = to(months);
                return months % 24 == 0 && from % 12 == 0 && to % 12 == 0
                        ? Value.years((int) (first.getYear() + from / 12), (int) (first.getYear() + to / 12 - 1))
                        : Value.months(first.plusMonths(from), first.plusMonths(to - 1));
            }
            long days = ChronoUnit.DAYS.between(value.first(), value.last()) + 1;
            if (days >= 28 && days <= 31) {
                // Half a month is fifteen days, whatever the month's length.
                days = 30;
            }
            LocalDate last =
                    stretch == Stretch.LATE ? value.last() : value.first().plusDays(to(days) - 1);
            return Value.days(value.first().plusDays(from(days)), last);
        }

        private long from(long length) {
            return switch (stretch) {
                case EARLY -> 0;
                case MIDDLE -> length <= 7 ? 1 : length == 30 ? 9 : length == DECADE ? 36 : (length + 3) / 4;
                case LATE -> length / 2;
            };
        }

        private long to(long length) {
            return switch (stretch) {
                case EARLY -> length <= 7 ? Math.max(1, (length - 1) / 2) : (length + 1) / 2;
                case MIDDLE ->
                    length <= 7
                            ? Math.max(2, length - 2)
                            : length == 30 ? 20 : length == DECADE ? DECADE - 36 : length - length / 4;
                case LATE -> length;
            };
        }

        @Override
        public Kind kind() {
            return whole.kind();
        }
    }

    /** A numbered part, from 1 on; -1 is the last. */
    record Nth(Unit unit, int number, Expression whole) implements Within {
        @Override
        public @Nullable Value part(Value value) {
            Value found = number < 0 ? last(value) : numbered(value);
            return found == null || !isIn(value, found) ? null : found;
        }

        /** Whether a part lies in the whole: a week begins in it, a decade may begin the year before its century. */
        private static boolean isIn(Value whole, Value part) {
            return !part.first().isAfter(whole.last())
                    && !part.last().isBefore(whole.first())
                    && part.length() <= whole.length();
        }

        private Value last(Value value) {
            return unit == Unit.WEEK && !value.isWholeYears()
                    ? Unit.WEEK.of(value.last().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 0)
                    : unit.of(value.last(), 0);
        }

        private @Nullable Value numbered(Value value) {
            if (number == 0) {
                return null;
            }
            LocalDate first = value.first();
            if (unit == Unit.WEEK) {
                // Of a year the weeks of ISO 8601 (the first has 4 January in it), of a month those that begin in it.
                first = value.isWholeYears()
                        ? first.plusDays(3)
                        : first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            }
            return unit.of(first, number - 1);
        }

        @Override
        public Kind kind() {
            return unit.kind();
        }
    }

    /** So many units that end with a time: "the three months to June". */
    record Ending(Unit unit, int count, Expression whole) implements Within {
        @Override
        public Value part(Value value) {
            LocalDate behind = value.last().plusDays(1);
            LocalDate first = unit.plus(behind, -count);
            return first.getDayOfMonth() == 1 && behind.getDayOfMonth() == 1
                    ? Value.months(YearMonth.from(first), YearMonth.from(value.last()))
                    : Value.days(first, value.last());
        }

        @Override
        public Kind kind() {
            return Kind.RANGE;
        }
    }

    /** A numbered day of the week, from 1 on; -1 is the last, 0 the only one of a week. */
    record Weekday(DayOfWeek day, int number, Expression whole, Kind kind) implements Within {
        @Override
        public @Nullable Value part(Value value) {
            LocalDate found = number < 0
                    ? value.last().with(TemporalAdjusters.previousOrSame(day))
                    : value.first().with(TemporalAdjusters.nextOrSame(day)).plusWeeks(Math.max(0, number - 1));
            return found.isAfter(value.last()) ? null : Value.day(found);
        }
    }

    /** A month or a day of a resolved year or month: "June of next year", "the 20th of last month". */
    record Fields(
            CalendarSystem calendar,
            @Nullable Integer month,
            @Nullable Integer day,
            Expression whole,
            Kind kind) implements Within {
        @Override
        public @Nullable Value part(Value value) {
            if (month == null && day != null) {
                LocalDate found = value.first().plusDays(day - 1L);
                return found.isAfter(value.last()) ? null : Value.day(found);
            }
            int year = calendar.yearOf(value.first());
            return new CalendarFields(calendar, year, month, day, null, null, kind).at(null, null);
        }
    }

    /** The span that a time lies in: "the week of 15 September". */
    record Around(Unit unit, Expression whole) implements Within {
        @Override
        public Value part(Value value) {
            return unit.of(value.first(), 0);
        }

        @Override
        public Kind kind() {
            return unit.kind();
        }
    }

    /** A season of a year; of a Solar Hijri year, which begins with spring, it is a quarter. */
    record InYear(Season season, Expression whole) implements Within {
        @Override
        public Value part(Value value) {
            if (!value.isWholeYears()) {
                return season.ofSolar(CalendarSystem.SOLAR.yearOf(value.first()));
            }
            return season.of(value.first().getYear());
        }

        @Override
        public Kind kind() {
            return Kind.SEASON;
        }
    }

    /** A decade of a century, by its first year's last two digits. */
    record Decade(int tens, Expression whole) implements Within {
        @Override
        public Value part(Value value) {
            int first = (value.first().getYear() - 1) / 100 * 100 + tens;
            return Value.years(first, first + 9);
        }

        @Override
        public Kind kind() {
            return Kind.DECADE;
        }
    }
}
