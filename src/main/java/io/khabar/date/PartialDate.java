package io.khabar.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date of which only a part may be known: a year, a month, a day, an instant, or an interval of calendar dates.
 * Years are 0000 to 9999. The canonical text is the identity: two partial dates are equal when their values are.
 *
 * <p>{@code earliest} (inclusive) and {@code latest} (exclusive) bound it; an interval's open end has no bound. Civil
 * dates (all but instants) are bounded as in UTC, which is a label and not a claim about where their days began. An
 * instant reaches one second far. It is a whole number of microseconds, what is finer being cut off, because the database
 * holds no more: so what is written is what is compared, here and there.
 */
public final class PartialDate {
    private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** The first instant of year 0000, and the first one after year 9999. */
    static final Instant BEGINNING = startInUtc(FIRST_DAY);

    static final Instant END = startInUtc(LAST_DAY.plusDays(1));

    /** What is shown in its place. */
    private static final Instant LAST = END.minus(1, ChronoUnit.MICROS);

    private final String value;
    private final Precision precision;
    private final @Nullable Instant earliest;
    private final @Nullable Instant latest;

    private PartialDate(String value, Precision precision, @Nullable Instant earliest, @Nullable Instant latest) {
        this.value = value;
        this.precision = precision;
        this.earliest = earliest;
        this.latest = latest;
    }

    /**
     * Reads {@code 2017}, {@code 2021-09}, {@code 2021-09-13}, an RFC 3339 instant (any offset, upper or lower case T
     * and Z, up to nine fraction digits, of which six count; becomes UTC) or an interval: {@code 2011/2015},
     * {@code 2011/..}, {@code ../2015}. Nothing is trimmed or guessed.
     *
     * @throws InvalidDateException for everything else, in time that does not grow with the text
     */
    public static PartialDate parse(String text) {
        return DateParser.partialDate(text);
    }

    /**
     * Reads a year, month, day or instant.
     *
     * @throws InvalidDateException with a sentence for the client, which offers no intervals
     */
    public static PartialDate parsePoint(String text) {
        int slash = text.indexOf('/');
        // 17/05/2015 is a date in another writing, not an interval.
        if (slash >= 0 && slash == text.lastIndexOf('/')) {
            throw new InvalidDateException("must be a year, month, day or instant, not an interval");
        }
        return DateParser.point(text, DateParser.FORMS);
    }

    /** A whole year. @throws InvalidDateException outside 0000 to 9999 */
    public static PartialDate of(Year year) {
        LocalDate first = inRange(year.atDay(1));
        return civil(first.toString().substring(0, "yyyy".length()), Precision.YEAR, first, first.plusYears(1));
    }

    /** A whole month. @throws InvalidDateException outside the years 0000 to 9999 */
    public static PartialDate of(YearMonth month) {
        LocalDate first = inRange(month.atDay(1));
        return civil(month.toString(), Precision.MONTH, first, first.plusMonths(1));
    }

    /** A whole day. @throws InvalidDateException outside the years 0000 to 9999 */
    public static PartialDate of(LocalDate day) {
        return civil(inRange(day).toString(), Precision.DAY, day, day.plusDays(1));
    }

    /** An instant, to the microsecond. @throws InvalidDateException outside the years 0000 to 9999 of UTC */
    public static PartialDate of(Instant instant) {
        if (instant.isBefore(BEGINNING) || !instant.isBefore(END)) {
            throw outOfRange();
        }
        Instant earliest = instant.truncatedTo(ChronoUnit.MICROS);
        return new PartialDate(InstantText.shortest(earliest), Precision.INSTANT, earliest, earliest.plusSeconds(1));
    }

    /**
     * The interval from the start of {@code from} to the end of {@code to}; null leaves that end open. The ends may be
     * of different precision: {@code 2021/2021-03} is the first quarter.
     *
     * @throws InvalidDateException if both ends are open, an end is not a year, month or day (EDTF level 0 has no other
     *     intervals), or nothing lies between them
     */
    public static PartialDate interval(@Nullable PartialDate from, @Nullable PartialDate to) {
        if (from == null && to == null) {
            throw new InvalidDateException("is no date: an interval needs at least one end, as 2011/.. or ../2015");
        }
        String value = endOfInterval(from) + "/" + endOfInterval(to);
        Instant earliest = from == null ? null : from.earliest;
        Instant latest = to == null ? null : to.latest;
        if (earliest != null && latest != null && !earliest.isBefore(latest)) {
            throw new InvalidDateException("is no date: " + value + ": the interval ends before it begins");
        }
        return new PartialDate(value, Precision.INTERVAL, earliest, latest);
    }

    /** The canonical text: what {@link #parse} reads back to an equal date. */
    public String value() {
        return value;
    }

    public Precision precision() {
        return precision;
    }

    /** The first instant of the date; null for an interval that is open there. */
    public @Nullable Instant earliest() {
        return earliest;
    }

    /** The first instant after the date, in year 10000 for what ends with 9999; null for an open end. */
    public @Nullable Instant latest() {
        return latest;
    }

    /** {@link #earliest} as RFC 3339 text. */
    public @Nullable String earliestText() {
        return earliest == null ? null : InstantText.shortest(earliest);
    }

    /**
     * {@link #latest} as RFC 3339 text. RFC 3339 has no year 10000, and clients' parsers fail on one, so what lies
     * beyond 9999 is written as the last microsecond before: {@code 9999-12-31T23:59:59.999999Z}.
     */
    public @Nullable String latestText() {
        return latest == null ? null : InstantText.shortest(latest.isBefore(END) ? latest : LAST);
    }

    /** Whether this is a date of the calendar, without time and zone: everything but an instant. */
    public boolean civil() {
        return precision != Precision.INSTANT;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartialDate date && value.equals(date.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }

    /** The start of a year, month, day or instant, which always has one. */
    Instant start() {
        return Objects.requireNonNull(earliest, "only an interval is open");
    }

    /** The end, exclusive, of a year, month, day or instant, which always has one. */
    Instant end() {
        return Objects.requireNonNull(latest, "only an interval is open");
    }

    private static PartialDate civil(String value, Precision precision, LocalDate first, LocalDate next) {
        return new PartialDate(value, precision, startInUtc(first), startInUtc(next));
    }

    private static String endOfInterval(@Nullable PartialDate end) {
        if (end == null) {
            return DateParser.OPEN;
        }
        if (end.precision == Precision.INSTANT || end.precision == Precision.INTERVAL) {
            throw new InvalidDateException(
                    "is no date: " + end + ": an interval begins and ends with a year, a month or a day");
        }
        return end.value;
    }

    private static Instant startInUtc(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw outOfRange();
        }
        return day;
    }

    private static InvalidDateException outOfRange() {
        return new InvalidDateException("must lie in the years 0000 to 9999 of UTC");
    }
}
