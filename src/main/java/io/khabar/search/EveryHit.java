package io.khabar.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** Tells of all articles that a query finds, portion by portion: they are read where they are found, and never held. */
final class EveryHit {

    private final IndexReader reader;
    private final int portion;
    private final Consumer<List<UUID>> taker;
    private List<UUID> gathered = new ArrayList<>();

    EveryHit(IndexReader reader, int portion, Consumer<List<UUID>> taker) {
        this.reader = reader;
        this.portion = portion;
        this.taker = taker;
    }

    /** How many there are. */
    long of(Query query) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        long all = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            Scorer found = weight.scorer(leaf);
            if (found != null) {
                all += read(leaf, found.iterator());
            }
        }
        if (!gathered.isEmpty()) {
            taker.accept(gathered);
        }
        return all;
    }

    private long read(LeafReaderContext leaf, DocIdSetIterator found) throws IOException {
        SortedNumericDocValues high = DocValues.getSortedNumeric(leaf.reader(), "idHigh");
        SortedNumericDocValues low = DocValues.getSortedNumeric(leaf.reader(), "idLow");
        Bits living = leaf.reader().getLiveDocs();
        long read = 0;
        for (int at = found.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = found.nextDoc()) {
            if ((living == null || living.get(at)) && high.advanceExact(at) && low.advanceExact(at)) {
                gathered.add(IndexedArticle.id(high.nextValue(), low.nextValue()));
                read++;
                if (gathered.size() == portion) {
                    taker.accept(gathered);
                    gathered = new ArrayList<>();
                }
            }
        }
        return read;
    }
}
