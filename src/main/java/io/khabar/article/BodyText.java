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

    /** Where an expression stands nearest to an offset; null if it is not there. */
    @Nullable Place nearest(String expression, int offset) {
        int old = index(Math.clamp(offset, 0, length));
        int before = text.lastIndexOf(expression, old);
        int behind = text.indexOf(expression, old);
        int found = before < 0 || (behind >= 0 && behind - old < old - before) ? behind : before;
        return found < 0 ? null : new Place(expression, offset(found));
    }

    /** Where an expression stands that is there once; null if it is not there, or who knows where. */
    @Nullable Place only(String expression) {
        int found = expression.isEmpty() ? -1 : text.indexOf(expression);
        return found < 0 || found != text.lastIndexOf(expression) ? null : new Place(expression, offset(found));
    }

    private int index(int offset) {
        return begins == null ? offset : begins[offset];
    }

    private int offset(int index) {
        return begins == null ? index : Arrays.binarySearch(begins, index);
    }
}
