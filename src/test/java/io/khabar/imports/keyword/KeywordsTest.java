package io.khabar.imports.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordsTest {
    private static final String ENGLISH = """
        Dock workers in Port Saint Anne ended their strike on Tuesday, the union said. The strike had closed the harbour for nineteen days.

        Prime Minister Helena Ward said the government would review pensions for dock workers. Dock workers had rejected two earlier offers.

        Grain exporters said shipments from Port Saint Anne would start this week. "The harbour is open," said Helena Ward.\
        """;

    private static final String ARABIC = """
        أعلنت بلدية حلب يوم الاثنين إعادة افتتاح سوق الصابون بعد ترميم استمر أربعة أعوام، وقال تجار إن سوق الصابون سيعود إلى العمل.

        وقال رئيس البلدية سامر الحلبي إن الترميم شمل سبعين متجرا، وأضاف سامر الحلبي أن حلب القديمة تنتظر المرحلة الثانية من الترميم.\
        """;

    private final Keywords keywords = new Keywords();

    @Test
    void keepNamesAndTermsWhole() {
        List<String> found = keywords.of(null, ENGLISH, "en");
        assertTrue(found.containsAll(List.of("Port Saint Anne", "Helena Ward", "strike", "harbour")), found::toString);
        assertFalse(found.contains("Anne") || found.contains("Helena"), found::toString);
    }

    @Test
    void areNoWordsOfAllTexts() {
        List<String> found = keywords.of(null, ENGLISH, "en");
        assertTrue(
                found.stream().noneMatch(List.of("said", "Tuesday", "the", "week", "days")::contains), found::toString);
    }

    @Test
    void areArabicTermsInTheirForm() {
        List<String> found = keywords.of("سوق الصابون يعود", ARABIC, "ar");
        assertTrue(found.containsAll(List.of("سوق الصابون", "حلب", "سامر الحلبي")), found::toString);
        assertTrue(
                found.stream().noneMatch(List.of("قال", "وقال", "أعلنت", "الاثنين", "أضاف")::contains),
                found::toString);
    }

    @Test
    void areAtMostTen() {
        assertTrue(
                keywords.of(null, (ENGLISH + "\n\n" + ARABIC).repeat(3), null).size() <= 10);
    }

    @Test
    void areNoneInNothing() {
        assertEquals(List.of(), keywords.of(null, "", "ar"));
        assertEquals(List.of(), keywords.of(null, "12 34 56 %", "en"));
    }

    @Test
    void nameInFullWhoIsNamedInFullOnce() {
        String body = """
                Governor Amelia Thorne raised interest rates in New Zealand. Thorne told the Bank of Harwick that inflation hurts.

                Inflation fell in New Zealand, but the Bank of Harwick and Thorne see no end of inflation.\
                """;
        assertEquals(
                List.of("Amelia Thorne", "New Zealand", "Bank of Harwick", "inflation"), keywords.of(null, body, "en"));
    }

    @Test
    void areWrittenWithoutPossessivesAndCapitalsOfTitles() {
        String body = """
                The museum's roof burned. It's a loss, and they don't know why, the museum said.

                Sculptures were saved. Workers carried sculptures out, as Iris N'Vane's friends asked.\
                """;
        assertEquals(
                List.of("sculptures", "museum", "Iris N'Vane"), keywords.of("Museum Sculptures Saved", body, "en"));
    }

    @Test
    void areNamesWhateverCapitalsTheTitleHas() {
        String body = """
                The harbour of Port Saint Anne reopened to cargo ships on Tuesday after a strike that had closed it for nineteen days.

                Dock workers voted by a narrow margin to accept a pay rise of six percent, the union said in a statement.\
                """;
        assertEquals(List.of("Port Saint Anne"), keywords.of("Port Saint Anne reopens", body, "en"));
    }

    @Test
    void knowAbbreviationsFromWords() {
        assertEquals(
                List.of("United States", "Google Play"),
                keywords.of("United States Meets", "He likes the United States and Google Play.", "en"));
        String body =
                "The US and the EU met. The US told us that the EU is of use to us. I am here at 9 AM, said the CEO.";
        assertEquals(List.of("EU", "US"), keywords.of(null, body, "en"));
    }

    @Test
    void areNothingOfAddressesAndMarkup() {
        String body = """
                <p class="leaf">Orchids bloom &nbsp; again.</p> https://www.petals.example/orchids/leaf?utm_source=leaf

                Write to leaf.desk@petals.example or www.petals.example/leaf about orchids and to @petals.\
                """;
        assertEquals(List.of("orchids"), keywords.of(null, body, "en"));
    }

    @Test
    void areOnlyNamesWhereNothingIsKnownOfALanguage() {
        String body = "W Warszawie pada deszcz, a deszcz pada dalej. Burmistrz Warszawy, Jan Kowalski, pada.";
        assertEquals(List.of("Jan Kowalski", "Warszawie", "Warszawy"), keywords.of(null, body, "pl"));
    }

    @Test
    void standAloneInLanguagesThatJoinWords() {
        assertEquals(
                List.of("dockers", "Assemblée"),
                keywords.of(
                        null, "À l'Assemblée, les dockers crient. L'avis de l'Assemblée touche les dockers.", "fr"));
        assertEquals(
                List.of("Karaova"), keywords.of(null, "Köylüler Karaova'da bekledi, Karaova'nın yolu açıldı.", "tr"));
        assertEquals(
                List.of("Clara Brandner", "Stromtrasse"),
                keywords.of(
                        null,
                        "Am Montag sprach Kanzlerin Clara Brandner. Die Stromtrasse gefalle ihr, die Stromtrasse helfe.",
                        "de"));
        assertEquals(List.of("선거"), keywords.of(null, "선거 선거", "ko"));
        assertEquals(List.of("フィルター"), keywords.of(null, "フィルターは安い。このフィルターがよい。", "ja"));
    }

    @Test
    void takeBoundedTimeForTextsOfAnyKind() {
        for (String part :
                List.of("@a ", "a@", "<b ", "<b", "Ab-", "Ab ", "وبال", "ab's ", "((((", "A.B.", "宇航", "X")) {
            String text = part.repeat(300_000 / part.length());
            for (String language : List.of("en", "ar", "de", "zh", "tr")) {
                assertTimeout(Duration.ofSeconds(5), () -> keywords.of(text, text, language));
            }
        }
    }

    @Test
    void areOfTheLeadWhereATextSaysEverythingOnce() {
        assertEquals(List.of("دمشق"), keywords.of(null, "خبر عاجل من دمشق اليوم.\n\nهذا كل ما جاء.", "ar"));
    }

    @Test
    void areTheSameEachTime() {
        assertEquals(keywords.of(null, ENGLISH, "en"), new Keywords().of(null, ENGLISH, "en"));
    }
}
