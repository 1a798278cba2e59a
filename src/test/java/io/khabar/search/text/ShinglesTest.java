package io.khabar.search.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShinglesTest {

    private static double shared(String one, String other) {
        return Shingles.of(one).shared(Shingles.of(other));
    }

    @Test
    void countWhatTwoTextsShare() {
        assertEquals(1, shared("one two three four", "One, two; three: four!"));
        assertEquals(0, shared("one two three four", "four three two one"));
        // Of abc bcd and bcd cde, one of three is shared.
        assertEquals(1 / 3.0, shared("a b c d", "b c d e"));
        assertEquals(shared("a b c d", "b c d e"), shared("b c d e", "a b c d"));
    }

    @Test
    void takeNoNoticeOfHowAWordIsWritten() {
        assertEquals(1, shared("أعلنت وزارةُ الصحة اليوم", "اعلنت وزارة الصحه اليوم"));
    }

    @Test
    void ofShortTextsAreTheTextItself() {
        assertEquals(1, shared("one two", "one two"));
        assertEquals(0, shared("one two", "one"));
        assertEquals(0, shared("", ""));
        assertEquals(0, shared("", "one two three"));
    }

    @Test
    void tellACopyFromAnotherStory() {
        String story =
                "The ministers met in the capital on Monday and agreed on a treaty about the water of the river. "
                        + "They will meet again in spring.";
        assertTrue(shared(story, "(Agency) " + story.replace("in spring", "next year")) > 0.5);
        assertTrue(shared(story, "The ministers met in the capital, but did not agree on anything at all.") < 0.5);
    }
}
