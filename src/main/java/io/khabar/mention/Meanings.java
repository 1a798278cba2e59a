package io.khabar.mention;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The actions that rule files name behind their patterns. */
final class Meanings {

    /** No expression counts further than this. */
    private static final int FURTHEST = 5000;

    private static final int NIGHT = 5;

    private static final Kind[] PARTS = {Kind.DAWN, Kind.MORNING, Kind.NOON, Kind.AFTERNOON, Kind.EVENING, Kind.NIGHT};

    private Meanings() {}

    /** The action of a name. */
    static Reading.Action of(String name) {
        return switch (name) {
            case "nothing" -> _ -> new Expression.Nothing();
            case "same" -> Reading::meaning;
            case "date", "month" -> Dates::date;
            case "monthof" -> reading -> Dates.fields(reading, null);
            case "fulldate" -> reading -> Dates.numeric(reading.value("fulldate"), CalendarSystem.GREGORIAN);
            case "hijridate" -> reading -> Dates.numeric(reading.value("olddate"), CalendarSystem.HIJRI);
            case "solardate" -> reading -> Dates.numeric(reading.value("olddate"), CalendarSystem.SOLAR);
            case "yearmonth" ->
                reading -> Dates.yearMonth(reading.value(reading.has("decimal") ? "decimal" : "yearmonth"));
            case "namedday" -> Dates::namedDay;
            case "daymonth" -> Dates::dayMonth;
            case "monthday" -> Dates::monthDay;
            case "instant" -> Dates::instant;
            case "dates" -> Dates::neighbours;
            case "days" -> Dates::days;
            case "eachday" -> Lists::days;
            case "eachdayin" -> Lists::daysIn;
            case "eachdaytwice" -> Lists::namedDays;
            case "eachmonth" -> Lists::months;
            case "eachyear" -> Lists::years;
            case "eachsolaryear" -> Lists::solarYears;
            case "eachweekday" -> Lists::weekdays;
            case "each" -> Lists::members;
            case "eachpart" -> Lists::parts;
            case "monthrange" -> Lists::monthRange;
            case "year" -> Dates::year;
            case "years" -> Dates::years;
            case "reversedyears" -> Dates::reversedYears;
            case "seasonyears" -> Dates::seasonYears;
            case "in" -> Dates::in;
            case "weekdaydom" -> Dates::monthless;
            case "cjkdate" -> Dates::named;
            case "solaryear" -> SolarDates::year;
            case "solarshort" -> SolarDates::shortYear;
            case "solarshortdate" -> SolarDates::shortDate;
            case "solaryears" -> SolarDates::years;
            case "solardecade" -> SolarDates::decade;
            case "solarseason" -> SolarDates::season;
            case "calendaryear" -> reading -> new Relative.Shift(Unit.YEAR, reading.value("yearanchor"));
            case "ending" -> Meanings::ending;
            case "yearanchor" -> reading -> new Relative.Shift(Unit.SOLAR_YEAR, reading.value("yearanchor"));
            case "daysin" -> Dates::daysIn;
            case "anchor" ->
                reading -> new Relative.Offset(
                        List.of(new Relative.Step(Unit.DAY, days(reading))), part(reading, Kind.DAY));
            case "weekday" ->
                reading -> new Relative.Weekday(weekday(reading), shift(reading), Bias.PAST, part(reading, Kind.DAY));
            case "weekdayahead" ->
                reading -> new Relative.Weekday(weekday(reading), null, Bias.FUTURE, part(reading, Kind.DAY));
            case "weekdayfar" ->
                reading -> new Relative.Weekday(
                        weekday(reading), 2 * value(shift(reading)), Bias.PAST, part(reading, Kind.DAY));
            case "weekdayin" ->
                reading -> new Within.Weekday(weekday(reading), 0, reading.meaning(), part(reading, Kind.DAY));
            case "weekdaysin" ->
                reading -> new Expression.Range(
                        new Within.Weekday(weekday(reading), 0, reading.meaning(), Kind.DAY),
                        new Within.Weekday(
                                DayOfWeek.of(reading.all("weekday").getLast()), 0, reading.meaning(), Kind.DAY));
            case "nthweekday" -> Meanings::nthWeekday;
            case "shift" -> reading -> new Relative.Shift(unit(reading), value(shift(reading)));
            case "aftershift" -> reading -> new Relative.Shift(unit(reading), 2 * value(shift(reading)));
            case "amount" -> Meanings::amount;
            case "amount1" ->
                reading -> new Relative.Offset(
                        List.of(new Relative.Step(Unit.of(reading.value("one")), 1)),
                        Unit.of(reading.value("one")).kind());
            case "amounts" -> reading -> offset(reading, 1);
            case "ago" -> reading -> offset(reading, -1);
            case "agoday" -> Meanings::agoDay;
            case "halves" -> reading -> halves(reading, count(reading));
            case "half1" -> reading -> halves(reading, 0);
            case "agounit" ->
                reading -> new Relative.Offset(
                        List.of(new Relative.Step(unit(reading), -1)),
                        unit(reading).kind());
            case "hence" -> reading -> offset(reading, 1);
            case "distance" ->
                reading -> new Relative.Distance(offset(reading, 1).steps());
            case "weekendafter" -> reading -> new Relative.Shift(Unit.WEEKEND, 2 * value(shift(reading)));
            case "window" -> Meanings::window;
            case "windownext" -> reading -> window(unit(reading), count(reading));
            case "windowlast" -> reading -> window(unit(reading), -count(reading));
            case "edge" -> reading -> new Within.Edge(Within.Stretch.of(reading.value("edge")), reading.meaning());
            case "edgenow" ->
                reading ->
                        new Within.Edge(Within.Stretch.of(reading.value("edge")), new Relative.Shift(unit(reading), 0));
            case "thismonth" -> _ -> new Relative.Shift(Unit.MONTH, 0);
            case "weekof" -> reading -> new Within.Around(Unit.WEEK, reading.meaning());
            case "rest" -> reading -> new Relative.Rest(unit(reading));
            case "weekendlately" -> reading -> new Relative.Nearby(Unit.WEEKEND);
            case "weekend" -> reading -> new Relative.Shift(Unit.WEEKEND, value(shift(reading)));
            case "nth" -> reading -> nth(unit(reading), rank(reading), reading.meaning());
            case "firstunits" -> reading -> units(reading, false);
            case "lastunits" -> reading -> units(reading, true);
            case "half" -> reading -> nth(Unit.HALF, reading.value("half"), reading.meaning());
            case "quarter" -> reading -> nth(Unit.QUARTER, reading.value("quarter"), reading.meaning());
            case "season" -> Meanings::season;
            case "relativesolarseason" -> Meanings::solarSeason;
            case "seasonofyears" -> Meanings::seasonOfYears;
            case "decade" -> Decades::decade;
            case "decadeyear" -> Decades::decadeYear;
            case "century", "centuryroman" -> Decades::century;
            case "centuryedge" -> Decades::centuryEdge;
            case "since" -> reading -> new Expression.Since(reading.meaning());
            case "until" -> reading -> new Expression.Until(reading.meaning());
            case "range" -> Meanings::range;
            default -> throw new IllegalArgumentException("No such action: " + name);
        };
    }

    /** The day part that was read, or another kind if none was. */
    static Kind part(Reading reading, Kind otherwise) {
        Integer part = reading.has("night") ? Integer.valueOf(NIGHT) : reading.first("part");
        return part == null ? otherwise : PARTS[part];
    }

    private static int days(Reading reading) {
        return reading.value("anchor", reading.value("otherday", reading.value("night", 0)));
    }

    /** -1 past, 0 this, 1 next; null if nothing of the sort was read. */
    static @Nullable Integer shift(Reading reading) {
        return reading.has("this") ? Integer.valueOf(0) : Dates.first(reading, "rel", "rels", "next", "previous");
    }

    private static int value(@Nullable Integer shift) {
        return shift == null ? 0 : shift;
    }

    private static DayOfWeek weekday(Reading reading) {
        return DayOfWeek.of(Objects.requireNonNull(Dates.first(reading, "weekday", "fullday", "barewd")));
    }

    private static Unit unit(Reading reading) {
        for (String type : List.of("theunit", "period", "dayunit", "unit", "theunits", "dual", "thedual", "one")) {
            Integer value = reading.first(type);
            if (value != null) {
                return Unit.of(value);
            }
        }
        throw new IllegalStateException("The pattern reads no unit");
    }

    private static int rank(Reading reading) {
        return reading.has("last") || reading.has("lastword")
                ? -1
                : reading.has("firstword") ? 1 : reading.value(reading.has("ord") ? "ord" : "ordinal");
    }

    private static @Nullable Expression units(Reading reading, boolean last) {
        Expression whole = reading.meaning();
        int count = count(reading);
        return count > FURTHEST ? null : possible(whole, new FirstOrLast(unit(reading), count, last, whole));
    }

    static @Nullable Expression nth(Unit unit, int rank, Expression whole) {
        if (rank == 0 || rank > FURTHEST) {
            return null;
        }
        if (unit != Unit.HALF && unit != Unit.QUARTER) {
            return possible(whole, new Within.Nth(unit, rank, whole));
        }
        return Fraction.isOf(unit, whole.kind()) ? possible(whole, new Fraction(unit, rank, whole)) : null;
    }

    /** A part, unless its whole is known and has no such part. */
    private static @Nullable Expression possible(Expression whole, Expression part) {
        return whole.at(null, null) != null && part.at(null, null) == null ? null : part;
    }

    private static @Nullable Expression nthWeekday(Reading reading) {
        int rank = rank(reading);
        if (rank == 0 || rank > 5) {
            return null;
        }
        Expression whole = reading.meanings().isEmpty() ? new Relative.Shift(Unit.MONTH, 0) : reading.meaning();
        return possible(whole, new Within.Weekday(weekday(reading), rank, whole, part(reading, Kind.DAY)));
    }

    private static @Nullable Expression amount(Reading reading) {
        Unit unit = unit(reading);
        int count = count(reading);
        return count < 1 || count > FURTHEST
                ? null
                : new Relative.Offset(List.of(new Relative.Step(unit, count)), unit.kind());
    }

    private static int count(Reading reading) {
        if (reading.has("dual") || reading.has("thedual")) {
            return 2;
        }
        return reading.has("few") || reading.has("thefew") ? 3 : reading.value("num", 1);
    }

    /** "Two and a half years". */
    private static @Nullable Expression halves(Reading reading, int count) {
        return count > FURTHEST ? null : Relative.Offset.andHalf(unit(reading), count);
    }

    private static Relative.Offset offset(Reading reading, int sign) {
        List<Relative.Step> steps = new ArrayList<>();
        for (Expression meaning : reading.meanings()) {
            if (meaning instanceof Relative.Offset amount) {
                for (Relative.Step step : amount.steps()) {
                    steps.add(new Relative.Step(step.unit(), sign * step.count()));
                }
            }
        }
        return new Relative.Offset(steps, part(reading, steps.getLast().unit().kind()));
    }

    /** "Five years ago today": a day, where years alone would be as exact as a year. */
    private static Expression agoDay(Reading reading) {
        List<Relative.Step> steps = new ArrayList<>(offset(reading, -1).steps());
        steps.add(new Relative.Step(Unit.DAY, days(reading)));
        return new Relative.Offset(steps, part(reading, Kind.DAY));
    }

    private static @Nullable Expression ending(Reading reading) {
        int count = count(reading);
        return count < 1 || count > FURTHEST ? null : new Within.Ending(unit(reading), count, reading.meaning());
    }

    private static @Nullable Expression window(Reading reading) {
        return window(unit(reading), count(reading) * value(shift(reading)));
    }

    private static @Nullable Expression window(Unit unit, int count) {
        return count == 0 || Math.abs(count) > FURTHEST ? null : new Relative.Window(unit, count);
    }

    private static @Nullable Expression range(Reading reading) {
        Expression from = reading.meanings().getFirst();
        Expression to = reading.meanings().getLast();
        Value start = from.at(null, null);
        Value end = to.at(null, null);
        return start != null && end != null && end.last().isBefore(start.first())
                ? null
                : new Expression.Range(from, to);
    }

    private static Expression season(Reading reading) {
        Season season = Season.numbered(reading.value(reading.has("season") ? "season" : "theseason"));
        return reading.meanings().isEmpty()
                ? new Relative.Season(season, shift(reading), false)
                : new Within.InYear(season, reading.meaning());
    }

    private static Expression solarSeason(Reading reading) {
        return new Relative.Season(Season.numbered(reading.value("season")), shift(reading), true);
    }

    /** "The winter of 2010-11": that of the first year. */
    private static @Nullable Expression seasonOfYears(Reading reading) {
        Expression years = Dates.seasonYears(reading);
        return years == null ? null : new Within.InYear(Season.numbered(reading.value("season")), years);
    }
}
