package io.khabar.imports.text;

import io.khabar.imports.draft.Bylines;
import java.util.List;

/** Tells whether the first paragraph of a text is its title. */
final class Opening {
    private static final int LONGEST_TITLE = 120;
    private static final int FEWEST_WORDS = 3;
    private static final String LIST_MARKS = "-–—*•·▪►0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";

    private Opening() {}

    /**
     * Whether the first of these is a title: short, no sentence, no item of a list, and followed by a longer paragraph that
     * is a sentence or more.
     */
    static boolean isTitle(List<String> paragraphs) {
        if (paragraphs.size() < 2) {
            return false;
        }
        String first = paragraphs.getFirst();
        String next = paragraphs.get(1);
        if (paragraphs.size() > 2 && Bylines.isByline(next)) {
            next = paragraphs.get(2);
        }
        int words = first.split("\\s+", LONGEST_TITLE).length;
        return first.codePointCount(0, first.length()) <= LONGEST_TITLE
                && words >= FEWEST_WORDS
                && !Lines.endsSentence(first)
                && !first.endsWith(",")
                && !first.endsWith("،")
                && LIST_MARKS.indexOf(first.charAt(0)) < 0
                && LIST_MARKS.indexOf(next.charAt(0)) < 0
                && !Bylines.isByline(first)
                // A line that goes on in small letters was broken, not ended.
                && !Character.isLowerCase(next.codePointAt(0))
                && next.length() * 2 > first.length() * 3
                && (Lines.endsSentence(next) || next.length() > 2 * LONGEST_TITLE);
    }
}
