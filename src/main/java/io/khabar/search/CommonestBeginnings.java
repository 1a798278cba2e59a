package io.khabar.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BlendedTermQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Finds documents with a term that begins so, of which there may be thousands: the commonest of them, so many at most.
 * Lucene's own prefixes take the first ones of the alphabet, and with them تو* does not find تونس.
 */
final class CommonestBeginnings extends Query {

    private record Counted(BytesRef term, int documents) {}

    /** The rarest first; of those that are as rare, the last of the alphabet. */
    private static final Comparator<Counted> RAREST =
            Comparator.comparingInt(Counted::documents).thenComparing(Counted::term, Comparator.reverseOrder());

    private final Term beginning;
    private final int most;

    CommonestBeginnings(String field, String beginning, int most) {
        this.beginning = new Term(field, beginning);
        this.most = most;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), beginning.field());
        PriorityQueue<Counted> commonest = new PriorityQueue<>(RAREST);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            boolean more = each.seekCeil(beginning.bytes()) != TermsEnum.SeekStatus.END;
            while (more && StringHelper.startsWith(each.term(), beginning.bytes())) {
                int documents = each.docFreq();
                if (commonest.size() < most) {
                    commonest.add(new Counted(BytesRef.deepCopyOf(each.term()), documents));
                } else if (documents > Objects.requireNonNull(commonest.peek()).documents()) {
                    commonest.remove();
                    commonest.add(new Counted(BytesRef.deepCopyOf(each.term()), documents));
                }
                more = each.next() != null;
            }
        }
        if (commonest.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        // Each counts as if it were as frequent as all: which of them it is says nothing of what was asked for.
        BlendedTermQuery.Builder any =
                new BlendedTermQuery.Builder().setRewriteMethod(BlendedTermQuery.BOOLEAN_REWRITE);
        commonest.forEach(counted -> any.add(new Term(beginning.field(), counted.term())));
        return any.build();
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(beginning.field())) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommonestBeginnings that && most == that.most && beginning.equals(that.beginning);
    }

    @Override
    public int hashCode() {
        return Objects.hash(beginning, most);
    }

    @Override
    public String toString(String field) {
        return beginning + "* (" + most + ")";
    }
}
