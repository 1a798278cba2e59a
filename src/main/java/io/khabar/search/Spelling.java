package io.khabar.search;

import io.khabar.search.text.Token;
import io.khabar.search.text.Words;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what may have been meant by words that no article has. */
public abstract class Spelling {

    /** The field that tells which words articles have. */
    public static final String WORDS = "allWords";

    /** The field that tells which stems they have. */
    public static final String STEMS = "all";

    /** Anything resembles a shorter word. */
    private static final int SHORTEST = 4;
    /** Two errors are thought of in a word of so many letters, one in a shorter one. */
    private static final int LONG = 6;

    /** A query with each unknown word replaced by the known one that is nearest; empty where that changes nothing. */
    public Optional<String> corrected(String query) throws IOException {
        StringBuilder corrected = new StringBuilder();
        int copied = 0;
        for (Token word : Words.of(query)) {
            // Beside what excludes a word, or names a field.
            boolean counts = (word.start() == 0 || query.charAt(word.start() - 1) != '-')
                    && (word.end() == query.length() || query.charAt(word.end()) != ':');
            String other = counts ? other(word.term()) : null;
            if (other != null && word.start() >= copied) {
                corrected.append(query, copied, word.start()).append(other);
                copied = word.end();
            }
        }
        return copied == 0
                ? Optional.empty()
                : Optional.of(corrected.append(query, copied, query.length()).toString());
    }

    private @Nullable String other(String word) throws IOException {
        return word.codePointCount(0, word.length()) < SHORTEST ? null : instead(word, word.length() < LONG ? 1 : 2);
    }

    /**
     * The word that is nearest to one that no article has, in no form; of those that are as near the commonest. Null where
     * an article has it, or none is near.
     *
     * @param edits in how many letters it may differ; two that are exchanged are one
     */
    protected abstract @Nullable String instead(String word, int edits) throws IOException;
}
