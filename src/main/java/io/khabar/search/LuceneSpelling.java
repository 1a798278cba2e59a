package io.khabar.search;

import io.khabar.search.text.Readings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Looks for near words among the terms of an index of Lucene. */
final class LuceneSpelling extends Spelling {

    private final IndexReader reader;
    private final Readings readings;

    LuceneSpelling(IndexReader reader, Readings readings) {
        this.reader = reader;
        this.readings = readings;
    }

    @Override
    protected List<String> unknown(List<String> words) throws IOException {
        List<String> unknown = new ArrayList<>();
        for (String word : words) {
            if (isUnknown(word)) {
                unknown.add(word);
            }
        }
        return unknown;
    }

    @Override
    protected Map<String, String> nearest(List<String> words) throws IOException {
        Map<String, String> nearest = new HashMap<>();
        for (String word : words) {
            String near = nearest(word, edits(word));
            if (near != null) {
                nearest.put(word, near);
            }
        }
        return nearest;
    }

    private boolean isUnknown(String word) throws IOException {
        if (reader.docFreq(new Term(WORDS, word)) > 0) {
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

    private @Nullable String nearest(String word, int edits) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, WORDS);
        if (terms == null) {
            return null;
        }
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
