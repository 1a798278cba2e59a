package io.khabar.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0                              | 2026-11-24T12:00:00Z",
                "120                            | 2026-11-24T12:02:00Z",
                "00000000000000000000000120     | 2026-11-24T12:02:00Z",
                "2000000000                     | 2090-04-10T15:33:20Z",
                "999999999999999999             | 2126-10-31T12:00:00Z",
                "99999999999999999999           | 2126-10-31T12:00:00Z",
                "Sun, 29 Nov 2026 23:59:00 GMT  | 2026-11-29T23:59:00Z",
                "Sunday, 29-Nov-26 23:59:00 GMT | 2026-11-29T23:59:00Z",
                "Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z",
                "Sun Nov 29 23:59:00 2026       | 2026-11-29T23:59:00Z",
                "Sun Nov  6 08:49:37 1994       | 1994-11-06T08:49:37Z",
                "Monday, 29-Nov-26 23:59:00 GMT | ",
                "Sunday, 29-Nov-26              | ",
                "Sun Nov 29 2026                | ",
                "soon                           | ",
                "-5                             | ",
                "1.5                            | ",
                "''                             | ",
                "                               | "
            })
    void readsSecondsAndTheThreeFormsOfDates(String header, Instant expected) {
        assertEquals(expected, RetryAfter.read(header, NOW));
    }
}
