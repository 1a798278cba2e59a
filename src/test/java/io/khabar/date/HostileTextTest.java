package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent is either read or refused with a sentence; nothing else comes out, and soon. */
class HostileTextTest {
    private static final List<String> SEEDS = List.of(
            "2017",
            "2021-09",
            "2021-09-13",
            "2021-09-13T18:30:00Z",
            "2021-09-13t18:30:00.123456789+03:00",
            "2011/..",
            "../2015",
            "2011-03/2011-03-18",
            "2021-09-01..2021-09-15",
            "2021-09-13T18:30:00Z..2021-09-13T18:30:00.5-03:30",
            "..2015");

    @Property(tries = 2000)
    void nothingButARefusalComesOfGarbage(@ForAll("garbage") String text) {
        readsOrRefuses(text);
    }

    @Property(tries = 4000)
    void nothingButARefusalComesOfSpoiltDates(@ForAll("spoilt") String text) {
        readsOrRefuses(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "9", ".", "/", "..", "../", "2021/", "2021..", "-", ":", "2021-09-13T18:30:00.", "٠", " "})
    void aMegabyteIsRefusedAtOnce(String part) {
        String text = part.repeat(1_000_000 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            for (int i = 0; i < 1000; i++) {
                assertThrows(InvalidDateException.class, () -> PartialDate.parse(text));
                assertThrows(InvalidDateException.class, () -> Period.parse(text));
            }
        });
    }

    @Provide
    Arbitrary<String> garbage() {
        return character().list().ofMaxSize(80).map(HostileTextTest::join);
    }

    /** A well-formed text with some of its characters replaced, removed or added. */
    @Provide
    Arbitrary<String> spoilt() {
        Arbitrary<Function<String, String>> edit = Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.oneOf(character(), Arbitraries.just("")))
                .as((at, removed, added) -> text -> {
                    int start = Math.min(at, text.length());
                    int end = Math.min(start + removed, text.length());
                    return text.substring(0, start) + added + text.substring(end);
                });
        return Combinators.combine(Arbitraries.of(SEEDS), edit.list().ofMaxSize(3))
                .as((seed, edits) -> {
                    String text = seed;
                    for (Function<String, String> one : edits) {
                        text = one.apply(text);
                    }
                    return text;
                });
    }

    private static Arbitrary<String> character() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.chars().numeric()),
                        Tuple.of(6, Arbitraries.chars().with("-:TZtz./+ ,eE")),
                        Tuple.of(1, Arbitraries.chars().range('٠', '٩')),
                        Tuple.of(1, Arbitraries.chars().range('\u0000', '\u001f')),
                        Tuple.of(1, Arbitraries.chars().all()))
                .map(String::valueOf);
    }

    private static String join(List<String> characters) {
        return String.join("", characters);
    }

    private static void readsOrRefuses(String text) {
        try {
            PartialDate date = PartialDate.parse(text);
            assertEquals(date, PartialDate.parse(date.value()));
            assertTrue(text.chars().allMatch(character -> character < 0x7f), text);
        } catch (InvalidDateException refused) {
            assertIsFitForClients(refused);
        }
        try {
            Period period = Period.parse(text);
            assertEquals(period, Period.parse(period.toString()));
        } catch (InvalidDateException refused) {
            assertIsFitForClients(refused);
        }
    }

    private static void assertIsFitForClients(InvalidDateException refused) {
        String message = String.valueOf(refused.getMessage());
        assertFalse(message.isBlank());
        assertTrue(message.length() < 250, message);
        assertTrue(message.chars().allMatch(character -> character >= ' ' && character < 0x7f), message);
    }
}
