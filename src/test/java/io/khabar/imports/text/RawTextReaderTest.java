package io.khabar.imports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawTextReaderTest {

    private static final String SENTENCE = "أعلنت وزارة النقل خطة جديدة لإصلاح الطرق في المدينة القديمة.";

    @Nested
    class Paragraphs {
        @Test
        void areTheLinesOfAText() {
            RawText text = RawTextReader.read("The council met on Monday.\nIt decided nothing.\n\n\nIt meets again.\n");
            assertEquals(
                    List.of("The council met on Monday.", "It decided nothing.", "It meets again."), text.paragraphs());
            assertEquals("The council met on Monday.\n\nIt decided nothing.\n\nIt meets again.", text.body());
            assertEquals("The council met on Monday.", text.lead());
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\n \u200F\t\n"})
        void endWithAnyLineBreak(String lineBreak) {
            RawText text = RawTextReader.read("The council met." + lineBreak + "It decided nothing." + lineBreak);
            assertEquals(List.of("The council met.", "It decided nothing."), text.paragraphs());
        }

        @Test
        void losesWhiteSpaceAndMarksAtTheirEndsOnly() {
            RawText text = RawTextReader.read("\uFEFF \u200F" + SENTENCE + "\u200F\u00A0\n\tA  b\u200Cc d.\t");
            assertEquals(List.of(SENTENCE, "A  b\u200Cc d."), text.paragraphs());
        }

        @Test
        void areJoinedWhereAMachineWrappedTheText() {
            RawText text = RawTextReader.read("""
                The council of the old town met on Monday evening
                and spoke for three hours about the bridge across
                the river, which has been closed since the spring.

                It decided nothing, and will meet again in a week,
                its speaker said.
                """);
            assertEquals(
                    List.of(
                            "The council of the old town met on Monday evening and spoke for three hours about the"
                                    + " bridge across the river, which has been closed since the spring.",
                            "It decided nothing, and will meet again in a week, its speaker said."),
                    text.paragraphs());
        }

        @Test
        void areNotJoinedWhereLinesAreSentences() {
            RawText text =
                    RawTextReader.read("The council met.\nIt decided nothing.\nIt left.\n\nIt meets again.\nSoon.");
            assertEquals(5, text.paragraphs().size());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\n", "\uFEFF", "\u200F\n\u00A0\t"})
        void areNoneInABlankText(String blank) {
            RawText text = RawTextReader.read(blank);
            assertEquals(List.of(), text.paragraphs());
            assertEquals("", text.body());
            assertNull(text.lead());
            assertNull(text.signature());
        }
    }

    @Nested
    class Leads {
        @Test
        void areCutAtAWordsEndWithinTheLimit() {
            String lead = RawTextReader.read("خبر ".repeat(100)).lead();
            assertNotNull(lead);
            assertTrue(lead.length() <= 300 && lead.length() > 290 && lead.endsWith(" خبر"), lead);
        }

        @Test
        void keepAWordThatEndsAtTheLimit() {
            assertEquals(
                    "a".repeat(300), RawTextReader.read("a".repeat(300) + " b").lead());
        }

        @Test
        void areCutInsideAWordWithoutEnd() {
            assertEquals("𠀀".repeat(300), RawTextReader.read("𠀀".repeat(400)).lead());
        }
    }

    @Nested
    class Signatures {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            سيريانيوز                  | سيريانيوز
            (رويترز)                   | رويترز
            (رويترز).                  | رويترز
            [AFP]                      | AFP
            - سانا                     | سانا
            — سانا —                   | سانا
            ©سانا                      | سانا
            المصدر: سيريانيوز          | سيريانيوز
            المصدر : عنب بلدي          | عنب بلدي
            (المصدر: عنب بلدي)         | عنب بلدي
            منبع: ایسنا                | ایسنا
            Источник: ТАСС             | ТАСС
            Source: The Syria Report   | The Syria Report
            Reuters                    | Reuters
            AFP                        | AFP
            Agence France-Presse       | Agence France-Presse
            The Daily News             | The Daily News
            سكاي نيوز عربية            | سكاي نيوز عربية
            وكالات                     | وكالات
            أ.ف.ب                      | أ.ف.ب
            أ ف ب                      | أ ف ب
            فرانس24/ أ ف ب             | فرانس24/ أ ف ب
            رويترز - وكالات            | رويترز - وكالات
            '\u200Fسيريانيوز\u200F  '  | سيريانيوز
            """)
        void areTakenOffTheBody(String line, String source) {
            RawText text = RawTextReader.read(SENTENCE + "\n" + line.translateEscapes() + "\n\n");
            assertEquals(source, text.signature());
            assertEquals(SENTENCE, text.body());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "عاد إلى بلده",
                    "محمد أحمد",
                    "النتيجة",
                    "Enough",
                    "(خاص)",
                    "شكرا لكم.",
                    "انتهى",
                    "(تتمة)",
                    "(يتبع)",
                    "Read more",
                    "By John Smith",
                    "(تصوير: وكالات)",
                    "صور وكالة الأنباء",
                    "it ends here",
                    "14 أيلول 2021",
                    "2021-09-14",
                    "© 2021",
                    "***",
                    "اقرأ أيضا: خبر آخر",
                    "هل يعود؟",
                    "90%",
                    "https://news.example/a",
                    "المصدر: https://news.example/a",
                    "المصدر:",
                    "(كان ذلك في العام الماضي قبل أن تعود الأمور إلى ما كانت عليه)"
                })
        void areNotSeenInWhatMayBeText(String line) {
            RawText text = RawTextReader.read(SENTENCE + "\n" + line);
            assertNull(text.signature());
            assertEquals(SENTENCE + "\n\n" + line, text.body());
        }

        @Test
        void areNotSeenAfterALineThatGoesOn() {
            assertNull(RawTextReader.read("وصل الوفد إلى مدينة\nدمشق").signature());
        }

        @Test
        void areSeenAfterALongParagraphWithoutAFullStop() {
            String paragraph = SENTENCE.substring(0, SENTENCE.length() - 1);
            assertEquals(
                    "سيريانيوز",
                    RawTextReader.read(paragraph + " " + paragraph + "\nسيريانيوز")
                            .signature());
        }

        @Test
        void areNotSeenInTheLastItemOfAList() {
            String list = "تناقش الجلسة:\n- إصلاح الطرق.\n- نادي المدينة";
            assertNull(RawTextReader.read(list).signature());
        }

        @Test
        void areNotSeenInATextOfOneLine() {
            RawText text = RawTextReader.read("سيريانيوز");
            assertNull(text.signature());
            assertEquals("سيريانيوز", text.body());
        }

        @ParameterizedTest
        @ValueSource(strings = {"عاد إلى بلده", "(عاد إلى بلده)", "- عاد إلى بلده", "المصدر: عاد إلى بلده"})
        void areSeenWhereverASourceIsKnown(String line) {
            Set<String> known = Set.of("عاد إلى بلده");
            assertEquals(
                    "عاد إلى بلده",
                    RawTextReader.read("وصل الوفد إلى\n" + line, known::contains)
                            .signature());
        }
    }

    @Property
    void losesNoLetter(@ForAll @Chars({'a', 'B', 'خ', '.', ' ', '\n', '(', ')', '-', '/', ':'}) String text) {
        RawText read = RawTextReader.read(text);
        String kept = read.body() + (read.signature() == null ? "" : read.signature());
        assertEquals(
                text.chars().filter(Character::isLetter).count(),
                kept.chars().filter(Character::isLetter).count());
        assertTrue(read.paragraphs().stream().noneMatch(String::isBlank));
    }

    @Property
    void readsItsOwnBodyAlike(@ForAll @Chars({'a', 'خ', '.', ' ', '\n', '\r'}) String text) {
        String body = RawTextReader.read(text).body();
        assertFalse(body.contains("\n\n\n"));
        if (RawTextReader.read(body).signature() == null) {
            assertEquals(body, RawTextReader.read(body).body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\n", " ", "\r", "(", "-", "a. ", "a.b.", "- ", "المصدر: ", "a\n", "\u200F", "a\n\n"})
    void takesTimeInProportionToItsLength(String part) {
        String text = part.repeat(1_000_000 / part.length());
        assertTimeout(Duration.ofSeconds(5), () -> {
            RawTextReader.read(text);
            RawTextReader.read(SENTENCE + "\n" + text);
        });
    }
}
