package io.khabar.mention;

/**
 * A word, a run of digits or a single mark of the text.
 *
 * @param start index of the first UTF-16 unit
 * @param end index after the last one
 * @param folded the form that lexicons are compared with, see {@link Fold}
 * @param number value of a run of up to nine digits, else -1
 * @param spaced whether white space stands before it
 * @param breaks whether a line ends before it
 * @param capital whether it begins with a capital letter
 */
record Token(
        int start, int end, Type type, String folded, int number, boolean spaced, boolean breaks, boolean capital) {

    enum Type {
        WORD,
        DIGITS,
        MARK
    }

    boolean isDigits() {
        return type == Type.DIGITS;
    }

    boolean isWord() {
        return type == Type.WORD;
    }

    boolean is(String mark) {
        return folded.equals(mark);
    }

    /** How many digits were written, of a run of digits. */
    int digits() {
        return folded.length();
    }
}
