package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compared with the formatters of the JDK. */
class InstantTextTest {

    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Years -1 to 10000, and fractions of any length. */
    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Long> seconds = Arbitraries.oneOf(
                Arbitraries.longs().between(-62_200_000_000L, 253_410_000_000L),
                Arbitraries.of(-62_167_219_201L, -62_167_219_200L, -1L, 0L, 253_402_300_799L, 253_402_300_800L));
        Arbitrary<Integer> nanos = Combinators.combine(
                        Arbitraries.integers().between(0, 999_999_999),
                        Arbitraries.of(1, 10, 1_000, 1_000_000, 100_000_000))
                .as((any, unit) -> any / unit * unit);
        return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
    }

    @Property
    void writesNoMoreDigitsThanItNeeds(@ForAll("instants") Instant instant) {
        assertEquals(
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z",
                InstantText.shortest(instant));
    }

    @Property
    void writesHeaderFields(@ForAll("instants") Instant instant) {
        if (instant.atOffset(ZoneOffset.UTC).getYear() >= 1
                && instant.atOffset(ZoneOffset.UTC).getYear() <= 9999) {
            assertEquals(HTTP.format(instant), InstantText.http(instant));
        }
    }
}
