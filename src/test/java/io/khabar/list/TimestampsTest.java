package io.khabar.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TimestampsTest {

    /** As PostgreSQL writes a time into JSON, which is how ISO 8601 has it, with no more digits than it needs. */
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH:MM:ss", "+00:00")
            .toFormatter();

    @Property
    void readsWhatIsWritten(
            @ForAll @LongRange(min = -62_135_510_400L, max = 253_402_214_400L) long second,
            @ForAll @IntRange(max = 999_999) int micros,
            @ForAll @IntRange(max = 6) int digits,
            @ForAll @IntRange(min = -64_800, max = 64_800) int offset) {
        int unit = (int) Math.pow(10, 6 - digits);
        Instant instant = Instant.ofEpochSecond(second, 1_000L * unit * (micros / unit));
        for (int seconds : new int[] {0, offset}) {
            String text = OffsetDateTime.ofInstant(instant, ZoneOffset.ofTotalSeconds(seconds))
                    .format(WRITTEN);
            assertEquals(instant, Timestamps.parse(text), text);
        }
    }
}
