package io.khabar.imports.text;

import io.khabar.imports.draft.PlainText;
import io.khabar.language.WordEnds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A raw news text taken apart.
 *
 * @param paragraphs the text's paragraphs in order, each on one line, never blank; the signature is none of them
 * @param signature the source that the last line names, without decoration; null where it names none
 */
public record RawText(List<String> paragraphs, @Nullable String signature) {

    public RawText {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The paragraphs with a blank line between them; empty where there are none. */
    public String body() {
        return String.join("\n\n", paragraphs);
    }

    /** The first paragraph, cut at a word's end to at most 300 code points; null where there is none. */
    public @Nullable String lead() {
        return paragraphs.isEmpty() ? null : WordEnds.cut(paragraphs.getFirst(), PlainText.LONGEST_LEAD);
    }
}
