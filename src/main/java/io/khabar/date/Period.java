package io.khabar.date;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a query parameter that takes time says: one year, month, day or instant, or {@code FROM..TO} with either end left
 * open. Both ends are included whole, an instant with its second. Years, months and days compare with civil dates as
 * they stand; where their days begin for instants is only known {@linkplain #in in a time zone}.
 */
public final class Period {
    private static final String POINT =
            "\\d{4}(?:-\\d{2}(?:-\\d{2}(?:[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:[Zz]|[+-]\\d{2}:\\d{2}))?)?)?";

    /** What a period looks like, as a regular expression of JSON Schema: whatever is one matches. */
    public static final String FORM = "^(?:" + POINT + "(?:\\.\\.(?:" + POINT + ")?)?|\\.\\." + POINT + ")$";

    /** What a year, month, day or instant looks like, likewise. */
    public static final String POINT_FORM = "^" + POINT + "$";

    private static final String FORMS = DateParser.FORMS
            + ", or FROM..TO with either end left open, as 2021-09-01..2021-09-15, 2021-09-01.. or ..2015";

    /** Two instants with nine fraction digits and an offset each, and the dots between. */
    public static final int LONGEST = 2 * DateParser.LONGEST + DateParser.OPEN.length();

    /** {@link ZoneOffset} ends at 18 hours: no zone moves an end further than this. */
    private static final long LARGEST_OFFSET_SECONDS = ZoneOffset.MAX.getTotalSeconds();

    private final @Nullable PartialDate from;
    private final @Nullable PartialDate to;

    private Period(@Nullable PartialDate from, @Nullable PartialDate to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Reads a period whose zone is not known yet. FROM must not be after TO; where one is an instant and the other is
     * not, that is only refused here if it is so in every time zone.
     *
     * @throws InvalidDateException for everything else, in time that does not grow with the text
     */
    public static Period parse(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidDateException(FORMS);
        }
        if (text.indexOf('/') >= 0) {
            throw new InvalidDateException(
                    "is no period: it is written with two dots, as 2011..2015, not with a slash");
        }
        int dots = text.indexOf(DateParser.OPEN);
        if (dots < 0) {
            PartialDate date = DateParser.point(text, FORMS);
            return new Period(date, date);
        }
        PartialDate from = end(text.substring(0, dots));
        PartialDate to = end(text.substring(dots + DateParser.OPEN.length()));
        if (from == null && to == null) {
            throw new InvalidDateException("is no period: it needs at least one end, as 2021-09-01.. or ..2015");
        }
        Period period = new Period(from, to);
        if (period.reversed()) {
            throw new InvalidDateException("is no period: " + period + " ends before it begins");
        }
        return period;
    }

    /**
     * Reads a period for use in a zone.
     *
     * @throws InvalidDateException as {@link #parse(String)}, and if FROM is after TO in this zone
     */
    public static Period parse(String text, ZoneId zone) {
        Period period = parse(text);
        if (period.mixed() && period.isReversedIn(zone)) {
            throw new InvalidDateException("is no period: " + period + " ends before it begins in " + zone);
        }
        return period;
    }

    /**
     * The four instants to compare with when days begin as in a zone.
     *
     * <ul>
     *   <li>An end that is a year, month or day: its start or end labelled as UTC for civil dates; the first moment of
     *       that day in the zone for instants. Where clocks skip midnight, that is when the gap ends. A day that the
     *       zone skipped whole contains no instant.
     *   <li>An end that is an instant: itself (as TO, one second later) for instants; what a clock in the zone showed,
     *       labelled as UTC, for civil dates. Where clocks went back in between and show TO before FROM, the two
     *       readings change places, so that the dates on both clocks are still met.
     *   <li>One end an instant and the other not, and FROM after TO in this zone: bounds that nothing meets.
     *       {@link #parse(String, ZoneId)} refuses such a period.
     * </ul>
     */
    public Bounds in(ZoneId zone) {
        Instant civilFrom = from == null ? null : civilFrom(from, zone);
        Instant civilTo = to == null ? null : civilTo(to, zone);
        Instant instantFrom = from == null ? null : instantFrom(from, zone);
        Instant instantTo = to == null ? null : instantTo(to, zone);
        if (civilFrom == null || civilTo == null || instantFrom == null || instantTo == null) {
            return new Bounds(civilFrom, civilTo, instantFrom, instantTo);
        }
        if (!instantFrom.isBefore(instantTo)) {
            return mixed()
                    ? new Bounds(PartialDate.END, PartialDate.BEGINNING, PartialDate.END, PartialDate.BEGINNING)
                    : new Bounds(civilFrom, civilTo, PartialDate.END, PartialDate.BEGINNING);
        }
        return civilFrom.isBefore(civilTo)
                ? new Bounds(civilFrom, civilTo, instantFrom, instantTo)
                : new Bounds(civilTo.minusSeconds(1), civilFrom.plusSeconds(1), instantFrom, instantTo);
    }

    /** Whether the whole date lies in the period: how {@code published} and {@code modified} match. */
    public boolean contains(PartialDate date, ZoneId zone) {
        return in(zone).contains(date);
    }

    /** Whether date and period have some moment in common: how {@code mentions} and {@code on} match. */
    public boolean overlaps(PartialDate date, ZoneId zone) {
        return in(zone).overlaps(date);
    }

    /** Equal when the ends are written the same; {@code 2021} and {@code 2021..2021} are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Period period && Objects.equals(from, period.from) && Objects.equals(to, period.to);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, to);
    }

    /** The canonical text: what {@link #parse(String)} reads back to an equal period. */
    @Override
    public String toString() {
        if (from != null && from.equals(to)) {
            return from.value();
        }
        return (from == null ? "" : from.value()) + DateParser.OPEN + (to == null ? "" : to.value());
    }

    private static @Nullable PartialDate end(String text) {
        return text.isEmpty() ? null : DateParser.point(text, FORMS);
    }

    /** Whether one end is an instant and the other a civil date, whose order depends on the zone. */
    private boolean mixed() {
        return from != null && to != null && from.civil() != to.civil();
    }

    private boolean reversed() {
        if (from == null || to == null) {
            return false;
        }
        if (!from.civil() && !to.civil()) {
            return from.start().isAfter(to.start());
        }
        Instant latestEnd = mixed() ? to.end().plusSeconds(LARGEST_OFFSET_SECONDS) : to.end();
        return !from.start().isBefore(latestEnd);
    }

    private boolean isReversedIn(ZoneId zone) {
        return from != null && to != null && !instantFrom(from, zone).isBefore(instantTo(to, zone));
    }

    private static Instant civilFrom(PartialDate from, ZoneId zone) {
        return from.civil() ? from.start() : clock(from, zone);
    }

    private static Instant civilTo(PartialDate to, ZoneId zone) {
        return to.civil() ? to.end() : clock(to, zone).plusSeconds(1);
    }

    private static Instant instantFrom(PartialDate from, ZoneId zone) {
        return from.civil() ? startOfDay(from.start(), zone) : from.start();
    }

    private static Instant instantTo(PartialDate to, ZoneId zone) {
        return to.civil() ? startOfDay(to.end(), zone) : to.end();
    }

    /** What a clock in the zone shows at an instant, labelled as UTC. */
    private static Instant clock(PartialDate instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant.start(), zone).toInstant(ZoneOffset.UTC);
    }

    private static Instant startOfDay(Instant labelled, ZoneId zone) {
        return labelled.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant();
    }
}
