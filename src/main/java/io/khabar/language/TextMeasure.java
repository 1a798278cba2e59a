package io.khabar.language;

import com.ibm.icu.lang.UCharacter;

/** How long a text is to a reader. */
public final class TextMeasure {
    /** A common figure for silent reading of news, the same for every language so that it can be compared. */
    private static final int WORDS_PER_MINUTE = 200;

    private static final int NO_BREAK_SPACE = 0xA0;
    private static final int OGHAM_SPACE = 0x1680;

    private TextMeasure() {}

    /** The number of words: runs of anything but Unicode's White_Space. Scripts without spaces count by such runs too. */
    public static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0, cp; i < text.length(); i += Character.charCount(cp)) {
            cp = text.codePointAt(i);
            // Between the no-break space and the Ogham one there is none: most letters of most texts.
            boolean space = (cp <= NO_BREAK_SPACE || cp >= OGHAM_SPACE) && UCharacter.isUWhiteSpace(cp);
            words += inside || space ? 0 : 1;
            inside = !space;
        }
        return words;
    }

    /** Whole minutes that reading takes at 200 words a minute, rounded up: 0 only where there are no words. */
    public static int readingMinutes(int words) {
        return Math.ceilDiv(words, WORDS_PER_MINUTE);
    }
}
