package io.khabar.mention;

import java.time.YearMonth;
import java.util.Objects;

/** The seasons of the northern hemisphere as whole months; a winter belongs to the year it begins in. */
enum Season {
    SPRING(3),
    SUMMER(6),
    AUTUMN(9),
    WINTER(12);

    private static final Season[] ALL = values();

    private final int firstMonth;

    Season(int firstMonth) {
        this.firstMonth = firstMonth;
    }

    /** The season that a lexicon's value stands for. */
    static Season numbered(int value) {
        return ALL[value];
    }

    /** As a quarter of a Solar Hijri year, which begins with spring. */
    Value ofSolar(int year) {
        int first = firstMonth - SPRING.firstMonth + 1;
        return Value.days(
                Objects.requireNonNull(CalendarSystem.SOLAR.day(year, first, 1)),
                Objects.requireNonNull(CalendarSystem.SOLAR.lastDay(year, first + 2)));
    }

    Value of(int year) {
        YearMonth first = YearMonth.of(year, firstMonth);
        return Value.months(first, first.plusMonths(2));
    }
}
