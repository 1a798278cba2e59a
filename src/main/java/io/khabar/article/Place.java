package io.khabar.article;

import io.khabar.mention.Mention;
import org.jspecify.annotations.Nullable;

/**
 * Where an expression stands in a body.
 *
 * @param text the expression as the body has it
 * @param start where it begins, in Unicode code points
 */
record Place(String text, int start) {

    static Place of(Mention mention) {
        return new Place(mention.text(), mention.start());
    }

    /** Where an expression stands in a body that has it once; null if it is not there, or who knows where. */
    static @Nullable Place only(String text, String body) {
        int found = text.isEmpty() ? -1 : body.indexOf(text);
        return found < 0 || found != body.lastIndexOf(text) ? null : new Place(text, body.codePointCount(0, found));
    }

    /** Where it ends, exclusive, in code points. */
    int end() {
        return start + text.codePointCount(0, text.length());
    }

    /** Where the expression stands in another body, nearest to where it was; null if it is not there. */
    @Nullable Place in(String body) {
        int old = body.offsetByCodePoints(0, Math.min(start, body.codePointCount(0, body.length())));
        int before = body.lastIndexOf(text, old);
        int behind = body.indexOf(text, old);
        int found = before < 0 || (behind >= 0 && behind - old < old - before) ? behind : before;
        return found < 0 ? null : new Place(text, body.codePointCount(0, found));
    }
}
