package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PartialDatePropertiesTest {
    private static final int LAST_SECOND_OF_DAY = 86_399;

    @Property
    void whatIsWrittenIsReadBack(@ForAll("dates") PartialDate date) {
        PartialDate read = PartialDate.parse(date.toString());

        assertEquals(date, read);
        assertEquals(date.value(), read.value());
        assertEquals(date.precision(), read.precision());
        assertEquals(date.earliest(), read.earliest());
        assertEquals(date.latest(), read.latest());
    }

    @Property
    void boundsAreInOrderAndTheirTextsAreDatesAgain(@ForAll("points") PartialDate date) {
        assertTrue(date.start().isBefore(date.end()));
        assertEquals(
                date.start(),
                PartialDate.parse(String.valueOf(date.earliestText())).start());
        assertEquals(
                Precision.INSTANT,
                PartialDate.parse(String.valueOf(date.latestText())).precision());
    }

    @Property
    void adjacentDaysMonthsAndYearsTouch(@ForAll("days") LocalDate day) {
        Assume.that(day.getYear() < 9999);
        assertEquals(
                PartialDate.of(day).latest(), PartialDate.of(day.plusDays(1)).earliest());
        YearMonth month = YearMonth.from(day);
        assertEquals(
                PartialDate.of(month).latest(),
                PartialDate.of(month.plusMonths(1)).earliest());
        Year year = Year.from(day);
        assertEquals(
                PartialDate.of(year).latest(), PartialDate.of(year.plusYears(1)).earliest());
    }

    @Property
    void aDayLiesInItsMonthAndAMonthInItsYear(@ForAll("days") LocalDate day) {
        PartialDate ofDay = PartialDate.of(day);
        PartialDate ofMonth = PartialDate.of(YearMonth.from(day));
        PartialDate ofYear = PartialDate.of(Year.from(day));

        assertTrue(ofDay.value().startsWith(ofMonth.value()) && ofMonth.value().startsWith(ofYear.value()));
        assertTrue(!ofMonth.start().isAfter(ofDay.start()) && !ofMonth.end().isBefore(ofDay.end()));
        assertTrue(!ofYear.start().isAfter(ofMonth.start()) && !ofYear.end().isBefore(ofMonth.end()));
    }

    @Property
    void yearsAndMonthsAreAsLongAsTheirDays(
            @ForAll @IntRange(max = 9999) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int[] days = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        String text = digits(year, 4) + "-" + digits(month, 2);

        assertEquals(Duration.ofDays(leap ? 366 : 365), length(PartialDate.parse(digits(year, 4))));
        assertEquals(Duration.ofDays(days[month - 1]), length(PartialDate.parse(text)));
        assertEquals(Duration.ofDays(1), length(PartialDate.parse(text + "-" + digits(days[month - 1], 2))));
        assertThrows(InvalidDateException.class, () -> PartialDate.parse(text + "-" + digits(days[month - 1] + 1, 2)));
    }

    @Property
    void offsetsSayTheSameInstant(
            @ForAll("instants") Instant instant, @ForAll @IntRange(min = -1439, max = 1439) int offsetMinutes) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).plusMinutes(offsetMinutes);
        Assume.that(local.getYear() >= 0 && local.getYear() <= 9999);
        int minutes = Math.abs(offsetMinutes);
        String offset = (offsetMinutes < 0 ? "-" : "+") + digits(minutes / 60, 2) + ":" + digits(minutes % 60, 2);

        PartialDate date = PartialDate.parse(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local) + offset);

        assertEquals(PartialDate.of(instant), date);
        assertEquals(instant.truncatedTo(ChronoUnit.MICROS), date.earliest());
        assertEquals(date.earliest(), OffsetDateTime.parse(date.value()).toInstant());
        assertEquals(Duration.ofSeconds(1), length(date));
    }

    @Property
    void intervalsReachFromTheirFirstToTheirLastMoment(
            @ForAll("civil") PartialDate from, @ForAll("civil") PartialDate to) {
        String text = from + "/" + to;
        if (from.start().isBefore(to.end())) {
            PartialDate interval = PartialDate.parse(text);
            assertEquals(text, interval.value());
            assertEquals(Precision.INTERVAL, interval.precision());
            assertEquals(from.earliest(), interval.earliest());
            assertEquals(to.latest(), interval.latest());
        } else {
            assertThrows(InvalidDateException.class, () -> PartialDate.parse(text));
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(0, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Integer> seconds = Arbitraries.integers().between(0, LAST_SECOND_OF_DAY);
        Arbitrary<Integer> nanos = Arbitraries.oneOf(
                Arbitraries.of(0, 500_000_000, 1, 999_999_999),
                Arbitraries.integers().between(0, 999_999_999));
        return Combinators.combine(days(), seconds, nanos).as((day, second, nano) -> day.atTime(0, 0)
                .toInstant(ZoneOffset.UTC)
                .plusSeconds(second)
                .plusNanos(nano));
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

    private static Duration length(PartialDate date) {
        return Duration.between(date.start(), date.end());
    }

    private static String digits(int number, int width) {
        return "0".repeat(width - String.valueOf(number).length()) + number;
    }
}
