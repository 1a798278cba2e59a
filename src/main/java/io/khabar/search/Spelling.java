package io.khabar.search;

import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Readings;
import io.khabar.search.text.Token;
import io.khabar.search.text.Words;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Of so many unknown words in a query something may be meant; with more it is in another language, or of none. */
    private static final int MOST = 4;

    /**
     * A query with each unknown word replaced by the known one that is nearest; empty where that changes nothing. What is
     * excluded and beginnings of words stay as they are.
     */
    public Optional<String> corrected(String query) throws IOException {
        Set<String> wanted = new LinkedHashSet<>();
        Set<String> kept = new HashSet<>();
        sort(Query.parse(query), wanted, kept);
        List<String> words = wanted.stream()
                .filter(word -> !kept.contains(word) && word.codePointCount(0, word.length()) >= SHORTEST)
                .toList();
        List<String> unknown = words.isEmpty() ? List.of() : unknown(words);
        if (unknown.isEmpty() || unknown.size() > MOST) {
            return Optional.empty();
        }
        return replaced(query, nearest(unknown));
    }

    private static void sort(Query query, Set<String> wanted, Set<String> kept) {
        switch (query) {
            case Query.Word word -> wanted.addAll(Readings.words(word.text()));
            case Query.Phrase phrase -> wanted.addAll(Readings.words(phrase.text()));
            case Query.Prefix prefix -> kept.addAll(Readings.words(prefix.text()));
            case Query.Sequence sequence -> sequence.parts().forEach(part -> sort(part, wanted, kept));
            case Query.Either either -> either.choices().forEach(choice -> sort(choice, wanted, kept));
            case Query.Not not -> sort(not.excluded(), kept, kept);
            case Query.Nothing _ -> {}
        }
    }

    private static Optional<String> replaced(String query, Map<String, String> instead) {
        StringBuilder corrected = new StringBuilder();
        int copied = 0;
        for (Token word : Words.of(query)) {
            String other = isField(query, word) ? null : instead.get(word.term());
            if (other != null && word.start() >= copied) {
                corrected.append(query, copied, word.start()).append(other);
                copied = word.end();
            }
        }
        return copied == 0
                ? Optional.empty()
                : Optional.of(corrected.append(query, copied, query.length()).toString());
    }

    private static boolean isField(String query, Token word) {
        return word.end() < query.length()
                && query.charAt(word.end()) == ':'
                && TextField.of(query.substring(word.start(), word.end())) != null;
    }

    /** In how many letters another word may differ; two that are exchanged are one. */
    protected static int edits(String word) {
        return word.length() < LONG ? 1 : 2;
    }

    /** Those of some words that no article has, in no form. */
    protected abstract List<String> unknown(List<String> words) throws IOException;

    /**
     * The words that are nearest to some that no article has, within {@link #edits}; of those that are as near the
     * commonest. Nothing is told of a word to which none is near.
     *
     * @param words few
     */
    protected abstract Map<String, String> nearest(List<String> words) throws IOException;
}
