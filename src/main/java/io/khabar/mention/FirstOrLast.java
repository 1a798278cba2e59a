package io.khabar.mention;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The first or the last so many units of a longer time: "the first nine months of 2021", "the last two weeks of May".
 *
 * @param count how many, from 1 on
 * @param last whether they are its last ones
 */
record FirstOrLast(Unit unit, int count, boolean last, Expression whole) implements Expression {

    private static final int MONTHS = 12;

    @Override
    public @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
        Value value = whole.at(reference, bias);
        if (value == null || count < 1) {
            return null;
        }
        Value found = part(value);
        return found == null || found.length() > value.length() ? null : found;
    }

    private @Nullable Value part(Value value) {
        CalendarSystem calendar = CalendarSystem.ofYears(value);
        int months = months();
        if (calendar != null && months > 0) {
            int from = calendar.yearOf(value.first());
            int all = (calendar.yearOf(value.last()) - from + 1) * MONTHS;
            return months > all ? null : calendar.months(from, last ? all - months : 0, months);
        }
        LocalDate end = value.last().plusDays(1);
        LocalDate first = last ? unit.plus(end, -count) : value.first();
        LocalDate behind = last ? end : unit.plus(value.first(), count);
        boolean whole = months > 0 && first.getDayOfMonth() == 1 && behind.getDayOfMonth() == 1;
        return whole
                ? Value.months(YearMonth.from(first), YearMonth.from(behind.minusDays(1)))
                : Value.days(first, behind.minusDays(1));
    }

    /** How many months they have; 0 for days and weeks. */
    private int months() {
        return switch (unit) {
            case DAY, WEEK, WEEKEND -> 0;
            case MONTH, SOLAR_MONTH -> count;
            case QUARTER -> 3 * count;
            case HALF -> 6 * count;
            case YEAR, SOLAR_YEAR -> MONTHS * count;
            case DECADE -> 10 * MONTHS * count;
            case CENTURY -> 100 * MONTHS * count;
        };
    }

    @Override
    public Kind kind() {
        return Kind.RANGE;
    }
}
