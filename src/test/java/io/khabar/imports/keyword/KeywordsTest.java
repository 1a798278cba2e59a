package io.khabar.imports.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void areTheSameEachTime() {
        assertEquals(keywords.of(null, ENGLISH, "en"), new Keywords().of(null, ENGLISH, "en"));
    }
}
