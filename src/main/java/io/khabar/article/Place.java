package io.khabar.article;

import io.khabar.mention.Mention;

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

    /** Where it ends, exclusive, in code points. */
    int end() {
        return start + text.codePointCount(0, text.length());
    }
}
