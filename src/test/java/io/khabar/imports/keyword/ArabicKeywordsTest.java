package io.khabar.imports.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArabicKeywordsTest {
    private final Keywords keywords = new Keywords();

    private List<String> found(@Nullable String title, String body) {
        return keywords.of(title, body, "ar");
    }

    @Test
    void areNoVerbs() {
        assertEquals(
                List.of("الجسر المعلق", "السيول"),
                found(
                        "السيول تجتاح الجسر المعلق وتغلقه",
                        "اجتاحت السيول الجسر المعلق وأغلقته. سيستمر إغلاق الجسر المعلق ويتوقع أن تتراجع السيول، ولم يصب أحد."));
    }

    /** Too short to be read as a word with something joined to it. */
    @Test
    void areNoShortVerbsBehindAnd() {
        assertEquals(
                List.of("المرفأ"),
                found(null, "زار الوزير المرفأ، وتم بحث توسيعه. وقال إن المرفأ يتسع لسفن أكبر، وتم التوقيع."));
    }

    @Test
    void standWithoutConjunctionsPrepositionsAndMarks() {
        assertEquals(
                List.of("الزيتون", "عفرين"),
                found(null, "بدأ قطاف الزَّيتون بعفرين. ويباع الزيتون في عفرين وبعفرين، وللزيتون موسـم."));
    }

    @Test
    void endBeforeAnd() {
        assertEquals(
                List.of("محصول القمح", "القطن"),
                found(null, "تراجع محصول القمح والقطن. وقال المزارعون إن محصول القمح والقطن لا يكفي."));
    }

    @Test
    void areNothingThatBelongsToSomebody() {
        assertEquals(
                List.of("الصيادون", "المرفأ"),
                found(
                        null,
                        "ترك الصيادون قواربهم في المرفأ. وعاد الصيادون إلى قواربهم قرب المرفأ، فالصيادين بلا قواربهم."));
    }

    @Test
    void nameTheLandRatherThanWhatBelongsToIt() {
        assertEquals(
                List.of("سوريا", "الآثار"),
                found(null, "استعادت سوريا تمثالا. الآثار السورية تعود إلى سوريا، والمتاحف السورية تحفظ الآثار."));
    }

    @Test
    void areNamesBehindOfficesAndGivenNames() {
        assertEquals(
                List.of("يوسف البيطار", "عبد الرحمن الحموي", "الخبز"),
                found(
                        null,
                        "قال رئيس الحكومة يوسف البيطار إن الخبز متوفر. وأضاف البيطار أن الخبز مدعوم، وشكر عبد الرحمن الحموي."));
    }

    @Test
    void areWholeNamesOfSons() {
        assertEquals(
                List.of("عز الدين بن منصور"),
                found(null, "قال عز الدين بن منصور إن القصر قديم، ثم عاد عز الدين بن منصور وقال ذلك."));
    }

    @Test
    void areToldFromVerbs() {
        for (String verb : List.of(
                "يغادر", "ينفي", "تستمر", "تتعلق", "تنتظر", "سيعلن", "ستطبق", "ويهددون", "صوتوا", "ليدخل", "يرد",
                "وتستعد")) {
            assertTrue(ArabicVerbs.isVerb(verb), verb);
        }
        for (String noun : List.of(
                "يوسف",
                "يونس",
                "يسار",
                "تونس",
                "تفتيش",
                "تنظيم",
                "تعليمات",
                "سياسة",
                "سيارات",
                "ستوكهولم",
                "عضوا",
                "ويكيبيديا",
                "وسيم",
                "فيديو",
                "تراث",
                "نيكاراغوا")) {
            assertFalse(ArabicVerbs.isVerb(noun), noun);
        }
    }

    @Test
    void areFreedOfWhatIsJoinedToThem() {
        assertEquals("العنف", ArabicForms.bare("بالعنف", "عنف"));
        assertEquals("الإعلان", ArabicForms.bare("للإعلان", "اعلان"));
        assertEquals("حلب", ArabicForms.bare("بحلب", "حلب"));
        assertEquals("لبنان", ArabicForms.bare("للبنان", "لبنان"));
        assertEquals("والدته", ArabicForms.bare("والدته", "والد"));
        assertEquals("والدتها", ArabicForms.bare("والدتها", "دت"));
        assertEquals("بغداد", ArabicForms.bare("ببغداد", "ببغداد"));
        assertEquals("ترويج", ArabicForms.bare("وترويج", "وترويج"));
        assertEquals("وزير", ArabicForms.bare("وزير", "وزير"));
    }
}
