package io.khabar.imports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts without the lines that say who wrote them. */
class CreditsTest {

    private static final String TEXT = "The bridge is open again.\n\nIt was closed for nineteen days.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reporting by William Schomberg; Editing by Andrew Heavens",
                "(Additional reporting by Laila Bassam; Editing by Mark Heinrich)",
                "Reporting and writing by Tom Perry",
                "Associated Press writer Anne Quill in New York contributed to this report.",
                "(إعداد دعاء محمد للنشرة العربية - تحرير علي خفاجي)",
                "ترجمة: هيثم مزاحم",
                "Von Jörg Blank, dpa",
                "بقلم ليلى الحموي"
            })
    void endBeforeThose(String credit) {
        assertEquals(TEXT, Credits.without(TEXT + "\n\n" + credit));
        assertEquals(TEXT, Credits.without(credit + "\n\n" + TEXT));
        assertEquals(TEXT, Credits.without(credit + "\n\n" + TEXT + "\n\n" + credit + "\n\n" + credit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reporting from the north is hard.",
                "تحرير المدينة اكتمل أمس.",
                "By Monday evening the bridge was open."
            })
    void keepWhatIsText(String paragraph) {
        assertEquals(TEXT + "\n\n" + paragraph, Credits.without(TEXT + "\n\n" + paragraph));
    }

    @Test
    void keepACreditThatIsAllThereIs() {
        assertEquals("By Tom Perry", Credits.without("By Tom Perry"));
        assertEquals("", Credits.without(""));
    }
}
