package io.khabar.imports.text;

import io.khabar.imports.draft.Bylines;
import java.util.List;
import java.util.regex.Pattern;

/** Tells whether the first paragraph of a text is its title. */
final class Opening {
    private static final int LONGEST_TITLE = 120;
    private static final int FEWEST_WORDS = 3;

    /** A title, an author, an agency; what follows then is the text. */
    private static final int MOST_LINES_BEHIND = 3;

    private static final String LIST_MARKS = "©-–—*•·▪►0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";

    /** "RT Arabic - 14.09.2021": where and when it stood. */
    private static final Pattern DATED = Pattern.compile(".*\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{2}|\\d{4})");

    private Opening() {}

    /** Whether a line says who wrote what follows: an author, or behind one an agency. */
    private static boolean isOfAuthor(String line) {
        return Bylines.isByline(line) || Dateline.isAgency(line) || WithAgencies.writer(line) != null;
    }

    /**
     * Whether the first of these is a title: short, no sentence, no item of a list, and followed by a longer paragraph that
     * is a sentence or more.
     */
    static boolean isTitle(List<String> paragraphs) {
        if (paragraphs.size() < 2) {
            return false;
        }
        String first = paragraphs.getFirst();
        int behind = 1;
        while (behind < MOST_LINES_BEHIND && behind < paragraphs.size() - 1 && isOfAuthor(paragraphs.get(behind))) {
            behind++;
        }
        String next = paragraphs.get(behind);
        int words = first.split("\\s+", LONGEST_TITLE).length;
        return first.codePointCount(0, first.length()) <= LONGEST_TITLE
                && words >= FEWEST_WORDS
                && !Lines.endsSentence(first)
                && !first.endsWith(",")
                && !first.endsWith("،")
                && LIST_MARKS.indexOf(first.charAt(0)) < 0
                && LIST_MARKS.indexOf(next.charAt(0)) < 0
                && !Bylines.isByline(first)
                && WithAgencies.writer(first) == null
                && !DATED.matcher(first).matches()
                // A line that goes on in small letters was broken, not ended.
                && !Character.isLowerCase(next.codePointAt(0))
                && next.length() * 2 > first.length() * 3
                && (Lines.endsSentence(next) || next.length() > 2 * LONGEST_TITLE);
    }
}
