package io.khabar.search.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.language.Folding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static String words(String text) {
        return Words.of(text).stream().map(Token::term).collect(Collectors.joining("|"));
    }

    @ParameterizedTest
    @CsvSource({
        "Demain Dès l'Aube, demain|des|l|aube",
        "COVID-19 und Straße, covid|19|und|strasse",
        "東京都, 東|京|都",
        "Ελλάδα ΕΛΛΑΔΑ, ελλαδα|ελλαδα",
        "ﷺ, صلي|الله|عليه|وسلم",
        "१२३ ๑๒, 123|12",
        "…!?, ''",
    })
    void partsAndFolds(String text, String expected) {
        assertEquals(expected, words(text));
    }

    /** Whatever the script: also wide, mathematical and segmented ones. */
    @Test
    void foldsTheDigitsOfEveryScript() {
        List<String> others = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(cp -> Character.getType(cp) == Character.DECIMAL_DIGIT_NUMBER)
                .filter(cp -> !words("19" + Character.toString(cp)).equals("19" + Character.digit(cp, 10)))
                .mapToObj(cp -> "U+%04X".formatted(cp))
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void cutsWhatIsTooLongForAWord() {
        assertEquals(2, Words.of("ا".repeat(Words.LONGEST + 1)).size());
    }

    /** Marks that spell vowels are part of the term, however many there are. */
    @Test
    void cutsATermThatMarksMakeTooLong() {
        Token word = Words.of("क" + "ा".repeat(11_000)).getFirst();
        assertEquals("क" + "ा".repeat(Words.LONGEST_TERM - 1), word.term());
        assertEquals(11_001, word.end());
    }

    @Test
    void cutsNoCharacterInTwo() {
        // Brahmi, outside of the Basic Multilingual Plane: a letter, then a vowel sign.
        Token odd = Words.of("क" + "\uD804\uDC38".repeat(100)).getFirst();
        assertEquals(Words.LONGEST_TERM - 1, odd.term().length());
        assertEquals(
                1 + (Words.LONGEST_TERM - 1) / 2,
                odd.term().codePointCount(0, odd.term().length()));
    }

    @Test
    void cutsEachOfTheWordsThatACharacterStandsFor() {
        assertEquals(
                Words.LONGEST_TERM,
                Words.of("ﷺ" + "ा".repeat(11_000)).getLast().term().length());
    }

    @Property
    void foldsArabicAsNamesAreFolded(
            @ForAll @StringLength(min = 1, max = 12) @CharRange(from = 'ؠ', to = 'ي') String word) {
        assertEquals(Folding.fold(word), words(word));
    }

    @Property
    void foldsLatinAsNamesAreFolded(
            @ForAll @StringLength(min = 1, max = 12) @CharRange(from = 'A', to = 'Z') @CharRange(from = 'à', to = 'ö')
                    String word) {
        assertEquals(Folding.fold(word), words(word));
    }
}
