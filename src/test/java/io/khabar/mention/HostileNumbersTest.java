package io.khabar.mention;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.date.PartialDate;
import io.khabar.fixture.Seeds;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever numbers stand where the rules of a language take one: a time, or none. {@link Seeds} repeats the choices. */
class HostileNumbersTest {

    private static final int TEXTS = 40_000;

    private static final List<String> REFERENCES =
            List.of("", "0000", "0000-01-01T00:00:00Z", "2021-09-14", "9999-12", "9999-12-31T23:59:59Z");

    private static final List<ZoneId> ZONES = List.of(ZoneOffset.UTC, ZoneOffset.MIN, ZoneOffset.MAX);
    private static final List<@Nullable Bias> BIASES = Arrays.asList(null, Bias.PAST, Bias.FUTURE, Bias.NEAREST);

    @Test
    void areNoYearsThatACalendarDoesNotKnow() {
        assertEquals(LocalDate.of(2173, 12, 7), CalendarSystem.HIJRI.day(1600, 1, 1));
        assertNull(CalendarSystem.HIJRI.day(1601, 1, 1));
        assertEquals(List.of(), DateTagger.tag("1601 هـ", "ar", null, ZoneOffset.UTC, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en", "fr", "fa", "ckb", "ku", "de", "zh"})
    void areReadAsATimeOrLeftAlone(String language) {
        Random random = Seeds.random();
        RandomReadings texts = new RandomReadings(Languages.of(language, ""), random);
        int mentions = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = texts.next();
            String reference = REFERENCES.get(random.nextInt(REFERENCES.size()));
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            @Nullable Bias bias = BIASES.get(random.nextInt(BIASES.size()));
            @Nullable PartialDate published = reference.isEmpty() ? null : PartialDate.parse(reference);
            List<Mention> found = assertDoesNotThrow(
                    () -> DateTagger.tag(text, language, published, zone, bias),
                    () -> String.join(" | ", language, text, reference, zone.toString(), String.valueOf(bias)));
            int[] codePoints = text.codePoints().toArray();
            for (Mention mention : found) {
                int length = mention.end() - mention.start();
                assertEquals(mention.text(), new String(codePoints, mention.start(), length), text);
            }
            mentions += found.size();
        }
        // Else the texts would not be such as the rules read.
        assertTrue(mentions > TEXTS / 10, "too few mentions: " + mentions);
    }
}
