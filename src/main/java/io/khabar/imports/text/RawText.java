package io.khabar.imports.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A raw news text taken apart.
 *
 * @param paragraphs the text's paragraphs in order, each on one line, never blank; the signature is none of them
 * @param signature the source that the last line names, without decoration; null where it names none
 */
public record RawText(List<String> paragraphs, @Nullable String signature) {
    /** The longest lead that the contract allows, in code points. */
    static final int MAX_LEAD = 2_000;

    public RawText {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The paragraphs with a blank line between them; empty where there are none. */
    public String body() {
        return String.join("\n\n", paragraphs);
    }

    /** The first paragraph, cut at a word's end to at most 2,000 code points; null where there is none. */
    public @Nullable String lead() {
        if (paragraphs.isEmpty()) {
            return null;
        }
        String first = paragraphs.getFirst();
        if (first.codePointCount(0, first.length()) <= MAX_LEAD) {
            return first;
        }
        int end = first.offsetByCodePoints(0, MAX_LEAD);
        int space = end;
        while (space > 0 && !Character.isWhitespace(first.charAt(space))) {
            space--;
        }
        // One word of two thousand letters has no end to cut at.
        return space == 0 ? first.substring(0, end) : first.substring(0, space).stripTrailing();
    }
}
