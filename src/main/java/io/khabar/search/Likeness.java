package io.khabar.search;

import io.khabar.search.query.TextField;
import io.khabar.search.text.Languages;
import io.khabar.search.text.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** Finds what a text is about: the terms that are common in it and rare elsewhere. */
final class Likeness {

    /**
     * A term.
     *
     * @param weight how much it counts, beside how rare it is
     */
    record Telling(String term, float weight) {}

    /** More make a search slower and hardly better. */
    private static final int MOST = 20;
    /** One in so many of the terms must be there. */
    private static final int NEEDED = 5;
    /** So many occurrences count half of what any number of them counts. */
    private static final float HALF = 2;

    private record Weighed(Telling telling, double worth) {}

    private final Languages languages;
    private final IndexReader reader;

    Likeness(Languages languages, IndexReader reader) {
        this.languages = languages;
        this.reader = reader;
    }

    /** The terms that tell most, the best first. */
    List<Telling> telling(Sample sample) throws IOException {
        Map<String, Float> occurrences = new HashMap<>();
        sample.texts().forEach((field, text) -> languages.of(sample.language()).tokens(text).stream()
                .map(Token::term)
                .forEach(term -> occurrences.merge(term, Predicates.weight(field), Float::sum)));
        List<Weighed> weighed = new ArrayList<>();
        for (Map.Entry<String, Float> one : occurrences.entrySet()) {
            String term = one.getKey();
            int articles = Math.max(articles(TextField.BODY, term), articles(TextField.TITLE, term));
            // A term of one article alone is this one's own.
            if (articles > 1) {
                float weight = one.getValue() / (one.getValue() + HALF);
                weighed.add(new Weighed(
                        new Telling(term, weight), weight * Math.log((double) reader.numDocs() / articles)));
            }
        }
        weighed.sort(Comparator.comparingDouble(Weighed::worth).reversed().thenComparing(one -> one.telling()
                .term()));
        return weighed.stream()
                .filter(one -> one.worth() > 0)
                .limit(MOST)
                .map(Weighed::telling)
                .toList();
    }

    private int articles(TextField field, String term) throws IOException {
        return reader.docFreq(new Term(field.word(), term));
    }

    /** Has some of the terms. */
    static SearchPredicate predicate(SearchPredicateFactory f, List<Telling> terms) {
        BooleanPredicateClausesStep<?, ?> some = f.bool();
        for (Telling one : terms) {
            some.should(f.match()
                    .fields(TextField.TITLE.word(), TextField.BODY.word())
                    .matching(one.term())
                    .boost(one.weight()));
        }
        return some.minimumShouldMatchNumber(Math.max(1, terms.size() / NEEDED)).toPredicate();
    }
}
