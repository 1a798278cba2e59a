package io.khabar.mention;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * A resolved time in the notation of partial dates, with the days that bound it.
 *
 * @param iso the notation
 * @param first its first day
 * @param last its last day, the same or later
 */
record Value(String iso, LocalDate first, LocalDate last) {

    static Value day(LocalDate day) {
        return new Value(write(day), day, day);
    }

    static Value month(YearMonth month) {
        return new Value(write(month), month.atDay(1), month.atEndOfMonth());
    }

    static Value year(int year) {
        return new Value(write(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    static Value days(LocalDate first, LocalDate last) {
        return first.equals(last) ? day(first) : new Value(write(first) + "/" + write(last), first, last);
    }

    static Value months(YearMonth first, YearMonth last) {
        return first.equals(last)
                ? month(first)
                : new Value(write(first) + "/" + write(last), first.atDay(1), last.atEndOfMonth());
    }

    static Value years(int first, int last) {
        return new Value(write(first) + "/" + write(last), LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
    }

    /** From the beginning of one time to the end of another. */
    static Value between(Value from, Value to) {
        String start = from.start();
        String end = to.end();
        return new Value(start.equals(end) ? start : start + "/" + end, from.first, to.last);
    }

    Value since() {
        return new Value(start() + "/..", first, last);
    }

    Value until() {
        return new Value("../" + end(), first, last);
    }

    private String start() {
        int slash = iso.indexOf('/');
        return civil(slash < 0 ? iso : iso.substring(0, slash));
    }

    private String end() {
        return civil(iso.substring(iso.indexOf('/') + 1));
    }

    /** An instant's day: intervals begin and end with calendar dates (EDTF level 0). */
    private static String civil(String end) {
        return end.substring(0, Math.min(end.length(), "yyyy-mm-dd".length()));
    }

    /** Whether it begins with a year's first day and ends with a year's last. */
    boolean isWholeYears() {
        return first.getDayOfYear() == 1 && last.getMonthValue() == 12 && last.getDayOfMonth() == 31;
    }

    /** How many days it has. */
    long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    private static String write(LocalDate day) {
        return write(YearMonth.from(day)) + "-" + two(day.getDayOfMonth());
    }

    private static String write(YearMonth month) {
        return write(month.getYear()) + "-" + two(month.getMonthValue());
    }

    private static String write(int year) {
        String digits = Integer.toString(year);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
