package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;

/**
 * Compares {@link Period} with a model that knows no bounds: it walks through the days of a window of two years and asks
 * of each day, and of each instant's day on the zone's clock, whether it lies between the ends. The window has midnights
 * that clocks skipped and repeated (Damascus, Havana) and a day that Samoa skipped.
 */
class PeriodPropertiesTest {
    private static final LocalDate WINDOW_START = LocalDate.of(2011, 1, 1);
    private static final LocalDate WINDOW_END = LocalDate.of(2012, 12, 31);
    /** An instant of the window's last day lies in the next one where clocks are ahead: what is open goes on so far. */
    private static final LocalDate WALK_END = WINDOW_END.plusDays(1);
    /** Starts late in 2011, because St. John's repeated 23:01 to 00:01 until then; PeriodTest looks at that. */
    private static final List<LocalDate> DAYS =
            LocalDate.of(2011, 12, 1).datesUntil(WINDOW_END.plusDays(1)).toList();

    private static final List<LocalDate> ODD_DAYS = List.of(
            LocalDate.of(2011, 12, 29),
            LocalDate.of(2011, 12, 30),
            LocalDate.of(2011, 12, 31),
            LocalDate.of(2012, 1, 1),
            LocalDate.of(2012, 3, 29),
            LocalDate.of(2012, 3, 30),
            LocalDate.of(2012, 3, 31),
            LocalDate.of(2012, 10, 25),
            LocalDate.of(2012, 10, 26),
            LocalDate.of(2012, 11, 4));

    @Property(tries = 3000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void agreesWithAWalkThroughTheDays(
            @ForAll("ends") Optional<PartialDate> from,
            @ForAll("ends") Optional<PartialDate> to,
            @ForAll("dates") PartialDate date,
            @ForAll("zones") ZoneId zone) {
        Assume.that(from.isPresent() || to.isPresent());
        Model model = new Model(from.orElse(null), to.orElse(null), zone);
        Assume.that(!model.clockWentBackBetweenTheEnds());
        String text = from.map(PartialDate::value).orElse("") + ".."
                + to.map(PartialDate::value).orElse("");
        bothAnswersAreCommon("in order", model.inOrder());
        if (!model.inOrder()) {
            assertThrows(InvalidDateException.class, () -> Period.parse(text, zone));
            return;
        }
        Period period = Period.parse(text, zone);
        bothAnswersAreCommon("contains", model.contains(date));
        bothAnswersAreCommon("overlaps", model.overlaps(date));

        assertEquals(model.contains(date), period.contains(date, zone), () -> text + " contains " + date);
        assertEquals(model.overlaps(date), period.overlaps(date, zone), () -> text + " overlaps " + date);
    }

    @Property
    void whatIsContainedOverlapsAndStartsInTheWidestRange(
            @ForAll("ends") Optional<PartialDate> from,
            @ForAll("ends") Optional<PartialDate> to,
            @ForAll("dates") PartialDate date,
            @ForAll("zones") ZoneId zone) {
        Period period = periodOf(from, to);
        Bounds bounds = period.in(zone);
        Assume.that(bounds.contains(date));

        assertTrue(bounds.overlaps(date));
        Instant earliest = date.earliest();
        Instant widestFrom = bounds.widestFrom();
        Instant widestTo = bounds.widestTo();
        if (earliest != null) {
            assertTrue(widestFrom == null || !earliest.isBefore(widestFrom));
            assertTrue(widestTo == null || earliest.isBefore(widestTo));
        }
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("ends") Optional<PartialDate> from, @ForAll("ends") Optional<PartialDate> to) {
        Period period = periodOf(from, to);

        assertEquals(period, Period.parse(period.toString()));
        assertEquals(period.toString(), Period.parse(period.toString()).toString());
    }

    @Property
    void aPeriodOfOneDateIsThatDateToItself(@ForAll("points") PartialDate date, @ForAll("zones") ZoneId zone) {
        Period period = Period.parse(date.value(), zone);

        assertEquals(Period.parse(date + ".." + date, zone).in(zone), period.in(zone));
        assertTrue(period.contains(date, zone));
    }

    @Property
    void everyInstantLiesInExactlyOneDayOfAZone(@ForAll("instants") Instant instant, @ForAll("zones") ZoneId zone) {
        PartialDate date = PartialDate.of(instant);
        LocalDate day = LocalDate.ofInstant(instant, zone);

        for (LocalDate other = day.minusDays(2); !other.isAfter(day.plusDays(2)); other = other.plusDays(1)) {
            assertEquals(other.equals(day), Period.parse(other.toString()).contains(date, zone), other.toString());
        }
    }

    private static void bothAnswersAreCommon(String question, boolean answer) {
        Statistics.label(question).collect(answer).coverage(answers -> {
            answers.check(true).percentage(share -> share > 10);
            answers.check(false).percentage(share -> share > 10);
        });
    }

    private static Period periodOf(Optional<PartialDate> from, Optional<PartialDate> to) {
        Assume.that(from.isPresent() || to.isPresent());
        try {
            return Period.parse(from.map(PartialDate::value).orElse("") + ".."
                    + to.map(PartialDate::value).orElse(""));
        } catch (InvalidDateException reversed) {
            // Both ends are well formed, so only their order can be wrong; the model's test looks at that.
            assertTrue(String.valueOf(reversed.getMessage()).contains("before it begins"));
            Assume.that(false);
            throw reversed;
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Asia/Damascus",
                        "America/St_Johns",
                        "Pacific/Apia",
                        "America/Havana",
                        "Pacific/Kiritimati",
                        "Etc/GMT+12",
                        "+18:00",
                        "-18:00")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.oneOf(Arbitraries.of(DAYS), Arbitraries.of(ODD_DAYS));
    }

    @Provide
    Arbitrary<Instant> instants() {
        // Whole seconds, and often those around a midnight of some zone.
        Arbitrary<Integer> secondOfDay = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 86_399), Arbitraries.of(0, 1, 3_599, 3_600, 86_398, 86_399));
        return Combinators.combine(days(), secondOfDay, zones())
                .as((day, second, zone) ->
                        day.atStartOfDay().plusSeconds(second).atZone(zone).toInstant());
    }

    @Provide
    Arbitrary<PartialDate> civil() {
        return Arbitraries.oneOf(
                days().map(PartialDate::of),
                days().map(day -> PartialDate.of(YearMonth.from(day))),
                days().map(day -> PartialDate.of(Year.from(day))));
    }

    @Provide
    Arbitrary<PartialDate> points() {
        return Arbitraries.oneOf(civil(), instants().map(PartialDate::of));
    }

    @Provide
    Arbitrary<Optional<PartialDate>> ends() {
        return points().optional(0.85);
    }

    @Provide
    Arbitrary<PartialDate> dates() {
        Arbitrary<PartialDate> closed = Combinators.combine(civil(), civil())
                .as((one, other) -> one.start().isBefore(other.end())
                        ? PartialDate.interval(one, other)
                        : PartialDate.interval(other, one));
        return Arbitraries.oneOf(
                points(),
                closed,
                civil().map(from -> PartialDate.interval(from, null)),
                civil().map(to -> PartialDate.interval(null, to)));
    }

    /** The days and seconds between two ends, each included whole. */
    private record Model(
            @Nullable PartialDate from, @Nullable PartialDate to, ZoneId zone) {

        boolean inOrder() {
            if (from == null || to == null) {
                return true;
            }
            if (!from.civil() && !to.civil()) {
                return !from.start().isAfter(to.start());
            }
            LocalDate first =
                    from.civil() ? firstDay(from.value()) : clock(from).toLocalDate();
            LocalDate last = to.civil() ? lastDay(to.value()) : clock(to).toLocalDate();
            return !first.isAfter(last);
        }

        boolean clockWentBackBetweenTheEnds() {
            return from != null
                    && to != null
                    && !from.civil()
                    && !to.civil()
                    && !from.start().isAfter(to.start())
                    && clock(from).isAfter(clock(to));
        }

        boolean contains(PartialDate date) {
            if (!date.civil()) {
                return containsInstant(date);
            }
            return (from == null || !date.value().startsWith(".."))
                    && (to == null || !date.value().endsWith(".."))
                    && daysOf(date).allMatch(this::containsDay);
        }

        boolean overlaps(PartialDate date) {
            if (!date.civil()) {
                return containsInstant(date);
            }
            return (from == null && date.value().startsWith(".."))
                    || (to == null && date.value().endsWith(".."))
                    || daysOf(date).anyMatch(this::touchesDay);
        }

        private boolean containsInstant(PartialDate date) {
            LocalDate day = clock(date).toLocalDate();
            boolean begun = from == null
                    || (from.civil()
                            ? !day.isBefore(firstDay(from.value()))
                            : !date.start().isBefore(from.start()));
            boolean ended = to != null
                    && (to.civil()
                            ? day.isAfter(lastDay(to.value()))
                            : date.start().isAfter(to.start()));
            return begun && !ended;
        }

        private boolean containsDay(LocalDate day) {
            boolean begun = from == null
                    || (from.civil()
                            ? !day.isBefore(firstDay(from.value()))
                            : !day.atStartOfDay().isBefore(clock(from)));
            boolean ended = to != null
                    && (to.civil()
                            ? day.isAfter(lastDay(to.value()))
                            : day.atTime(23, 59, 59).isAfter(clock(to)));
            return begun && !ended;
        }

        private boolean touchesDay(LocalDate day) {
            boolean begun = from == null
                    || !day.isBefore(
                            from.civil() ? firstDay(from.value()) : clock(from).toLocalDate());
            boolean ended = to != null
                    && day.isAfter(to.civil() ? lastDay(to.value()) : clock(to).toLocalDate());
            return begun && !ended;
        }

        private LocalDateTime clock(PartialDate instant) {
            return LocalDateTime.ofInstant(Instant.parse(instant.value()), zone);
        }

        private static Stream<LocalDate> daysOf(PartialDate date) {
            List<String> ends = List.of(date.value().split("/"));
            String first = ends.getFirst();
            String last = ends.getLast();
            LocalDate firstDay = first.equals("..") ? WINDOW_START : firstDay(first);
            LocalDate lastDay = last.equals("..") ? WALK_END : lastDay(last);
            return firstDay.datesUntil(lastDay.plusDays(1));
        }

        private static LocalDate firstDay(String text) {
            return LocalDate.parse(text + "-01-01".substring(Math.min(text.length() - 4, 6)));
        }

        private static LocalDate lastDay(String text) {
            return switch (text.length()) {
                case 4 -> LocalDate.parse(text + "-12-31");
                case 7 -> YearMonth.parse(text).atEndOfMonth();
                default -> LocalDate.parse(text);
            };
        }
    }
}
