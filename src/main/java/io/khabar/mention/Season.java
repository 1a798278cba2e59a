package io.khabar.mention;

import java.time.YearMonth;

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

    /** Its first month in the Solar Hijri calendar, which begins with spring. */
    int firstSolarMonth() {
        return firstMonth - SPRING.firstMonth + 1;
    }

    Value of(int year) {
        YearMonth first = YearMonth.of(year, firstMonth);
        return Value.months(first, first.plusMonths(2));
    }
}
