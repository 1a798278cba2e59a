package io.khabar.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.date.PartialDate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts beside the mentions that are in them, by language: {@code src/test/resources/mention-tables/*.txt}. */
class MentionTableTest {

    private static final PartialDate TUESDAY = PartialDate.parse("2021-09-14");
    private static final Pattern MARKED = Pattern.compile("«([^»]*)»");

    @ParameterizedTest
    @CsvSource({"ar, 400", "en, 300", "fr, 60", "fa, 60", "ckb, 40", "ku, 35"})
    void findsWhatTheTableMarksAndNothingElse(String language, int atLeast) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> rows = rows(language).toList();
        for (String row : rows) {
            String[] cells = row.split(" \\| ", -1);
            String text = cells[0].replaceAll("[«»]", "");
            List<String> found = DateTagger.tag(text, language, TUESDAY, ZoneOffset.UTC, null).stream()
                    .map(mention -> mention.text() + " = " + mention.value())
                    .toList();
            if (!found.equals(expected(cells))) {
                wrong.add(row + "\n    found " + found);
            }
        }
        assertTrue(rows.size() >= atLeast, "too few rows: " + rows.size());
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void findsTheSameAtTheSamePlaceBehindSurrogatePairs() throws IOException {
        for (String row : rows("ar").toList()) {
            String text = row.split(" \\| ", -1)[0].replaceAll("[«»]", "");
            List<Mention> alone = DateTagger.tag(text, "ar", TUESDAY, ZoneOffset.UTC, null);
            List<Mention> behind = DateTagger.tag("😀𐎠 —\n" + text, "ar", TUESDAY, ZoneOffset.UTC, null);
            assertEquals(alone.stream().map(mention -> moved(mention, 5)).toList(), behind, text);
        }
    }

    @Test
    void needsNoReferenceForWhatIsAbsolute() throws IOException {
        for (String row : rows("en").toList()) {
            String text = row.split(" \\| ", -1)[0].replaceAll("[«»]", "");
            List<Mention> known = DateTagger.tag(text, "en", TUESDAY, ZoneOffset.UTC, null);
            List<Mention> unknown = DateTagger.tag(text, "en", null, ZoneOffset.UTC, null);
            List<Mention> unresolved = known.stream()
                    .map(mention -> new Mention(
                            mention.start(),
                            mention.end(),
                            mention.text(),
                            mention.relative() ? null : mention.value(),
                            mention.kind(),
                            mention.relative()))
                    .toList();
            assertEquals(unresolved, unknown, text);
        }
    }

    private static Mention moved(Mention mention, int by) {
        return new Mention(
                mention.start() + by,
                mention.end() + by,
                mention.text(),
                mention.value(),
                mention.kind(),
                mention.relative());
    }

    private static List<String> expected(String[] cells) {
        List<String> expected = new ArrayList<>();
        Matcher marked = MARKED.matcher(cells[0]);
        for (int cell = 1; marked.find(); cell++) {
            expected.add(marked.group(1) + " = " + cells[cell]);
        }
        assertEquals(cells.length - 1, expected.size(), cells[0]);
        return expected;
    }

    static Stream<String> rows(String language) throws IOException {
        try (InputStream in = MentionTableTest.class.getResourceAsStream("/mention-tables/" + language + ".txt")) {
            String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return table.lines().filter(row -> !row.isBlank() && !row.startsWith("#"));
        }
    }
}
