package io.khabar.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.date.PartialDate;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MentionSpansTest {

    private static final PartialDate REFERENCE = PartialDate.parse("2021-09-14");
    private static final List<String> PIECES = pieces();

    @Property(tries = 3000)
    void areOrderedInsideTheTextAndEqualToWhatIsWritten(
            @ForAll @From("texts") String text, @ForAll @From("languages") String language) {
        int[] codePoints = text.codePoints().toArray();
        int after = 0;
        for (Mention mention : DateTagger.tag(text, language, REFERENCE, ZoneOffset.UTC, null)) {
            assertTrue(after <= mention.start() && mention.start() < mention.end(), mention.toString());
            assertTrue(mention.end() <= codePoints.length, mention.toString());
            assertEquals(mention.text(), new String(codePoints, mention.start(), mention.end() - mention.start()));
            after = mention.end();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(30).map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("ar", "en", "fr", "fa", "ckb", "ku", "de");
    }

    /** The words of the tables, and what sits badly between them. */
    private static List<String> pieces() {
        List<String> pieces = new ArrayList<>(List.of(
                " ",
                " ",
                " ",
                "\n",
                ".",
                "-",
                "/",
                "،",
                "(",
                ")",
                "😀",
                "\u200F",
                "\u064B",
                "ـ",
                "و",
                "ل",
                "1",
                "31",
                "2011",
                "0",
                "999999999999",
                "2021-09-13T25:61:00Z",
                "\uD83D",
                "st",
                "'",
                "’",
                "%"));
        for (String language : List.of("ar", "en", "fr", "fa", "ckb", "ku")) {
            try (Stream<String> rows = MentionTableTest.rows(language)) {
                rows.flatMap(row -> Arrays.stream(row.split(" \\| ", -1)[0].split("[ «»]+", -1)))
                        .distinct()
                        .forEach(word -> pieces.add(word + " "));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return pieces;
    }
}
