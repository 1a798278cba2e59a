package io.khabar.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates by position, with ASCII digits only: {@code java.time}'s own parsers take signs, long years and 24:00,
 * and their messages are not for clients.
 */
final class DateParser {
    /** An end that is left open, and what stands between the ends of a period. */
    static final String OPEN = "..";

    /** How the client should have written a single date. */
    static final String FORMS =
            "must be a year, month, day or instant, as 2017, 2021-09, 2021-09-13 or 2021-09-13T18:30:00Z";

    private static final String INTERVALS =
            ", or an interval of years, months or days, as 2011/2015, 2011/.. or ../2015";

    private static final String INTERVAL_FORMS = "must be a year, month, day or instant" + INTERVALS;

    /** Where {@code yyyy}, {@code yyyy-mm}, {@code yyyy-mm-dd} and {@code yyyy-mm-ddThh:mm:ss} end. */
    private static final int YEAR_LENGTH = 4;

    private static final int MONTH_LENGTH = 7;
    private static final int DAY_LENGTH = 10;
    private static final int SECOND_LENGTH = 19;

    /** {@code +hh:mm}. */
    private static final int OFFSET_LENGTH = 6;

    private static final int FRACTION_DIGITS = 9;

    /** The longest date: an instant with point, fraction and offset. Whatever is longer is refused unread. */
    static final int LONGEST = SECOND_LENGTH + 1 + FRACTION_DIGITS + OFFSET_LENGTH;

    /** The longest that is known for an interval: of instants, which is refused with a reason. */
    private static final int LONGEST_INTERVAL = 2 * LONGEST + 1;

    private final String text;
    /** What to say when the text has no known shape; it depends on what was asked for. */
    private final String forms;

    private DateParser(String text, String forms) {
        this.text = text;
        this.forms = forms;
    }

    /** A year, month, day, instant or interval. */
    static PartialDate partialDate(String text) {
        int slash = text.length() > LONGEST_INTERVAL ? -1 : text.indexOf('/');
        if (slash < 0) {
            return point(text, FORMS + INTERVALS);
        }
        return PartialDate.interval(intervalEnd(text.substring(0, slash)), intervalEnd(text.substring(slash + 1)));
    }

    /**
     * A year, month, day or instant.
     *
     * @param forms the message for a text of another shape
     */
    static PartialDate point(String text, String forms) {
        DateParser parser = new DateParser(text, forms);
        int length = text.length();
        if (length > SECOND_LENGTH && length <= LONGEST) {
            return PartialDate.of(parser.instant());
        }
        return switch (length) {
            case YEAR_LENGTH -> PartialDate.of(Year.of(parser.year()));
            case MONTH_LENGTH -> PartialDate.of(parser.month());
            case DAY_LENGTH -> PartialDate.of(parser.day());
            default -> throw parser.misshapen();
        };
    }

    private static @Nullable PartialDate intervalEnd(String text) {
        return text.equals(OPEN) ? null : point(text, INTERVAL_FORMS);
    }

    private int year() {
        return number(0, YEAR_LENGTH);
    }

    private YearMonth month() {
        expect(YEAR_LENGTH, "-");
        int year = year();
        int month = number(YEAR_LENGTH + 1, 2);
        if (month < 1 || month > 12) {
            throw wrong(MONTH_LENGTH, "months go from 01 to 12");
        }
        return YearMonth.of(year, month);
    }

    private LocalDate day() {
        expect(MONTH_LENGTH, "-");
        int day = number(MONTH_LENGTH + 1, 2);
        YearMonth month = month();
        if (!month.isValidDay(day)) {
            String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            int days = month.lengthOfMonth();
            throw wrong(
                    DAY_LENGTH,
                    day == 0
                            ? "days go from 01 to " + days
                            : name + " " + text.substring(0, YEAR_LENGTH) + " has " + days + " days");
        }
        return month.atDay(day);
    }

    /**
     * RFC 3339 section 5.6 with seconds. Its leap second, :60, is refused: neither Java nor PostgreSQL has an instant
     * for it, and taking it for the next second would change what the client sent. Its unknown local offset, -00:00,
     * says the instant all the same and is read as UTC.
     */
    private Instant instant() {
        expect(DAY_LENGTH, "Tt");
        expect(DAY_LENGTH + 3, ":");
        expect(DAY_LENGTH + 6, ":");
        int hour = number(DAY_LENGTH + 1, 2);
        int minute = number(DAY_LENGTH + 4, 2);
        int second = number(DAY_LENGTH + 7, 2);
        int nanos = 0;
        int at = SECOND_LENGTH;
        if (is(at, ".")) {
            int start = at + 1;
            at = start;
            while (at < text.length() && digit(at) >= 0) {
                at++;
            }
            int digits = at - start;
            if (digits > FRACTION_DIGITS) {
                throw new InvalidDateException("is no date: a fraction of a second has at most 9 digits");
            }
            nanos = number(start, digits);
            for (int i = digits; i < FRACTION_DIGITS; i++) {
                nanos *= 10;
            }
        }
        int offsetSeconds = offsetSeconds(at);
        LocalDate day = day();
        if (hour > 23 || minute > 59) {
            throw new InvalidDateException("is no date: hours go from 00 to 23, minutes from 00 to 59");
        }
        if (second > 59) {
            throw new InvalidDateException("is no date: seconds go from 00 to 59; leap seconds are not kept");
        }
        return day.atTime(hour, minute, second, nanos).toInstant(ZoneOffset.UTC).minusSeconds(offsetSeconds);
    }

    /** The offset that must be the rest of the text. Up to 23:59, as in RFC 3339; Java's own offsets end at 18:00. */
    private int offsetSeconds(int at) {
        if (is(at, "Zz") && at + 1 == text.length()) {
            return 0;
        }
        if (is(at, " ") && at + OFFSET_LENGTH == text.length()) {
            throw new InvalidDateException(
                    "is no date: the + of an offset must be percent-encoded in a URL, where it stands for a space");
        }
        if (!is(at, "+-") || at + OFFSET_LENGTH != text.length()) {
            throw misshapen();
        }
        expect(at + 3, ":");
        int hours = number(at + 1, 2);
        int minutes = number(at + 4, 2);
        if (hours > 23 || minutes > 59) {
            throw new InvalidDateException("is no date: offsets go from -23:59 to +23:59");
        }
        int seconds = (hours * 60 + minutes) * 60;
        return is(at, "-") ? -seconds : seconds;
    }

    private int number(int start, int length) {
        if (length == 0) {
            throw misshapen();
        }
        int number = 0;
        for (int at = start; at < start + length; at++) {
            int digit = at < text.length() ? digit(at) : -1;
            if (digit < 0) {
                throw misshapen();
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The ASCII digit at a place, or -1: Character.digit would take Arabic and full-width ones. */
    private int digit(int at) {
        char character = text.charAt(at);
        return character >= '0' && character <= '9' ? character - '0' : -1;
    }

    private boolean is(int at, String anyOf) {
        return at < text.length() && anyOf.indexOf(text.charAt(at)) >= 0;
    }

    private void expect(int at, String anyOf) {
        if (!is(at, anyOf)) {
            throw misshapen();
        }
    }

    private InvalidDateException misshapen() {
        return new InvalidDateException(forms);
    }

    /** Quotes only the part that is known to be digits and hyphens, so that nothing odd comes back to the client. */
    private InvalidDateException wrong(int length, String why) {
        return new InvalidDateException("is no date: " + text.substring(0, length) + ": " + why);
    }
}
