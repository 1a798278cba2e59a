package io.khabar.http;

import org.jspecify.annotations.Nullable;

/** What no text from a client may contain, its length as the contract counts it, and its ends. */
public final class Text {

    /** Shapes the letter beside it, at an end too (\u0647\u200D, of the Hijra): without one it is nothing. */
    private static final char JOINER = '\u200D';

    /**
     * The next line of old systems, fillers of Korean and Braille, soft hyphen, marks of direction, embeddings and isolates,
     * spaces and joints without width, the byte order mark: what comes along where a text is copied from the web. Marks of a
     * number or of a flag are not among them: they are seen.
     */
    private static final String INVISIBLE = "\u0085\u115F\u1160\u2800\u3164\uFFA0"
            + "\u00AD\u061C\u180E\u200B\u200C\u200E\u200F"
            + "\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF";

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

    /**
     * Whether a text shows nothing: it is empty, or white space, of which Unicode has more than ASCII, and what cannot be
     * seen alone.
     */
    static boolean isBlank(String text) {
        return text.chars().allMatch(unit -> isUnseen(unit) || unit == JOINER);
    }

    /** A text without white space and what cannot be seen at its ends. Inside of it that parts words and shapes letters. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isUnseen(text.charAt(start))) {
            start++;
        }
        while (start < end && isUnseen(text.charAt(end - 1))) {
            end--;
        }
        String stripped = text.substring(start, end);
        return isBlank(stripped) ? "" : stripped;
    }

    /** None of them is beyond the basic plane. */
    private static boolean isUnseen(int unit) {
        return isSpace(unit) || INVISIBLE.indexOf(unit) >= 0;
    }

    static boolean isSpace(int unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }

    /** Length in Unicode code points. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
