package io.khabar.mention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A numbered half or quarter of years or of a month: "the first half of 2017", "the last quarter of the 19th century",
 * "the second half of September". A month has halves only, parted after its fifteenth day.
 *
 * @param unit {@link Unit#HALF} or {@link Unit#QUARTER}
 * @param number from 1 on; -1 is the last
 */
record Fraction(Unit unit, int number, Expression whole) implements Expression {

    private static final int MIDDLE_OF_MONTH = 15;
    private static final int MONTHS = 12;

    /** Whether there are such parts of a kind of time. */
    static boolean isOf(Unit unit, Kind whole) {
        return switch (whole) {
            case MONTH -> unit == Unit.HALF;
            case YEAR, DECADE, CENTURY, RANGE -> true;
            default -> false;
        };
    }

    @Override
    public @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
        Value value = whole.at(reference, bias);
        int parts = unit == Unit.HALF ? 2 : 4;
        int place = number < 0 ? parts : number;
        if (value == null || place < 1 || place > parts) {
            return null;
        }
        return whole.kind() == Kind.MONTH ? ofMonth(value, place) : ofYears(value, place, parts);
    }

    private static Value ofMonth(Value month, int place) {
        LocalDate middle = month.first().plusDays(MIDDLE_OF_MONTH);
        return place == 1 ? Value.days(month.first(), middle.minusDays(1)) : Value.days(middle, month.last());
    }

    private static @Nullable Value ofYears(Value years, int place, int parts) {
        CalendarSystem calendar = CalendarSystem.ofYears(years);
        if (calendar == null) {
            return null;
        }
        int from = calendar.yearOf(years.first());
        int length = (calendar.yearOf(years.last()) - from + 1) * MONTHS / parts;
        return calendar.months(from, (place - 1) * length, length);
    }

    @Override
    public Kind kind() {
        return unit.kind();
    }
}
