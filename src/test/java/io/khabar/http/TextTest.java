package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " خالد",
                "\u200fخالد",
                "\u200f \u00a0خالد\u200b",
                "\u2067خالد\u2069",
                "\u202bخالد\u202c",
                "\ufeff\u061cخالد\u200c\u2060",
                "\u200eخالد\u00ad\n"
            })
    void losesWhatDoesNotShowAtItsEnds(String written) {
        assertEquals("خالد", Text.strip(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A letter is joined, or is not, within a word.
                "می\u200cخواهم",
                "a\u200bb",
                "خالد \u200fx\u200f y",
                // What shapes the letter at an end.
                "1440 ه\u200d",
                // Signs that Unicode calls formats and that are seen.
                "\u06001440",
                "\ud83c\udff4\udb40\udc67\udb40\udc7f"
            })
    void keepsWhatShows(String written) {
        assertEquals(written, Text.strip(written));
    }

    @Test
    void isBlankWhereNothingShows() {
        assertTrue(Text.isBlank(""));
        assertTrue(Text.isBlank("\u200b"));
        assertTrue(Text.isBlank("\u200f\u00a0\ufeff"));
        assertTrue(Text.isBlank(" \u200d\u200c\n"));
        assertFalse(Text.isBlank("\u200f."));
    }
}
