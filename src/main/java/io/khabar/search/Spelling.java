package io.khabar.search;

import io.khabar.search.text.Readings;
import io.khabar.search.text.Token;
import io.khabar.search.text.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds what may have been meant by words that no article has. */
final class Spelling {

    private static final String WORDS = "allWords";
    private static final String STEMS = "all";
    /** Anything resembles a shorter word. */
    private static final int SHORTEST = 4;
    /** Two errors are thought of in a word of so many letters, one in a shorter one. */
    private static final int LONG = 6;

    private final IndexReader reader;
    private final Readings readings;

    Spelling(IndexReader reader, Readings readings) {
        this.reader = reader;
        this.readings = readings;
    }

    /** A query with each unknown word replaced by the known one that is nearest; empty where that changes nothing. */
    Optional<String> corrected(String query) throws IOException {
        StringBuilder corrected = new StringBuilder();
        int copied = 0;
        for (Token word : Words.of(query)) {
            // Beside what excludes a word, or names a field.
            boolean counts = (word.start() == 0 || query.charAt(word.start() - 1) != '-')
                    && (word.end() == query.length() || query.charAt(word.end()) != ':');
            String other = counts && unknown(word.term()) ? nearest(word.term()) : null;
            if (other != null && word.start() >= copied) {
                corrected.append(query, copied, word.start()).append(other);
                copied = word.end();
            }
        }
        return copied == 0
                ? Optional.empty()
                : Optional.of(corrected.append(query, copied, query.length()).toString());
    }

    private boolean unknown(String word) throws IOException {
        if (word.codePointCount(0, word.length()) < SHORTEST || reader.docFreq(new Term(WORDS, word)) > 0) {
            return false;
        }
        for (List<String> reading : readings.of(word)) {
            for (String term : reading) {
                if (reader.docFreq(new Term(STEMS, term)) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private @Nullable String nearest(String word) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, WORDS);
        if (terms == null) {
            return null;
        }
        int edits = word.length() < LONG ? 1 : 2;
        FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(WORDS, word), edits, 0, true);
        BoostAttribute likeness = near.attributes().addAttribute(BoostAttribute.class);
        String best = null;
        float most = 0;
        int commonest = 0;
        for (BytesRef term = near.next(); term != null; term = near.next()) {
            float like = likeness.getBoost();
            int articles = near.docFreq();
            if (like > most || (like == most && articles > commonest)) {
                best = term.utf8ToString();
                most = like;
                commonest = articles;
            }
        }
        return best;
    }
}
