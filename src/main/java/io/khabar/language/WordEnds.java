package io.khabar.language;

/** Shortens texts without breaking words. */
public final class WordEnds {
    private static final int FARTHEST = 40;

    private WordEnds() {}

    /**
     * At most so many code points, cut at a word's end. Where the last forty have none, as in Chinese or Thai, cut behind a
     * letter and its marks.
     */
    public static String cut(String text, int longest) {
        if (text.length() <= longest || text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        int end = text.offsetByCodePoints(0, longest);
        int farthest = text.offsetByCodePoints(end, -Math.min(FARTHEST, longest));
        int space = end;
        while (space > farthest && !Character.isWhitespace(text.charAt(space))) {
            space--;
        }
        if (space > farthest) {
            return text.substring(0, space).stripTrailing();
        }
        while (end > farthest && isMark(text.codePointAt(end))) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static boolean isMark(int cp) {
        int type = Character.getType(cp);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
