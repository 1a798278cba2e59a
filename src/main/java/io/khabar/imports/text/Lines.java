package io.khabar.imports.text;

/** What can be seen of a line without knowing its language. */
final class Lines {
    private static final String SENTENCE_END = ".!?؟。…۔:";
    private static final String CLOSING = "\"'»”’)]";

    private Lines() {}

    static boolean isBlank(String line) {
        return line.codePoints().allMatch(Lines::isInvisible);
    }

    /** The line without white space, bidi and zero-width marks at its ends. */
    static String strip(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isInvisible(line.charAt(start))) {
            start++;
        }
        while (start < end && isInvisible(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    /** Whether a sentence ends with the line, quotes and brackets after its last mark included. */
    static boolean endsSentence(String line) {
        int last = line.length() - 1;
        while (last > 0 && CLOSING.indexOf(line.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && SENTENCE_END.indexOf(line.charAt(last)) >= 0;
    }

    private static boolean isInvisible(int cp) {
        return Character.isWhitespace(cp)
                || Character.isSpaceChar(cp)
                || Character.isISOControl(cp)
                || Character.getType(cp) == Character.FORMAT;
    }
}
