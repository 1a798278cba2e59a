package io.khabar.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordEndsTest {

    @Test
    void cutsAtAWordsEnd() {
        assertEquals("one two", WordEnds.cut("one two three", 9));
        assertEquals("one two", WordEnds.cut("one two three", 7));
        assertEquals("one two three", WordEnds.cut("one two three", 13));
        assertEquals("\uD83D\uDE00\uD83D\uDE00", WordEnds.cut("\uD83D\uDE00".repeat(9), 2));
    }

    @Test
    void goesBackNoFurtherThanAnyWord() {
        String chinese = "北京 " + "港口于周二重新开放".repeat(60);
        String cut = WordEnds.cut(chinese, 300);
        assertEquals(300, cut.length());
        assertEquals(chinese.substring(0, 300), cut);
    }

    @Test
    void leavesMarksWithTheirLetters() {
        String thai = "ที่".repeat(100);
        assertEquals("ที่ที่", WordEnds.cut(thai, 6));
        assertEquals("ที่ที่", WordEnds.cut(thai, 8));
    }
}
