package io.khabar.mention;

import org.jspecify.annotations.Nullable;

/** The actions that make decades and centuries. */
final class Decades {

    private Decades() {}

    /** "1990s": the decade that a year begins; "the 1800s": the century. */
    static @Nullable Expression decadeYear(Reading reading) {
        int year = reading.has("short") ? 1900 + reading.value("short") : reading.value("year");
        if (reading.has("short") && reading.value("short") < 20) {
            return null;
        }
        if (year % 100 == 0 && year < 2000) {
            return new Expression.Fixed(Value.years(year, year + 99), Kind.CENTURY);
        }
        return year % 10 == 0 ? new Expression.Fixed(Value.years(year, year + 9), Kind.DECADE) : null;
    }

    /** "The nineties", with or without their century. */
    static Expression decade(Reading reading) {
        int tens = reading.value("decade");
        if (!reading.meanings().isEmpty()) {
            return new Within.Decade(tens, reading.meaning());
        }
        // "The twenties" may be those of either century: the text's closest past ones are rarely meant, the named ones
        // of the twentieth century are.
        int first = tens >= 20 ? 1900 + tens : 2000 + tens;
        return new Expression.Fixed(Value.years(first, first + 9), Kind.DECADE);
    }

    /** "The 18th century". */
    static @Nullable Expression century(Reading reading) {
        int number = reading.value("roman", reading.value("ord", reading.value("num", 0)));
        if (number < 1 || number > 30) {
            return null;
        }
        int first = 100 * (number - 1) + 1;
        return new Expression.Fixed(Value.years(first, first + 99), Kind.CENTURY);
    }

    /** "The late 18th", where "century" stands behind the last of several. */
    static @Nullable Expression centuryEdge(Reading reading) {
        Expression century = century(reading);
        return century == null ? null : new Within.Edge(Within.Stretch.of(reading.value("edge")), century);
    }
}
