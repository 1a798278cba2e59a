package io.khabar.article;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A body with its offsets in Unicode code points, as clients count, and in chars, as Java does: each is found from the other
 * without going through the text again, however many dates an article has.
 */
final class BodyText {

    private final String text;
    private final int length;

    /** Where in the text each code point begins, and its end; null where each is one char, as almost everywhere. */
    private final int @Nullable [] begins;

    BodyText(String text) {
        this.text = text;
        this.length = text.codePointCount(0, text.length());
        this.begins = length == text.length() ? null : begins(text, length);
    }

    private static int[] begins(String text, int length) {
        int[] begins = new int[length + 1];
        int at = 0;
        for (int i = 0; i < length; i++) {
            begins[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        begins[length] = at;
        return begins;
    }

    /** What stands between two offsets; null where they lie outside of the text. */
    @Nullable String between(int start, int end) {
        return start < 0 || end < start || end > length ? null : text.substring(index(start), index(end));
    }

    /**
     * Where an expression stands nearest to an offset, of two equally near ones the first.
     *
     * @param reach how far from the offset it is looked for, in chars
     * @return null if it is not there
     */
    @Nullable Place nearest(String expression, int offset, int reach) {
        if (expression.isEmpty()) {
            return null;
        }
        int old = index(Math.clamp(offset, 0, length));
        int from = Math.max(0, old - reach);
        int to = (int) Math.min(text.length(), (long) old + reach + expression.length());
        Occurrences found = new Occurrences(expression, from, to);
        int nearest = -1;
        for (int at = found.next(); at >= 0; at = found.next()) {
            if (nearest >= 0 && Math.abs(at - old) >= Math.abs(nearest - old)) {
                break;
            }
            nearest = at;
        }
        return nearest < 0 ? null : new Place(expression, offset(nearest));
    }

    /** Where an expression stands that is there once; null if it is not there, or who knows where. */
    @Nullable Place only(String expression) {
        if (expression.isEmpty()) {
            return null;
        }
        Occurrences found = new Occurrences(expression, 0, text.length());
        int first = found.next();
        return first < 0 || found.next() >= 0 ? null : new Place(expression, offset(first));
    }

    /** How long the text is, in chars. */
    int chars() {
        return text.length();
    }

    /**
     * Where an expression that is not empty stands, one place behind the other, those that overlap as well. By Knuth, Morris and Pratt: however
     * the text repeats itself, no char of it is compared more than twice.
     */
    private final class Occurrences {

        private final String expression;
        /** For each beginning of the expression, the length of the longest shorter one that it ends with. */
        private final int[] borders;

        private final int end;
        private int at;
        private int matched;

        Occurrences(String expression, int begin, int end) {
            this.expression = expression;
            this.borders = new int[expression.length() + 1];
            this.at = begin;
            this.end = end;
            int border = 0;
            for (int i = 1; i < expression.length(); i++) {
                while (border > 0 && expression.charAt(i) != expression.charAt(border)) {
                    border = borders[border];
                }
                border += expression.charAt(i) == expression.charAt(border) ? 1 : 0;
                borders[i + 1] = border;
            }
        }

        /** The next place, in chars; -1 behind the last one. */
        int next() {
            while (at < end) {
                char here = text.charAt(at++);
                while (matched > 0 && (matched == expression.length() || here != expression.charAt(matched))) {
                    matched = borders[matched];
                }
                matched += here == expression.charAt(matched) ? 1 : 0;
                if (matched == expression.length()) {
                    return at - matched;
                }
            }
            return -1;
        }
    }

    private int index(int offset) {
        return begins == null ? offset : begins[offset];
    }

    private int offset(int index) {
        return begins == null ? index : Arrays.binarySearch(begins, index);
    }
}
