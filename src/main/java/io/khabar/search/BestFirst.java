package io.khabar.search;

import io.khabar.search.Hits.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;

/**
 * Searches for the best hits, on Lucene itself: what is collected is ordered by the score alone, so that it leaves out
 * unseen what cannot be among them. Recency is looked at afterwards, of the very best.
 */
final class BestFirst {

    /** What only articles have: not the dates in them, which are documents of their own. */
    static final Query ARTICLES = new FieldExistsQuery("idHigh");

    private final IndexReader reader;

    BestFirst(IndexReader reader) {
        this.reader = reader;
    }

    /**
     * Searches.
     *
     * @param sort by score, then the two halves of the id
     */
    Hits search(Query query, Sort sort, Order order, int limit, int countTo) {
        int wanted = order.skip() + limit;
        Recency recency = order.recency();
        int collected = Math.max(wanted + 1, recency != null && recency.pulls() ? Recency.PULLED : 0);
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            Query articles = ofArticlesAlone(query)
                    ? query
                    : new BooleanQuery.Builder()
                            .add(query, BooleanClause.Occur.MUST)
                            .add(ARTICLES, BooleanClause.Occur.FILTER)
                            .build();
            TopFieldDocs top = searcher.search(articles, new TopFieldCollectorManager(sort, collected, null, countTo));
            List<Hit> hits = new ArrayList<>(top.scoreDocs.length);
            for (ScoreDoc one : top.scoreDocs) {
                hits.add(hit((FieldDoc) one));
            }
            if (recency != null && recency.pulls()) {
                int pulled = Math.min(Recency.PULLED, hits.size());
                long[] published = new long[pulled];
                for (int i = 0; i < pulled; i++) {
                    published[i] = published(top.scoreDocs[i].doc);
                }
                recency.pull(hits.subList(0, pulled), published);
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

    private long published(int document) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), "publishedSort");
        return values.advanceExact(document - leaf.docBase) ? values.nextValue() : IndexedArticle.NEVER;
    }

    /** Whether a query finds articles alone, whatever else is in the index: it needs a term, rather than the lack of one. */
    private static boolean ofArticlesAlone(Query query) {
        return switch (query) {
            case MatchAllDocsQuery _ -> false;
            case BoostQuery boost -> ofArticlesAlone(boost.getQuery());
            case ConstantScoreQuery constant -> ofArticlesAlone(constant.getQuery());
            case BooleanQuery bool -> {
                boolean needed = bool.clauses().stream()
                        .anyMatch(clause -> clause.isRequired() && ofArticlesAlone(clause.getQuery()));
                boolean required = bool.clauses().stream().anyMatch(BooleanClause::isRequired);
                yield needed
                        || (!required
                                && bool.clauses().stream()
                                        .filter(clause -> !clause.isProhibited())
                                        .allMatch(clause -> ofArticlesAlone(clause.getQuery())));
            }
            default -> true;
        };
    }
}
