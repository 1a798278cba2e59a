package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // period | zone | civil from | civil to | instant from | instant to
                "2021 | UTC | 2021-01-01T00:00:00Z | 2022-01-01T00:00:00Z | 2021-01-01T00:00:00Z | 2022-01-01T00:00:00Z",
                "2021-09-01..2021-09-15 | UTC | 2021-09-01T00:00:00Z | 2021-09-16T00:00:00Z"
                        + " | 2021-09-01T00:00:00Z | 2021-09-16T00:00:00Z",
                "2021-09.. | Asia/Damascus | 2021-09-01T00:00:00Z | - | 2021-08-31T21:00:00Z | -",
                "..2015 | America/St_Johns | - | 2016-01-01T00:00:00Z | - | 2016-01-01T03:30:00Z",
                "0000 | UTC | 0000-01-01T00:00:00Z | 0001-01-01T00:00:00Z | 0000-01-01T00:00:00Z | 0001-01-01T00:00:00Z",
                "9999 | UTC | 9999-01-01T00:00:00Z | +10000-01-01T00:00:00Z"
                        + " | 9999-01-01T00:00:00Z | +10000-01-01T00:00:00Z",
                // Clocks in Damascus skipped from 00:00 to 01:00: the day began at 01:00.
                "2021-03-26 | Asia/Damascus | 2021-03-26T00:00:00Z | 2021-03-27T00:00:00Z"
                        + " | 2021-03-25T22:00:00Z | 2021-03-26T21:00:00Z",
                // They went back from 00:00 to 23:00: the day before had 25 hours.
                "2021-10-28 | Asia/Damascus | 2021-10-28T00:00:00Z | 2021-10-29T00:00:00Z"
                        + " | 2021-10-27T21:00:00Z | 2021-10-28T22:00:00Z",
                // Samoa had no such day: it contains no instant, but is still a date.
                "2011-12-30 | Pacific/Apia | 2011-12-30T00:00:00Z | 2011-12-31T00:00:00Z"
                        + " | +10000-01-01T00:00:00Z | 0000-01-01T00:00:00Z",
                "2011-12-29..2011-12-31 | Pacific/Apia | 2011-12-29T00:00:00Z | 2012-01-01T00:00:00Z"
                        + " | 2011-12-29T10:00:00Z | 2011-12-31T10:00:00Z",
                "2021-09-13T18:30:00Z | Asia/Damascus | 2021-09-13T21:30:00Z | 2021-09-13T21:30:01Z"
                        + " | 2021-09-13T18:30:00Z | 2021-09-13T18:30:01Z",
                "2021-09-13T21:00:00Z..2021-09-14 | Asia/Damascus | 2021-09-14T00:00:00Z | 2021-09-15T00:00:00Z"
                        + " | 2021-09-13T21:00:00Z | 2021-09-14T21:00:00Z",
                // The hour before that midnight came twice: 23:50 was followed by 23:10, and they change places.
                "2021-10-28T20:50:00Z..2021-10-28T21:10:00Z | Asia/Damascus"
                        + " | 2021-10-28T23:10:00Z | 2021-10-28T23:50:01Z"
                        + " | 2021-10-28T20:50:00Z | 2021-10-28T21:10:01Z",
            })
    void boundsCivilDatesAndInstantsInAZone(
            String text,
            String zone,
            @Nullable String civilFrom,
            @Nullable String civilTo,
            @Nullable String instantFrom,
            @Nullable String instantTo) {
        assertEquals(
                new Bounds(instant(civilFrom), instant(civilTo), instant(instantFrom), instant(instantTo)),
                Period.parse(text, ZoneId.of(zone)).in(ZoneId.of(zone)));
    }

    @ParameterizedTest
    @CsvSource({
        // period, zone, date, contains, overlaps
        "2021-09-01..2021-09-15, UTC, 2021-09-15T23:59:59.999999Z, true, true",
        "2021-09-01..2021-09-15, UTC, 2021-09-16T00:00:00Z, false, false",
        "2021-09-01..2021-09-15, UTC, 2021-09-15, true, true",
        "2021-09-01..2021-09-15, UTC, 2021-09, false, true",
        "2021-09-01..2021-09-15, UTC, 2021-09-16, false, false",
        "2021-01, UTC, 2021, false, true",
        "2021, UTC, 2021-01, true, true",
        "2021-09-13, Asia/Damascus, 2021-09-12T21:00:00Z, true, true",
        "2021-09-13, Asia/Damascus, 2021-09-13T21:00:00Z, false, false",
        "2021-09-13, Asia/Damascus, 2021-09-13, true, true",
        "2021-09-13T18:30:00Z, UTC, 2021-09-13T18:30:00.9Z, true, true",
        "2021-09-13T18:30:00Z, UTC, 2021-09-13T18:30:01Z, false, false",
        "2021-09-13T18:30:00Z, UTC, 2021-09-13, false, true",
        "2021-09-13T00:00:00Z..2021-09-13T23:59:59Z, UTC, 2021-09-13, true, true",
        "2021-09-13T00:00:00Z..2021-09-13T23:59:58Z, UTC, 2021-09-13, false, true",
        "2015, UTC, 2011/.., false, true",
        "2011.., UTC, 2011/.., true, true",
        "2012.., UTC, 2011/.., false, true",
        "..2010, UTC, 2011/.., false, false",
        "2015.., UTC, ../2014, false, false",
        "..2014, UTC, ../2014, true, true",
        "2011-12-30, Pacific/Apia, 2011-12-30T10:00:00Z, false, false",
        "2011-12-30, Pacific/Apia, 2011-12-30T09:59:59.5Z, false, false",
        "2011-12-31, Pacific/Apia, 2011-12-30T10:00:00Z, true, true",
        "2011-12-30, Pacific/Apia, 2011-12-30, true, true",
        "9999, UTC, 9999-12-31T23:59:59.999999999Z, true, true",
        "0000, UTC, 0000-01-01T00:00:00Z, true, true",
    })
    void containsAndOverlapsDates(String period, String zone, String date, boolean contains, boolean overlaps) {
        Period parsed = Period.parse(period);
        assertEquals(contains, parsed.contains(PartialDate.parse(date), ZoneId.of(zone)), "contains");
        assertEquals(overlaps, parsed.overlaps(PartialDate.parse(date), ZoneId.of(zone)), "overlaps");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".. | is no period: it needs at least one end, as 2021-09-01.. or ..2015",
                "2011/2015 | is no period: it is written with two dots, as 2011..2015, not with a slash",
                "2015..2011 | is no period: 2015..2011 ends before it begins",
                "2021-10..2021-09-30 | is no period: 2021-10..2021-09-30 ends before it begins",
                "2021-09-13T10:00:01Z..2021-09-13T10:00:00Z"
                        + " | is no period: 2021-09-13T10:00:01Z..2021-09-13T10:00:00Z ends before it begins",
                "2021-09-14T18:00:00Z..2021-09-13"
                        + " | is no period: 2021-09-14T18:00:00Z..2021-09-13 ends before it begins",
                "2021-09-15..2021-09-14T05:59:59Z"
                        + " | is no period: 2021-09-15..2021-09-14T05:59:59Z ends before it begins",
                "2021..2021-02-29 | is no date: 2021-02-29: February 2021 has 28 days",
            })
    void saysWhatIsWrongWithAPeriod(String text, String message) {
        assertEquals(message, refusal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "...", "....", "2011...2015", "2011..2012..2013", "2011.2015", "٢٠١١..", "2011.. "})
    void refusesWhatHasNoShapeOfAPeriod(String text) {
        assertEquals(
                "must be a year, month, day or instant, as 2017, 2021-09, 2021-09-13 or 2021-09-13T18:30:00Z,"
                        + " or FROM..TO with either end left open, as 2021-09-01..2021-09-15, 2021-09-01.. or ..2015",
                refusal(text));
    }

    @Test
    void aDayAndAnInstantCanBeInOrderInOneZoneOnly() {
        String text = "2021-09-16T01:00:00Z..2021-09-15";

        assertEquals(text, Period.parse(text, ZoneId.of("America/St_Johns")).toString());
        InvalidDateException refused =
                assertThrows(InvalidDateException.class, () -> Period.parse(text, ZoneId.of("Asia/Damascus")));
        assertEquals("is no period: " + text + " ends before it begins in Asia/Damascus", refused.getMessage());
    }

    @Test
    void nothingMeetsAPeriodThatEndsBeforeItBeginsInTheZone() {
        Period period = Period.parse("2021-09-16T01:00:00Z..2021-09-15");

        for (String date :
                new String[] {"2021", "2021-09-15", "2021-09-16", "2021-09-16T01:00:00Z", "0000/..", "../9999"}) {
            assertFalse(period.overlaps(PartialDate.parse(date), ZoneOffset.UTC), date);
            assertFalse(period.contains(PartialDate.parse(date), ZoneOffset.UTC), date);
        }
    }

    @Test
    void meetsBothDatesThatClocksShowedWhenTheyWentBackOverMidnight() {
        // In St. John's clocks went back from 00:01 on the 7th to 23:01 on the 6th.
        ZoneId zone = ZoneId.of("America/St_Johns");
        Period period = Period.parse("2010-11-07T02:30:30Z..2010-11-07T02:40:00Z", zone);

        assertTrue(period.overlaps(PartialDate.parse("2010-11-06"), zone));
        assertTrue(period.overlaps(PartialDate.parse("2010-11-07"), zone));
        assertFalse(period.overlaps(PartialDate.parse("2010-11-05"), zone));
        assertFalse(period.overlaps(PartialDate.parse("2010-11-08"), zone));
    }

    @Test
    void theWidestRangeCoversBothPairs() {
        Bounds east = Period.parse("2021-09-13").in(ZoneId.of("Asia/Damascus"));
        assertEquals(Instant.parse("2021-09-12T21:00:00Z"), east.widestFrom());
        assertEquals(Instant.parse("2021-09-14T00:00:00Z"), east.widestTo());
        Bounds west = Period.parse("2021-09-13").in(ZoneId.of("America/St_Johns"));
        assertEquals(Instant.parse("2021-09-13T00:00:00Z"), west.widestFrom());
        assertEquals(Instant.parse("2021-09-14T02:30:00Z"), west.widestTo());
        assertNull(Period.parse("..2021").in(ZoneOffset.UTC).widestFrom());
        assertNull(Period.parse("2021..").in(ZoneOffset.UTC).widestTo());
    }

    @Test
    void isEqualByItsEnds() {
        assertEquals(Period.parse("2021"), Period.parse("2021..2021"));
        assertEquals("2021", Period.parse("2021..2021").toString());
        assertEquals(Period.parse("2021-09-13T00:00:00Z.."), Period.parse("2021-09-13t03:00:00.00+03:00.."));
        assertEquals(Period.parse("2021..").hashCode(), Period.parse("2021..").hashCode());
        assertNotEquals(Period.parse("2021.."), Period.parse("..2021"));
        assertNotEquals(Period.parse("2021"), Period.parse("2021.."));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static String refusal(String text) {
        return String.valueOf(assertThrows(InvalidDateException.class, () -> Period.parse(text))
                .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000",
                "2021-09",
                "2021-09-13",
                "2021-09-13t18:30:00.123456789z",
                "2021-09-13T18:30:00+03:00..2021-09-13T18:30:00.5-03:30",
                "2021..",
                "..2021-09",
                "2021-09..2021-10-01"
            })
    void looksLikeItsForm(String text) {
        Period.parse(text);
        assertTrue(text.matches(Period.FORM), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "2021/2022", "21", "2021-9", "2021-09-13T18:30", "2021...2022", " 2021"})
    void whatIsNoneDoesNot(String text) {
        assertThrows(InvalidDateException.class, () -> Period.parse(text));
        assertFalse(text.matches(Period.FORM), text);
    }
}
