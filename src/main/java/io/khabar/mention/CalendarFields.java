package io.khabar.mention;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A date by its fields, of which some may be missing.
 *
 * @param year the year, or null
 * @param month the month, or null
 * @param day the day of the month, or null
 * @param weekday its day of the week, or null: chooses the month where that is missing
 * @param shift -1 the last one before the reference, 1 the next one after it, 0 the one closest, null by bias
 */
record CalendarFields(
        CalendarSystem calendar,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        @Nullable DayOfWeek weekday,
        @Nullable Integer shift,
        Kind kind)
        implements Expression {

    /** Leap days come once in four years, at most once in eight. */
    private static final int YEARS_AROUND = 8;

    /** In days; a day of the week that does not agree is mistaken there, as many are. */
    private static final int SURELY_NEAR = 90;

    /** Whether there is such a date, in some year if the year is missing. */
    boolean isPossible() {
        if (calendar != CalendarSystem.GREGORIAN || month == null || day == null) {
            return year == null || whole(year) != null;
        }
        return year == null ? day <= YearMonth.of(2000, month).lengthOfMonth() : whole(year) != null;
    }

    @Override
    public @Nullable Value at(@Nullable LocalDate reference, @Nullable Bias bias) {
        if (year != null) {
            return whole(year);
        }
        if (reference == null) {
            return null;
        }
        return month != null ? inSomeYear(reference, bias) : inSomeMonth(reference, bias);
    }

    private @Nullable Value whole(int ofYear) {
        if (month == null) {
            if (calendar == CalendarSystem.GREGORIAN) {
                return Value.year(ofYear);
            }
            LocalDate first = calendar.day(ofYear, 1, 1);
            LocalDate last = calendar.lastDay(ofYear, 12);
            return first == null || last == null ? null : Value.days(first, last);
        }
        if (day != null) {
            LocalDate found = calendar.day(ofYear, month, day);
            return found == null ? null : Value.day(found);
        }
        if (calendar == CalendarSystem.GREGORIAN) {
            return Value.month(YearMonth.of(ofYear, month));
        }
        LocalDate first = calendar.day(ofYear, month, 1);
        LocalDate last = calendar.lastDay(ofYear, month);
        return first == null || last == null ? null : Value.days(first, last);
    }

    private @Nullable Value inSomeYear(LocalDate reference, @Nullable Bias bias) {
        Choice choice = new Choice(reference, shift, bias == null ? Bias.NEAREST : bias);
        int middle = calendar.yearOf(reference);
        boolean leapDay = day != null && day >= 29;
        int around = leapDay ? YEARS_AROUND : 1;
        for (int candidate = middle - around; candidate <= middle + around; candidate++) {
            Value value = candidate >= 1 && candidate <= 9999 ? whole(candidate) : null;
            if (value != null) {
                choice.offer(value);
            }
        }
        Value best = choice.best();
        return best == null || shift != null || bias != null ? best : byWeekday(best, reference);
    }

    /** The same day of the year before or behind, if only that one is the named day of the week and the best is far. */
    private @Nullable Value byWeekday(Value best, LocalDate reference) {
        boolean near = Math.abs(ChronoUnit.DAYS.between(reference, best.first())) <= SURELY_NEAR;
        if (near || day == null || weekday == null || best.first().getDayOfWeek() == weekday) {
            return best;
        }
        int other = calendar.yearOf(best.first()) + (best.first().isAfter(reference) ? -1 : 1);
        Value named = other >= 1 && other <= 9999 ? whole(other) : null;
        return named != null && named.first().getDayOfWeek() == weekday ? named : best;
    }

    private @Nullable Value inSomeMonth(LocalDate reference, @Nullable Bias bias) {
        if (day == null) {
            return null;
        }
        // A day of the week leaves so few months that the closest is meant, whatever the bias.
        Choice choice = new Choice(reference, shift, bias == null || weekday != null ? Bias.NEAREST : bias);
        YearMonth middle = YearMonth.from(reference);
        int around = weekday == null ? 2 : 12;
        for (int months = -around; months <= around; months++) {
            YearMonth candidate = middle.plusMonths(months);
            if (day <= candidate.lengthOfMonth()
                    && (weekday == null || candidate.atDay(day).getDayOfWeek() == weekday)) {
                choice.offer(Value.day(candidate.atDay(day)));
            }
        }
        return choice.best();
    }
}
