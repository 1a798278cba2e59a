package io.khabar.search.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Languages;
import io.khabar.search.text.Readings;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlighterTest {

    private static final Readings READINGS = new Readings(new Languages(), Set.of("ar", "en", "fr", "fa", "ja"));
    private static final List<TextField> EVERYWHERE = List.of(TextField.values());

    private static List<String> fragments(String query, String language, String text) {
        return new Highlighter(Query.parse(query), EVERYWHERE, READINGS).fragments(TextField.BODY, text, language);
    }

    private static String marked(String query, String language, String text) {
        List<String> fragments = fragments(query, language, text);
        return fragments.isEmpty()
                ? "nothing"
                : String.join(" … ", fragments).replace("<mark>", "[").replace("</mark>", "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Words in all their forms, as they are written.
                "minister        | en | The Ministers met.           | The [Ministers] met.",
                "مكتبة           | ar | افتتحت المكتبات، والمكتبة    | افتتحت [المكتبات]، [والمكتبة]",
                "اتفاق           | ar | وقّع الاتّفاقَ أمس           | وقّع [الاتّفاقَ] أمس",
                "ادارة           | ar | قالت الإدارةُ                | قالت [الإدارةُ]",
                "école           | fr | L'école et l'ECOLE           | [L&#39;école] et [l&#39;ECOLE]",
                "كتاب            | fa | کتاب‌ها در تهران             | [کتاب]‌ها در تهران",
                "東京            | ja | 今日は東京都です             | 今日は[東京]都です",
                // Nothing of what is not there, or in another language's form.
                "dog             | en | The Ministers met.           | nothing",
                // Phrases as a whole.
                "\"red car\"     | en | red bus, red car, car red    | red bus, [red] [car], car red",
                "«وزارة الصحة»   | ar | الصحة تقول وزارة الصحة       | الصحة تقول [وزارة] [الصحة]",
                // ... also those of which one word alone tells something.
                "«ما بعد الحرب» | ar | الحرب لم تنته               | nothing",
                "«ما بعد الحرب» | ar | في ما بعد الحرب             | في [ما] [بعد] [الحرب]",
                "\"the who\"     | en | who, the who                | who, [the] [who]",
                "AT&T            | en | T, AT&T                      | T, [AT]&amp;[T]",
                "و2021           | ar | في 2021                      | في [2021]",
                "l'armée         | fr | les armées                   | les [armées]",
                "\"to be\"       | en | be to, to be                 | be to, [to] [be]",
                // Beginnings.
                "mini*           | en | minimal Ministers, amini     | [minimal] [Ministers], amini",
                "مكت*            | ar | مَكتبة ومكتبة في المكتب      | [مَكتبة] [ومكتبة] في [المكتب]",
                "المكت*          | ar | مكتبة والمكتبة للمكتب       | مكتبة [والمكتبة] [للمكتب]",
                // Choices, groups, and never what is excluded.
                "cat OR dog      | en | a cat, dogs                  | a [cat], [dogs]",
                "cat -dog        | en | a cat, dogs                  | a [cat], dogs",
                "cat -(dog bird) | en | a cat, dogs, birds           | a [cat], dogs, birds",
                "(cat OR bird) x | en | birds x                      | [birds] [x]",
                "-dog            | en | dogs                         | nothing",
                "في              | ar | كتاب في مكتبة                | كتاب [في] مكتبة",
                // Bound to a field.
                "title:cat dog   | en | cat, dog                     | cat, [dog]",
                "body:cat        | en | cat, dog                     | [cat], dog",
                // A headline's quotation counts by its words, too.
                "one two three four five six \"red car\" | en | car | [car]",
                "cat             | en | <b>cat</b> & \"dog's\"       | &lt;b&gt;[cat]&lt;/b&gt; &amp; &quot;dog&#39;s&quot;",
            })
    void marks(String query, String language, String text, String expected) {
        assertEquals(expected, marked(query, language, text));
    }

    @Test
    void marksStopWordsOnlyWhereThereIsNothingElse() {
        Readings english = new Readings(new Languages(), Set.of("en"));
        Highlighter both = new Highlighter(Query.parse("the cat"), EVERYWHERE, english);
        assertEquals(List.of("the <mark>cat</mark>"), both.fragments(TextField.TITLE, "the cat", "en"));
        Highlighter alone = new Highlighter(Query.parse("the"), EVERYWHERE, english);
        assertEquals(List.of("<mark>the</mark> cat"), alone.fragments(TextField.TITLE, "the cat", "en"));
    }

    @Test
    void looksOnlyWhereTheQueryDoes() {
        Highlighter title = new Highlighter(Query.parse("cat lead:dog"), List.of(TextField.TITLE), READINGS);
        assertTrue(title.looksIn(TextField.TITLE));
        assertTrue(title.looksIn(TextField.LEAD));
        assertFalse(title.looksIn(TextField.BODY));
        assertEquals(List.of(), title.fragments(TextField.BODY, "cat dog", "en"));
        assertEquals(List.of("cat <mark>dog</mark>"), title.fragments(TextField.LEAD, "cat dog", "en"));
    }

    @Test
    void cutsThePartsThatShowMostOutOfALongText() {
        String filler = "Nothing of interest is said in this sentence at all, and nor is it in that. ".repeat(12);
        String text = filler + "A cat sat.\n\n" + filler + "Here a cat met a dog.\n\n" + filler + "A dog ran.\n\n"
                + filler + "Dog and cat again, the cat won.";
        List<String> parts = fragments("cat dog", "en", text);
        assertEquals(3, parts.size(), parts::toString);
        assertTrue(parts.get(0).contains("A <mark>cat</mark> sat."), parts::toString);
        assertTrue(parts.get(1).contains("a <mark>cat</mark> met a <mark>dog</mark>."), parts::toString);
        assertTrue(parts.get(2).contains("<mark>Dog</mark> and <mark>cat</mark> again, the <mark>cat</mark> won."));
        for (String part : parts) {
            String plain = plain(part);
            assertTrue(text.contains(plain), part);
            assertTrue(plain.length() <= 260, part);
            assertFalse(plain.contains("\n"), part);
            // Whole words, at both ends.
            assertTrue(text.contains(" " + plain) || text.startsWith(plain) || text.contains("\n" + plain), part);
        }
    }

    @Test
    void cutsNoLetterFromItsMarks() {
        String family = "👨‍👩‍👧";
        String text = "كَ".repeat(400) + " قطة " + ("é" + family).repeat(200);
        String part = plain(fragments("قطة", "ar", text).getFirst());
        assertFalse(part.startsWith("\u064e") || part.startsWith("\u0301") || part.startsWith("\u200d"), part);
        assertTrue(text.contains(part));
        String rest = part.substring(part.indexOf("قطة ") + 4);
        assertTrue(rest.isEmpty() || (rest.endsWith("é") || rest.endsWith(family)), rest);
    }

    private static String plain(String html) {
        return html.replace("<mark>", "")
                .replace("</mark>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "cat",
                        "dogs",
                        "قطة",
                        "والكتاب",
                        "كِتَابٌ",
                        " ",
                        "\n\n",
                        "<",
                        "&amp;",
                        "\"",
                        "東京",
                        "é",
                        "👩‍👧",
                        ". ",
                        "of the people ",
                        "\u064e",
                        "\ud83d")
                .list()
                .ofMinSize(0)
                .ofMaxSize(400)
                .map(words -> String.join("", words));
    }

    @Property(tries = 300)
    void partsAreOfTheTextAndEscaped(@ForAll("texts") String text, @ForAll("queries") String query) {
        int from = 0;
        for (String part : fragments(query, "ar", text)) {
            String plain = plain(part);
            int at = text.indexOf(plain, from);
            assertTrue(at >= 0, () -> "not in reading order: " + part);
            from = at + plain.length();
            assertTrue(part.contains("<mark>"), part);
            String rest = part.replaceAll("</?mark>", "");
            assertFalse(rest.contains("<") || rest.contains(">") || rest.contains("\""), part);
        }
    }

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.of(Arrays.asList(
                "cat", "dog OR كتاب", "\"people of\"", "ca*", "東京", "قطة -cat", "the people", "كتاب قطة"));
    }
}
