package io.khabar.search.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicAnalysisTest {

    private static final Analysis ARABIC = new Languages().of("ar-SY");

    private static String terms(String text) {
        return ARABIC.tokens(text).stream().map(Token::term).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        // the article, and what is joined to it
        "الوزارة, وزارة",
        "والوزارة, وزارة",
        "بالوزارة, وزارة",
        "فالوزارة, وزارة",
        "كالوزارة, وزارة",
        "للوزارة, وزارة",
        "وللوزارة, وزارة",
        "وبالوزارة, وزارة",
        // single letters before words that the lexicon knows
        "وقال, قال",
        "فقال, قال",
        "برئيس, رئيس",
        "لرئيس, رئيس",
        "وبرئيس, رئيس",
        "كرئيس, رئيس",
        // endings
        "وزارات, وزارة",
        "وزارتها, وزارته",
        "مهندسون, مهندسين",
        "مهندسان, مهندس",
        "قانونيه, قانون",
        "سياراتهم, سيارة",
        "مدينتنا, مدينته",
        "حكومته, حكومة",
        "رسميا, رسمي",
        "رئيسا, رئيس",
        "القانونية, قانون",
        // a country, its people, and what is called after it
        "إيران, إيراني",
        "إيران, الإيرانية",
        "إيران, والإيرانيون",
        "لبنان, اللبنانيين",
        "لبنان, للبنان",
        "فلسطين, الفلسطينية",
        "فلسطين, فلسطينيات",
        "السودان, سوداني",
        "سوريا, السورية",
        "سوريا, للسوريين",
        "ألمانيا, الألمانية",
        "ألمانيا, بألمانيا",
        "فرنسا, الفرنسيون",
        "كندا, كندي",
        "روسيا, الروس",
        "طاجيكستان, الطاجيكستانية",
        // the same letters written otherwise
        "إدارة, ادارة",
        "أحمد, احمد",
        "آراء, اراء",
        "ٱلحرب, الحرب",
        "مؤتمر, موتمر",
        "رئيس, رييس",
        "مدرسة, مدرسه",
        "مستشفى, مستشفي",
        "كتاب, کتاب",
        "علي, علی",
        "مُؤَسَّسَة, مؤسسة",
        "كـــبير, كبير",
        "٢٠٢١, 2021",
        "۲۰۲۱, 2021",
        "ﻣﺪﺭﺳﺔ, مدرسة",
        "\u200Fدمشق\u200F, دمشق",
        "\u202Bدم\u200Eشق\u202C, دمشق",
        "\u2067دمشق\u2069, دمشق",
        "Sénat, senat",
    })
    void comparesAsTheSame(String one, String other) {
        assertEquals(terms(other), terms(one));
    }

    @ParameterizedTest
    @CsvSource({
        // the first letter is the word's own
        "وزير, زير",
        "وفد, فد",
        "فريق, ريق",
        "بيان, يان",
        "بلد, لد",
        "لبنان, بنان",
        "كتاب, تاب",
        "كبير, بير",
        "وحدة, حدة",
        "الله, له",
        "والدة, الدة",
        "كمال, مال",
        "فراس, راس",
        "بابل, ابل",
        // the ending is
        "لبنان, لبن",
        "إيران, اير",
        "سوريا, سور",
        "إلكترونية, كترونية",
    })
    void comparesAsDifferent(String one, String other) {
        assertNotEquals(terms(other), terms(one));
    }

    @ParameterizedTest
    @CsvSource({"كوفيد19, كوفيد 19", "19مارس, 19 مارس", "من إلى في على, ''", "وقد كان هذا, ''", "3.5, 3 5"})
    void partsLettersFromDigitsAndLeavesStopWordsOut(String text, String expected) {
        assertEquals(expected, terms(text));
    }

    @Test
    void keepsAtLeastThreeLettersBeforeAnEnding() {
        assertEquals("لجان", terms("لجان"));
        assertEquals("دين", terms("دين"));
    }

    @Test
    void saysWhereAWordStands() {
        assertEquals(List.of(new Token("مدرس", 4, 11)), ARABIC.tokens("في «المدرسة»"));
    }

    @Test
    void readsAnUnknownWordOfAQueryBothWays() {
        assertEquals(List.of(List.of("وزغاوند", "زغاوند")), ARABIC.alternatives("وزغاوند"));
        assertEquals(List.of(List.of("وزير")), ARABIC.alternatives("وزير"));
        assertEquals(List.of(List.of("رييس")), ARABIC.alternatives("ورئيس"));
        assertEquals(List.of(List.of("باسم")), ARABIC.alternatives("باسم"));
        assertEquals(List.of(List.of("بلال")), ARABIC.alternatives("بلال"));
        assertEquals(ARABIC.alternatives("البنمي"), ARABIC.alternatives("بنما"));
    }

    @Test
    void shipsTheLexiconThatTheTextsGive() throws IOException {
        assertEquals(
                LexiconFromTexts.lexicon(),
                Files.readString(LexiconFromTexts.LEXICON),
                "src/lexicon/ar has changed: CONTRIBUTING.md says how the lexicon is made");
    }

    @Property
    void anyTextHasWordsInside(@ForAll String text) {
        for (Token token : ARABIC.tokens(text)) {
            assertTrue(token.start() >= 0 && token.start() < token.end() && token.end() <= text.length());
            assertTrue(
                    !token.term().isEmpty() && token.term().chars().noneMatch(Character::isWhitespace), token.term());
        }
    }
}
