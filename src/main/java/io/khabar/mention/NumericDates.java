package io.khabar.mention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in digits: "2021-09-13", "13/9/2021", "13.09.21", "9/2021", and the instants of ISO 8601. A chain of numbers
 * counts only as a whole, so that no part of a telephone number or a version becomes a date.
 */
final class NumericDates {

    /** The order in which a region writes year, month and day. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        YEAR_FIRST
    }

    private static final String SEPARATORS = "/-.–‐‑−";
    private static final int LONGEST_INSTANT = 40;
    private static final Pattern INSTANT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?)([Zz]|[+-]\\d\\d:?\\d\\d)?");

    private final String text;
    private final Order order;
    private final ZoneId zone;
    private final int fullDate;
    private final int oldDate;
    private final int yearMonth;
    private final int decimal;
    private final int dayMonth;
    private final int sureDay;
    private final int looseDay;
    private final int instant;
    private final List<Instant> instants = new ArrayList<>();

    NumericDates(String text, Order order, ZoneId zone, Lexicon lexicon) {
        this.text = text;
        this.order = order;
        this.zone = zone;
        this.fullDate = lexicon.type("fulldate");
        this.oldDate = lexicon.type("olddate");
        this.yearMonth = lexicon.type("yearmonth");
        this.decimal = lexicon.type("decimal");
        this.dayMonth = lexicon.type("daymonth");
        this.sureDay = lexicon.type("sureday");
        this.looseDay = lexicon.type("looseday");
        this.instant = lexicon.type("instant");
    }

    /** An instant that was found, by the value of its hit. */
    Instant instant(int value) {
        return instants.get(value);
    }

    /** Adds the date that begins with the run of digits at a position; values are year × 10,000 + month × 100 + day. */
    void addTo(List<Hits.Hit> hits, Hits all, int position) {
        if (isLinked(all, position)) {
            return;
        }
        int second = position + 2;
        if (isSpacedDate(all, position)) {
            three(hits, all.token(position), all.token(second), all.token(second + 2));
            return;
        }
        if (!isLinked(all, second)) {
            return;
        }
        String separator = all.token(position + 1).folded();
        if (!isLinked(all, second + 2)) {
            two(hits, all.token(position), all.token(second), separator);
            return;
        }
        boolean longer = isLinked(all, second + 4);
        boolean same = all.token(second + 1).folded().equals(separator);
        if (!longer && same && !instant(hits, all, position)) {
            three(hits, all.token(position), all.token(second), all.token(second + 2));
        }
    }

    /** Whether a run of digits is written on to another one before it, with a separator between. */
    private static boolean isLinked(Hits all, int position) {
        if (position < 2 || position >= all.size()) {
            return false;
        }
        Token mark = all.token(position - 1);
        return all.token(position).isDigits()
                && !all.token(position).spaced()
                && !mark.spaced()
                && SEPARATORS.contains(mark.folded())
                && all.token(position - 2).isDigits();
    }

    /**
     * Whether a date with spaces around its marks begins at a run of digits ("14 / 9 / 2021"): three numbers, two equal
     * marks, single spaces, and no such mark with a number before or behind.
     */
    private static boolean isSpacedDate(Hits all, int position) {
        int end = position + 5;
        if (end > all.size() || !SEPARATORS.contains(all.token(position + 1).folded())) {
            return false;
        }
        boolean spaced = false;
        for (int at = position; at < end; at++) {
            Token token = all.token(at);
            boolean mark = (at - position) % 2 == 1;
            boolean fits = mark ? token.is(all.token(position + 1).folded()) : token.isDigits();
            int gap = at == position ? 0 : token.start() - all.token(at - 1).end();
            if (!fits || gap > 1 || (gap > 0 && token.breaks())) {
                return false;
            }
            spaced |= gap > 0;
        }
        boolean dated = all.token(position).digits() == 4 || all.token(end - 1).digits() == 4;
        return spaced && dated && !isChained(all, position, -1) && !isChained(all, end - 1, 1);
    }

    private static boolean isChained(Hits all, int position, int step) {
        int number = position + 2 * step;
        return number >= 0
                && number < all.size()
                && all.token(number).isDigits()
                && SEPARATORS.contains(all.token(position + step).folded());
    }

    private void two(List<Hits.Hit> hits, Token first, Token second, String separator) {
        boolean slash = separator.equals("/");
        if (isYear(first) && isPart(second) && second.number() >= 1 && second.number() <= 12) {
            boolean price = separator.equals(".") && second.digits() == 1;
            hits.add(new Hits.Hit(price ? decimal : yearMonth, first.number() * 100 + second.number(), 3));
        } else if (!separator.equals(".")
                && isYear(second)
                && isPart(first)
                && first.number() >= 1
                && first.number() <= 12) {
            hits.add(new Hits.Hit(yearMonth, second.number() * 100 + first.number(), 3));
        } else if (isPart(first) && isPart(second)) {
            boolean monthFirst = (order == Order.MONTH_FIRST && first.number() <= 12) || second.number() > 12;
            int month = monthFirst ? first.number() : second.number();
            int day = monthFirst ? second.number() : first.number();
            if (isDay(2000, month, day)) {
                boolean always = first.number() == 24 && second.number() == 7;
                boolean padded = first.digits() == 2 && second.digits() == 2;
                hits.add(new Hits.Hit(slash ? dayMonth : looseDay, month * 100 + day, 3));
                if (slash && !always && (padded || first.number() > 12)) {
                    hits.add(new Hits.Hit(sureDay, month * 100 + day, 3));
                }
            }
        }
    }

    private void three(List<Hits.Hit> hits, Token first, Token second, Token third) {
        if (!isPart(second)) {
            return;
        }
        if (first.digits() == 4 && isPart(third)) {
            add(hits, first.number(), second.number(), third.number());
        } else if (isPart(first) && (third.digits() == 4 || third.digits() == 2)) {
            int year = third.digits() == 4 ? third.number() : third.number() + (third.number() > 49 ? 1900 : 2000);
            boolean monthFirst = (order == Order.MONTH_FIRST && first.number() <= 12) || second.number() > 12;
            int month = monthFirst ? first.number() : second.number();
            int day = monthFirst ? second.number() : first.number();
            if (third.digits() == 2 && order == Order.YEAR_FIRST) {
                year = first.number() + (first.number() > 49 ? 1900 : 2000);
                month = second.number();
                day = third.number();
            }
            add(hits, year, month, day);
        }
    }

    private void add(List<Hits.Hit> hits, int year, int month, int day) {
        int value = year * 10_000 + month * 100 + day;
        if (year >= 1300 && year < 1500 && month <= 12 && month >= 1 && day >= 1 && day <= 31) {
            hits.add(new Hits.Hit(oldDate, value, 5));
        } else if (year >= 1000 && year < 3000 && isDay(year, month, day)) {
            hits.add(new Hits.Hit(fullDate, value, 5));
        }
    }

    private boolean instant(List<Hits.Hit> hits, Hits all, int position) {
        int after = position + 5;
        if (after >= all.size()
                || all.token(after).spaced()
                || !all.token(after).is("t")) {
            return false;
        }
        int start = all.token(position).start();
        Matcher matcher = INSTANT.matcher(text).region(start, Math.min(text.length(), start + LONGEST_INSTANT));
        if (!matcher.lookingAt()) {
            return false;
        }
        int length = 5;
        while (position + length < all.size() && all.token(position + length).start() < matcher.end()) {
            length++;
        }
        try {
            String offset = matcher.group(2);
            String local = matcher.group(1).replace(',', '.').replace('t', 'T');
            instants.add(
                    offset == null
                            ? LocalDateTime.parse(local).atZone(zone).toInstant()
                            : LocalDateTime.parse(local).toInstant(offset(offset)));
            hits.add(new Hits.Hit(instant, instants.size() - 1, length));
            return true;
        } catch (DateTimeException _) {
            // The form of an instant with a month 13 or an hour 25: no time at all.
            return true;
        }
    }

    private static ZoneOffset offset(String written) {
        return written.equalsIgnoreCase("z") ? ZoneOffset.UTC : ZoneOffset.of(written);
    }

    private static boolean isYear(Token token) {
        return token.digits() == 4 && token.number() >= 1800 && token.number() < 2100;
    }

    private static boolean isPart(Token token) {
        return token.digits() <= 2 && token.number() >= 0;
    }

    private static boolean isDay(int year, int month, int day) {
        return CalendarSystem.GREGORIAN.day(year, month, day) != null;
    }
}
