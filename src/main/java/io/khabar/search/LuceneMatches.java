package io.khabar.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** {@link Match} as Lucene carries it out. */
final class LuceneMatches {

    private LuceneMatches() {}

    static Query query(Match match) {
        return switch (match) {
            case Match.Terms terms -> boosted(terms(terms.field(), terms.terms()), terms.weight());
            case Match.Synonyms synonyms -> {
                SynonymQuery.Builder any = new SynonymQuery.Builder(synonyms.field());
                synonyms.terms().forEach(term -> any.addTerm(new Term(synonyms.field(), term)));
                yield boosted(any.build(), synonyms.weight());
            }
            case Match.Phrase phrase -> boosted(phrase(phrase), phrase.weight());
            case Match.Beginning beginning ->
                boosted(
                        new CommonestBeginnings(beginning.field(), beginning.beginning(), beginning.most()),
                        beginning.weight());
            case Match.Any any ->
                any.choices().isEmpty()
                        ? new MatchNoDocsQuery()
                        : add(new BooleanQuery.Builder(), any.choices(), Occur.SHOULD)
                                .build();
            case Match.Most most ->
                add(new BooleanQuery.Builder(), most.choices(), Occur.SHOULD)
                        .setMinimumNumberShouldMatch(most.least())
                        .build();
            case Match.All all -> {
                BooleanQuery.Builder clauses = new BooleanQuery.Builder();
                if (all.isExclusion()) {
                    clauses.add(new MatchAllDocsQuery(), Occur.MUST);
                }
                add(clauses, all.needed(), Occur.MUST);
                add(clauses, all.counting(), Occur.SHOULD);
                yield add(clauses, all.excluded(), Occur.MUST_NOT).build();
            }
        };
    }

    private static BooleanQuery.Builder add(BooleanQuery.Builder to, List<Match> matches, Occur occur) {
        matches.forEach(match -> to.add(query(match), occur));
        return to;
    }

    private static Query boosted(Query query, float weight) {
        return weight == 1 ? query : new BoostQuery(query, weight);
    }

    private static Query terms(String field, List<String> terms) {
        if (terms.size() == 1) {
            return new TermQuery(new Term(field, terms.getFirst()));
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(term -> any.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        return any.build();
    }

    private static Query phrase(Match.Phrase phrase) {
        if (phrase.terms().size() == 1) {
            return terms(phrase.field(), phrase.terms());
        }
        PhraseQuery.Builder following = new PhraseQuery.Builder().setSlop(phrase.slop());
        phrase.terms().forEach(term -> following.add(new Term(phrase.field(), term)));
        return following.build();
    }
}
