package io.khabar.search;

import io.khabar.search.Hits.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;

/**
 * Searches for the best hits, on Lucene itself: what is collected is ordered by the score alone, so that it leaves out
 * unseen what cannot be among them. Recency is looked at afterwards, of the very best.
 */
final class BestFirst {

    /** Articles that match alike stand in the order of their ids, the youngest first: so every index has the same order. */
    private static final Sort ORDER = new Sort(
            SortField.FIELD_SCORE,
            new SortedNumericSortField("idHigh", SortField.Type.LONG, true),
            new SortedNumericSortField("idLow", SortField.Type.LONG, true));

    private final IndexReader reader;

    BestFirst(IndexReader reader) {
        this.reader = reader;
    }

    /** Searches. */
    Hits search(Query query, Order order, int limit, int countTo) {
        int wanted = order.skip() + limit;
        Recency recency = order.recency();
        int collected = Math.max(wanted + 1, recency != null && recency.pulls() ? Recency.PULLED : 0);
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            TopFieldDocs top = searcher.search(query, new TopFieldCollectorManager(ORDER, collected, null, countTo));
            List<Hit> hits = new ArrayList<>(top.scoreDocs.length);
            for (ScoreDoc one : top.scoreDocs) {
                hits.add(hit((FieldDoc) one));
            }
            if (recency != null && recency.pulls()) {
                int pulled = Math.min(Recency.PULLED, hits.size());
                recency.pull(hits.subList(0, pulled), published(top.scoreDocs, pulled));
            }
            return new Hits(
                    List.copyOf(hits.subList(Math.min(order.skip(), hits.size()), Math.min(wanted, hits.size()))),
                    hits.size() > wanted,
                    top.totalHits.value,
                    top.totalHits.relation == TotalHits.Relation.EQUAL_TO);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Hit hit(FieldDoc found) {
        return new Hit(IndexedArticle.id((Long) found.fields[1], (Long) found.fields[2]), 0, (Float) found.fields[0]);
    }

    /** When the first so many of what was found were published; values are read in the order in which the index has them. */
    private long[] published(ScoreDoc[] found, int first) throws IOException {
        long[] places = new long[first];
        for (int i = 0; i < first; i++) {
            places[i] = (long) found[i].doc << Integer.SIZE | i;
        }
        Arrays.sort(places);
        long[] published = new long[first];
        int read = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            long end = (long) (leaf.docBase + leaf.reader().maxDoc()) << Integer.SIZE;
            if (read < first && places[read] < end) {
                SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), "publishedSort");
                for (; read < first && places[read] < end; read++) {
                    int document = (int) (places[read] >>> Integer.SIZE) - leaf.docBase;
                    published[(int) places[read]] =
                            values.advanceExact(document) ? values.nextValue() : IndexedArticle.NEVER;
                }
            }
        }
        return published;
    }
}
