package io.khabar.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "أعلنت الحكومة",
                "Apple تعلن عن هاتف جديد",
                "2021 عام صعب",
                "\"سوريا\" today",
                "הנשיא הגיע",
                "رئیس جمهور",
                "\u200Eأعلنت الحكومة"
            })
    void readsFromTheRight(String text) {
        assertEquals(Direction.RTL, Direction.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"The president", "Президент", "The word خبر means news", "2021: a year", "总统", "\u200Fpresident"
            })
    void readsFromTheLeft(String text) {
        assertEquals(Direction.LTR, Direction.of(text));
    }

    @Test
    void letsTheFirstStrongCharacterDecideWhereBothAreMany() {
        assertEquals(Direction.RTL, Direction.of("خبر abc"));
        assertEquals(Direction.LTR, Direction.of("abc خبر"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "2021-09-13", "!?", "\u200F\u200E", "٢٠٢١"})
    void hasNoneWithoutAStrongCharacter(String text) {
        assertNull(Direction.of(text));
    }

    @Test
    void isWrittenAsInHtml() {
        assertEquals("rtl", Direction.RTL.word());
        assertEquals("ltr", Direction.LTR.word());
    }

    @Property
    void digitsAndPunctuationDoNotMatter(@ForAll String text) {
        assertEquals(Direction.of(text), Direction.of("12. (" + text + ") 3!"));
    }
}
