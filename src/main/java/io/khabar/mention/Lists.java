package io.khabar.mention;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The actions of lists, whose members are mentions each and share what only one of them says. */
final class Lists {

    private Lists() {}

    /** Days of one month: "10, 11 and 12 May 2021". */
    static @Nullable Expression days(Reading reading) {
        return pieces(reading, reading.all("dom"), dom -> Dates.fields(reading, dom));
    }

    /** Days of a month that is named relatively: "the 12th and 14th of this month". */
    static @Nullable Expression daysIn(Reading reading) {
        return reading.meaning().kind() == Kind.MONTH
                ? pieces(reading, reading.all("dom"), dom -> Dates.dayOf(reading, dom))
                : null;
    }

    /** Numbered parts of one time: "the first and second quarters of 2020". */
    static @Nullable Expression parts(Reading reading) {
        Unit unit = Unit.of(reading.value(reading.has("period") ? "period" : "periods"));
        return pieces(reading, reading.all("ord"), rank -> Meanings.nth(unit, rank, reading.meaning()));
    }

    /** Days of one month behind their names, each of which is a mention too: "Friday and Monday, 10 and 13 May". */
    static @Nullable Expression namedDays(Reading reading) {
        List<Integer> days = new ArrayList<>(reading.all("dom"));
        days.addAll(reading.all("dom"));
        return pieces(reading, days, dom -> Dates.fields(reading, dom));
    }

    /** Months of one year: "March and April 2020". */
    static @Nullable Expression months(Reading reading) {
        return pieces(reading, monthsRead(reading), month -> month(reading, month, true));
    }

    /** From one month to another, of which only the latter says in which year: "between March and June last". */
    static @Nullable Expression monthRange(Reading reading) {
        List<Integer> months = monthsRead(reading);
        Expression from = month(reading, months.getFirst(), false);
        Expression to = month(reading, months.getLast(), true);
        return from == null || to == null ? null : new Expression.Range(from, to);
    }

    static @Nullable Expression years(Reading reading) {
        return pieces(reading, reading.allOfFirst("year", "recent"), year -> year(reading, year));
    }

    static @Nullable Expression solarYears(Reading reading) {
        return pieces(reading, reading.allOfFirst("year", "short"), year -> SolarDates.year(reading, year));
    }

    /** Days of the week: "next Tuesday and Wednesday", "on Tuesday and Wednesday of next week". */
    static @Nullable Expression weekdays(Reading reading) {
        List<Integer> numbers = reading.allOfFirst("weekday", "fullday");
        List<DayOfWeek> days = numbers.stream().map(DayOfWeek::of).toList();
        Kind kind = Meanings.part(reading, Kind.DAY);
        Integer shift = Meanings.shift(reading);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            places.add(i);
        }
        return pieces(
                reading,
                places,
                place -> reading.meanings().isEmpty()
                        ? new Relative.WeekdayOf(days, place, shift == null ? 0 : shift, kind)
                        : new Within.Weekday(days.get(place), 0, reading.meaning(), kind));
    }

    /** Members that are read each by a rule of its own: "the 18th and 19th centuries". */
    static @Nullable Expression members(Reading reading) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < reading.meanings().size(); i++) {
            places.add(i);
        }
        return pieces(reading, places, place -> reading.meanings().get(place));
    }

    private static List<Integer> monthsRead(Reading reading) {
        return reading.allOfFirst("month", "smonth", "hmonth");
    }

    private static @Nullable Expression month(Reading reading, int month, boolean dated) {
        return Dates.possible(new CalendarFields(
                Dates.calendarOfMonth(reading),
                dated ? Dates.yearOf(reading) : null,
                month,
                null,
                null,
                dated ? Meanings.shift(reading) : null,
                Kind.MONTH));
    }

    private static @Nullable Expression year(Reading reading, int year) {
        return Dates.possible(
                new CalendarFields(Dates.calendarOfYear(reading), year, null, null, null, null, Kind.YEAR));
    }

    /** The mentions that the pattern has brackets around, with their meanings; null if one of them has none. */
    private static @Nullable Expression pieces(
            Reading reading, List<Integer> values, IntFunction<@Nullable Expression> meanings) {
        List<Integer> starts = reading.opened();
        List<Integer> ends = reading.closed();
        List<Expression.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Expression meaning = meanings.apply(values.get(i));
            if (meaning == null) {
                return null;
            }
            pieces.add(new Expression.Piece(starts.get(i), ends.get(i), meaning));
        }
        return new Expression.Several(pieces);
    }
}
