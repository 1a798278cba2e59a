package io.khabar.mention;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions that count from the day of the text. */
sealed interface Relative extends Expression {

    /** What it names for a text of a day. */
    @Nullable Value from(LocalDate reference, @Nullable Bias bias);

    @Override
    default @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
        return reference == null ? null : from(reference, bias);
    }

    /**
     * A day of the week.
     *
     * @param shift -1 the last one before the reference, 1 the next after it, -2 and 2 those a week further, 0 the one
     *     in its week, null by bias
     * @param usual the bias where none is given
     */
    record Weekday(DayOfWeek day, @Nullable Integer shift, Bias usual, Kind kind) implements Relative {
        @Override
        public Value from(LocalDate reference, @Nullable Bias bias) {
            if (shift == null) {
                Choice choice = new Choice(reference, null, bias == null ? usual : bias);
                choice.offer(Value.day(reference.with(TemporalAdjusters.previousOrSame(day))));
                choice.offer(Value.day(reference.with(TemporalAdjusters.nextOrSame(day))));
                Value best = choice.best();
                return best == null ? Value.day(reference) : best;
            }
            return Value.day(
                    switch (shift) {
                        case -1, -2 ->
                            reference.with(TemporalAdjusters.previous(day)).plusWeeks(shift + 1L);
                        case 1, 2 -> reference.with(TemporalAdjusters.next(day)).plusWeeks(shift - 1L);
                        default -> Unit.WEEK.of(reference, shift).first().with(TemporalAdjusters.nextOrSame(day));
                    });
        }
    }

    /**
     * One of several days of the week that follow each other: the last ones before the reference, or the next after it.
     *
     * @param index which of the days is meant
     * @param shift -1 the last ones, 1 the next ones, 0 those of the reference's week
     */
    record WeekdayOf(List<DayOfWeek> days, int index, int shift, Kind kind) implements Relative {
        @Override
        public Value from(LocalDate reference, @Nullable Bias bias) {
            LocalDate day = reference;
            if (shift > 0) {
                for (int i = 0; i <= index; i++) {
                    day = day.with(TemporalAdjusters.next(days.get(i)));
                }
            } else if (shift < 0) {
                for (int i = days.size() - 1; i >= index; i--) {
                    day = day.with(TemporalAdjusters.previous(days.get(i)));
                }
            } else {
                return new Weekday(days.get(index), 0, Bias.PAST, kind).from(reference, bias);
            }
            return Value.day(day);
        }
    }

    /** A length of time in one unit, of an expression such as "a month and three days ago". */
    record Step(Unit unit, int count) {}

    /** So much before (negative) or after the reference, as exact as its smallest unit; weeks count as days. */
    record Offset(List<Step> steps, Kind kind) implements Relative {
        /** So many units and a half; null if nobody counts by half of it. */
        static @Nullable Offset andHalf(Unit unit, int count) {
            Step half =
                    switch (unit) {
                        case YEAR -> new Step(Unit.MONTH, 6);
                        case DECADE -> new Step(Unit.YEAR, 5);
                        case CENTURY -> new Step(Unit.YEAR, 50);
                        default -> null;
                    };
            return half == null
                    ? null
                    : new Offset(
                            List.of(new Step(unit, count), half), half.unit().kind());
        }

        @Override
        public Value from(LocalDate reference, @Nullable Bias bias) {
            LocalDate day = reference;
            Unit smallest = Unit.CENTURY;
            for (Step step : steps) {
                day = step.unit().plus(day, step.count());
                smallest = step.unit().compareTo(smallest) < 0 ? step.unit() : smallest;
            }
            return switch (smallest) {
                case DAY, WEEK, WEEKEND -> Value.day(day);
                case MONTH, QUARTER, HALF, SOLAR_MONTH -> Value.month(YearMonth.from(day));
                case YEAR, DECADE, CENTURY, SOLAR_YEAR -> Value.year(day.getYear());
            };
        }
    }

    /** So much from now, without a word for the direction: after the reference, unless the bias is for the past. */
    record Distance(List<Step> steps) implements Relative {
        @Override
        public Value from(LocalDate reference, @Nullable Bias bias) {
            int sign = bias == Bias.PAST ? -1 : 1;
            List<Step> directed = steps.stream()
                    .map(step -> new Step(step.unit(), sign * step.count()))
                    .toList();
            return new Offset(directed, kind()).from(reference, bias);
        }

        @Override
        public Kind kind() {
            return steps.getLast().unit().kind();
        }
    }

    /** The span of the reference, or one before or after it: "last week", "this month". */
    record Shift(Unit unit, int count) implements Relative {
        @Override
        public Value from(LocalDate reference, @Nullable Bias bias) {
            return unit.of(reference, count);
        }

        @Override
        public Kind kind() {
            return unit.kind();
        }
    }

    /** A span that no word is beside: the one that began last, unless the bias is for another. */
    record Nearby(Unit unit) implements Relative {
        @Override
        public @Nullable Value from(LocalDate reference, @Nullable Bias bias) {
            Choice choice = new Choice(reference, null, bias == null ? Bias.PAST : bias);
            for (int shift = -1; shift <= 1; shift++) {
                choice.offer(unit.of(reference, shift));
            }
            return choice.best();
        }

        @Override
        public Kind kind() {
            return unit.kind();
        }
    }

    /** The last so many spans (negative) or the next ones: "the past three days". Decades are whole ones. */
    record Window(Unit unit, int count) implements Relative {
        @Override
        public Value from(LocalDate reference, @Nullable Bias bias) {
            if (unit == Unit.DECADE || unit == Unit.CENTURY) {
                Value from = unit.of(reference, Math.min(count, 1));
                Value to = unit.of(reference, Math.max(count, -1));
                return Value.between(from, to);
            }
            return count < 0
                    ? Value.days(unit.plus(reference, count), reference.minusDays(1))
                    : Value.days(reference.plusDays(1), unit.plus(reference, count));
        }

        @Override
        public Kind kind() {
            return Kind.RANGE;
        }
    }

    /** From the reference to the end of its span: "the rest of the week". */
    record Rest(Unit unit) implements Relative {
        @Override
        public Value from(LocalDate reference, @Nullable Bias bias) {
            return Value.days(reference, unit.of(reference, 0).last());
        }

        @Override
        public Kind kind() {
            return unit.kind();
        }
    }

    /**
     * A season without a year.
     *
     * @param shift -1 the last one before the reference, 1 the next after it, 0 the one it is in or else that of its year, null by
     *     bias
     * @param solar whether seasons are quarters of Solar Hijri years
     */
    record Season(io.khabar.mention.Season season, @Nullable Integer shift, boolean solar) implements Relative {
        @Override
        public @Nullable Value from(LocalDate reference, @Nullable Bias bias) {
            int year = solar ? CalendarSystem.SOLAR.yearOf(reference) : reference.getYear();
            if (shift != null && shift == 0) {
                Value begun = of(year - 1);
                return begun.last().isBefore(reference) ? of(year) : begun;
            }
            Choice choice = new Choice(reference, shift, bias == null ? Bias.NEAREST : bias);
            for (int one = year - 2; one <= year + 1; one++) {
                choice.offer(of(one));
            }
            return choice.best();
        }

        private Value of(int year) {
            return solar ? season.ofSolar(year) : season.of(year);
        }

        @Override
        public Kind kind() {
            return Kind.SEASON;
        }
    }
}
