package io.khabar.http;

import org.jspecify.annotations.Nullable;

/** What no text from a client may contain, its length as the contract counts it, and its ends. */
public final class Text {

    private Text() {}

    /** What is wrong with the characters of a text; null if nothing is. */
    static @Nullable String fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return "must not contain the character NUL";
            }
            if (Character.isSurrogate(unit)) {
                if (!Character.isHighSurrogate(unit)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return "must not contain an unpaired surrogate";
                }
                i++;
            }
        }
        return null;
    }

    /** Whether a text shows nothing: it is empty, or white space alone, of which Unicode has more than ASCII. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Text::isSpace);
    }

    /** A text without white space at its ends. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        // No white space is beyond the basic plane.
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Length in Unicode code points. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
