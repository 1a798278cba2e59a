package io.khabar.search;

import io.khabar.search.query.TextField;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Counts how many articles have a term, for many terms: one after another as the index has them, which is several times
 * faster than to look up each for itself.
 */
final class TermCounts {

    private final IndexReader reader;

    TermCounts(IndexReader reader) {
        this.reader = reader;
    }

    /** How many articles have each of some terms, in the field where it is in more of them; without those that none has. */
    Map<String, Long> of(Collection<String> terms, List<TextField> fields) throws IOException {
        BytesRef[] sorted = terms.stream().map(BytesRef::new).sorted().toArray(BytesRef[]::new);
        long[] most = new long[sorted.length];
        for (TextField field : fields) {
            long[] counts = counts(sorted, field.word());
            Arrays.setAll(most, i -> Math.max(most[i], counts[i]));
        }
        Map<String, Long> found = new HashMap<>();
        for (int i = 0; i < sorted.length; i++) {
            if (most[i] > 0) {
                found.put(sorted[i].utf8ToString(), most[i]);
            }
        }
        return found;
    }

    private long[] counts(BytesRef[] sorted, String field) throws IOException {
        long[] counts = new long[sorted.length];
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms there = leaf.reader().terms(field);
            if (there != null) {
                TermsEnum at = there.iterator();
                for (int i = 0; i < sorted.length; i++) {
                    if (at.seekExact(sorted[i])) {
                        counts[i] += at.docFreq();
                    }
                }
            }
        }
        return counts;
    }
}
