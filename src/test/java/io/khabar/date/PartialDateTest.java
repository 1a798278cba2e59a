package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2017,                  year,     2017-01-01T00:00:00Z, 2018-01-01T00:00:00Z",
                "0000,                  year,     0000-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
                "9999,                  year,     9999-01-01T00:00:00Z, 9999-12-31T23:59:59.999999Z",
                "2021-09,               month,    2021-09-01T00:00:00Z, 2021-10-01T00:00:00Z",
                "2021-12,               month,    2021-12-01T00:00:00Z, 2022-01-01T00:00:00Z",
                "2000-02,               month,    2000-02-01T00:00:00Z, 2000-03-01T00:00:00Z",
                "2021-09-13,            day,      2021-09-13T00:00:00Z, 2021-09-14T00:00:00Z",
                "2020-02-29,            day,      2020-02-29T00:00:00Z, 2020-03-01T00:00:00Z",
                "0000-02-29,            day,      0000-02-29T00:00:00Z, 0000-03-01T00:00:00Z",
                "9999-12-31,            day,      9999-12-31T00:00:00Z, 9999-12-31T23:59:59.999999Z",
                "2021-09-13T18:30:00Z,  instant,  2021-09-13T18:30:00Z, 2021-09-13T18:30:01Z",
                "2021-09-13T18:30:00.5Z, instant, 2021-09-13T18:30:00.5Z, 2021-09-13T18:30:01.5Z",
                "9999-12-31T23:59:59Z,  instant,  9999-12-31T23:59:59Z, 9999-12-31T23:59:59.999999Z",
                "2011/..,               interval, 2011-01-01T00:00:00Z, -",
                "../2015,               interval, -,                    2016-01-01T00:00:00Z",
                "2011/2015,             interval, 2011-01-01T00:00:00Z, 2016-01-01T00:00:00Z",
                "2011-03/2011-03-18,    interval, 2011-03-01T00:00:00Z, 2011-03-19T00:00:00Z",
                "2021/2021-03,          interval, 2021-01-01T00:00:00Z, 2021-04-01T00:00:00Z",
                "2021-03-18/2021-03,    interval, 2021-03-18T00:00:00Z, 2021-04-01T00:00:00Z",
                "2021/2021,             interval, 2021-01-01T00:00:00Z, 2022-01-01T00:00:00Z",
            })
    void readsACanonicalTextWithItsPrecisionAndBounds(
            String text, String precision, @Nullable String earliest, @Nullable String latest) {
        PartialDate date = PartialDate.parse(text);

        assertEquals(text, date.value());
        assertEquals(text, date.toString());
        assertEquals(precision, date.precision().word());
        assertEquals(earliest, date.earliestText());
        assertEquals(latest, date.latestText());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-13T18:30:00+03:00,        2021-09-13T15:30:00Z",
        "2021-09-13T01:30:00+03:00,        2021-09-12T22:30:00Z",
        "2021-09-13T18:30:00-03:30,        2021-09-13T22:00:00Z",
        "2021-09-13T18:30:00+00:00,        2021-09-13T18:30:00Z",
        "2021-09-13T18:30:00-00:00,        2021-09-13T18:30:00Z",
        "2021-09-13T18:30:00+23:59,        2021-09-12T18:31:00Z",
        "2021-09-13t18:30:00z,             2021-09-13T18:30:00Z",
        "2021-09-13T18:30:00.000Z,         2021-09-13T18:30:00Z",
        "2021-09-13T18:30:00.1200Z,        2021-09-13T18:30:00.12Z",
        "2021-09-13T18:30:00.000000001Z,   2021-09-13T18:30:00Z",
        "2021-09-13T18:30:00.123456789+03:00, 2021-09-13T15:30:00.123456Z",
        "0000-01-01T01:00:00+01:00,        0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z,   9999-12-31T23:59:59.999999Z",
        "2017-01-01T00:59:59+01:00,        2016-12-31T23:59:59Z",
    })
    void normalisesInstantsToUtc(String text, String value) {
        assertEquals(value, PartialDate.parse(text).value());
        assertEquals(PartialDate.parse(value), PartialDate.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-02-29 | is no date: 2021-02-29: February 2021 has 28 days",
                "1900-02-29 | is no date: 1900-02-29: February 1900 has 28 days",
                "2021-09-31 | is no date: 2021-09-31: September 2021 has 30 days",
                "2021-09-00 | is no date: 2021-09-00: days go from 01 to 30",
                "2021-02-00T10:00:00Z | is no date: 2021-02-00: days go from 01 to 28",
                "2021-13 | is no date: 2021-13: months go from 01 to 12",
                "2021-00 | is no date: 2021-00: months go from 01 to 12",
                "2021-13-01 | is no date: 2021-13: months go from 01 to 12",
                "2021-02-29T10:00:00Z | is no date: 2021-02-29: February 2021 has 28 days",
                "2021-09-13T24:00:00Z | is no date: hours go from 00 to 23, minutes from 00 to 59",
                "2021-09-13T10:60:00Z | is no date: hours go from 00 to 23, minutes from 00 to 59",
                "2016-12-31T23:59:60Z | is no date: seconds go from 00 to 59; leap seconds are not kept",
                "2021-09-13T10:00:00+24:00 | is no date: offsets go from -23:59 to +23:59",
                "2021-09-13T10:00:00+01:60 | is no date: offsets go from -23:59 to +23:59",
                "2021-09-13T10:00:00.1234567890Z | is no date: a fraction of a second has at most 9 digits",
                "2021-09-13T10:00:00 03:00 | is no date: the + of an offset must be percent-encoded in a URL,"
                        + " where it stands for a space",
                "0000-01-01T00:00:00+00:01 | must lie in the years 0000 to 9999 of UTC",
                "9999-12-31T23:59:59-00:01 | must lie in the years 0000 to 9999 of UTC",
                "../.. | is no date: an interval needs at least one end, as 2011/.. or ../2015",
                "2015/2011 | is no date: 2015/2011: the interval ends before it begins",
                "2021-03/2021-02 | is no date: 2021-03/2021-02: the interval ends before it begins",
                "2021-09-13T10:00:00Z/2022 | is no date: 2021-09-13T10:00:00Z:"
                        + " an interval begins and ends with a year, a month or a day",
                "2011-01-01T00:00:00Z/2012-01-01T00:00:00Z | is no date: 2011-01-01T00:00:00Z:"
                        + " an interval begins and ends with a year, a month or a day",
            })
    void saysWhatIsWrongWithADate(String text, String message) {
        assertEquals(message, refusal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2017 ",
                " 2017",
                "2017\n",
                "+2017",
                "-2017",
                "217",
                "20170",
                "+12021-09-13",
                "2021-9",
                "2021-9-13",
                "20210913",
                "2021-W37",
                "2021-256",
                "2021/09/13x",
                "13.09.2021",
                "٢٠٢١",
                "۲۰۲۱-۰۹-۱۳",
                "２０２１",
                "2021-09-13T",
                "2021-09-13T18:30",
                "2021-09-13T18:30Z",
                "2021-09-13T18:30:00",
                "2021-09-13 18:30:00Z",
                "2021-09-13T18:30:00.Z",
                "2021-09-13T18:30:00,5Z",
                "2021-09-13T18:30:00+0300",
                "2021-09-13T18:30:00+03",
                "2021-09-13T18:30:00+03:00Z",
                "2021-09-13T18:30:00ZZ",
                "2021-09-13T18:30:00Z[UTC]",
                "2021-09-13T-1:30:00Z",
                "2021-09..2021-10",
                "20x1",
                "yyyy",
                "2017\u0000",
            })
    void refusesWhatHasNoShapeOfADate(String text) {
        String message = refusal(text);
        assertTrue(
                message.startsWith("must be a year, month, day or instant, as 2017")
                        || message.startsWith("must be a year, month, day or instant, or an interval"),
                message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "2011/", "/2011", "2011/2012/2013", "2011/x", ". ./2011", ".../2011", "2011/*"})
    void refusesWhatHasNoShapeOfAnInterval(String text) {
        assertEquals(
                "must be a year, month, day or instant, or an interval of years, months or days, as 2011/2015, 2011/.. or"
                        + " ../2015",
                refusal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20155", " 2015", "yesterday"})
    void namesIntervalsWhereTheyMayBe(String text) {
        assertEquals(
                "must be a year, month, day or instant, as 2017, 2021-09, 2021-09-13 or 2021-09-13T18:30:00Z, or an interval"
                        + " of years, months or days, as 2011/2015, 2011/.. or ../2015",
                refusal(text));
    }

    @Test
    void isMadeFromTheTypesOfJavaTime() {
        assertEquals(PartialDate.parse("0044"), PartialDate.of(Year.of(44)));
        assertEquals(PartialDate.parse("2021-09"), PartialDate.of(YearMonth.of(2021, 9)));
        assertEquals(PartialDate.parse("2021-09-13"), PartialDate.of(LocalDate.of(2021, 9, 13)));
        assertEquals(
                PartialDate.parse("2021-09-13T18:30:00.25Z"),
                PartialDate.of(Instant.parse("2021-09-13T18:30:00.250Z")));
        assertEquals(
                PartialDate.parse("2011/2015-03"),
                PartialDate.interval(PartialDate.parse("2011"), PartialDate.parse("2015-03")));
        assertEquals(PartialDate.parse("2011/.."), PartialDate.interval(PartialDate.parse("2011"), null));
        assertEquals(PartialDate.parse("../2015"), PartialDate.interval(null, PartialDate.parse("2015")));
    }

    @Test
    void isNeverMadeOutsideTheFourDigitYears() {
        assertThrows(InvalidDateException.class, () -> PartialDate.of(Year.of(-1)));
        assertThrows(InvalidDateException.class, () -> PartialDate.of(Year.of(Year.MAX_VALUE)));
        assertThrows(InvalidDateException.class, () -> PartialDate.of(YearMonth.of(10_000, 1)));
        assertThrows(InvalidDateException.class, () -> PartialDate.of(LocalDate.MAX));
        assertThrows(InvalidDateException.class, () -> PartialDate.of(LocalDate.of(-1, 12, 31)));
        assertThrows(InvalidDateException.class, () -> PartialDate.of(Instant.MAX));
        assertThrows(InvalidDateException.class, () -> PartialDate.of(PartialDate.END));
        assertThrows(InvalidDateException.class, () -> PartialDate.of(PartialDate.BEGINNING.minusNanos(1)));
    }

    @Test
    void intervalsDoNotNest() {
        PartialDate interval = PartialDate.parse("2011/..");
        assertThrows(InvalidDateException.class, () -> PartialDate.interval(interval, null));
        assertThrows(InvalidDateException.class, () -> PartialDate.interval(null, interval));
    }

    @Test
    void keepsMicrosecondsInTheValueAsInTheBounds() {
        PartialDate date = PartialDate.parse("2021-09-13T23:59:59.123456789Z");

        assertEquals("2021-09-13T23:59:59.123456Z", date.value());
        assertEquals(Instant.parse("2021-09-13T23:59:59.123456Z"), date.earliest());
        assertEquals(Instant.parse("2021-09-14T00:00:00.123456Z"), date.latest());
    }

    @Test
    void knowsTheTrueEndOfTheLastYear() {
        assertEquals(
                Instant.parse("+10000-01-01T00:00:00Z"),
                PartialDate.parse("9999").latest());
    }

    @Test
    void isCivilUnlessItIsAnInstant() {
        assertTrue(PartialDate.parse("2017").civil());
        assertTrue(PartialDate.parse("2021-09-13").civil());
        assertTrue(PartialDate.parse("2011/..").civil());
        assertFalse(PartialDate.parse("2021-09-13T00:00:00Z").civil());
    }

    @Test
    void isEqualByValueOnly() {
        assertNotEquals(PartialDate.parse("2021-09-13"), PartialDate.parse("2021-09-13T00:00:00Z"));
        assertNotEquals(PartialDate.parse("2021"), PartialDate.parse("2021/2021"));
        assertEquals(
                PartialDate.parse("2021").hashCode(), PartialDate.parse("2021").hashCode());
        assertNotEquals("2021", (Object) PartialDate.parse("2021"));
        assertNull(PartialDate.parse("../2021").earliestText());
    }

    @Test
    void precisionsAreTheWordsOfTheContract() {
        for (Precision precision : Precision.values()) {
            assertEquals(precision, Precision.of(precision.word()));
        }
        assertEquals("instant", Precision.INSTANT.word());
        assertThrows(IllegalArgumentException.class, () -> Precision.of("Year"));
        assertThrows(IllegalArgumentException.class, () -> Precision.of("week"));
    }

    private static String refusal(String text) {
        return String.valueOf(assertThrows(InvalidDateException.class, () -> PartialDate.parse(text))
                .getMessage());
    }
}
