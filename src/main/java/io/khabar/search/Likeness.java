package io.khabar.search;

import io.khabar.search.query.TextField;
import io.khabar.search.text.Languages;
import io.khabar.search.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Finds what a text is about: the terms that are common in it and rare elsewhere. */
public final class Likeness {

    private record Telling(String term, float weight, double worth) {}

    /** More make a search slower and hardly better. */
    private static final int MOST = 20;
    /** One in so many of the terms must be there. */
    private static final int NEEDED = 5;
    /** So many occurrences count half of what any number of them counts. */
    private static final float HALF = 2;

    /** The fields in which terms are counted and looked for. */
    public static final List<TextField> FIELDS = List.of(TextField.TITLE, TextField.BODY);

    private final Map<String, Float> occurrences = new HashMap<>();

    /** Takes up the terms of a sample. */
    public Likeness(Sample sample, Languages languages) {
        sample.texts().forEach((field, text) -> languages.of(sample.language()).tokens(text).stream()
                .map(Token::term)
                .forEach(term -> occurrences.merge(term, Matching.weight(field), Float::sum)));
    }

    /** The terms that occur. */
    public Set<String> terms() {
        return occurrences.keySet();
    }

    /**
     * What speaks of the same: has some of the terms that tell most.
     *
     * @param articles how many articles have a term in one of {@link #FIELDS}, the one that is in more of them
     * @param all how many documents there are
     */
    public Match match(ToLongFunction<String> articles, long all) {
        List<Telling> terms = telling(articles, all);
        return new Match.Most(
                terms.stream()
                        .map(one -> (Match) new Match.Any(FIELDS.stream()
                                .map(field -> (Match) new Match.Terms(field.word(), List.of(one.term()), one.weight()))
                                .toList()))
                        .toList(),
                Math.max(1, terms.size() / NEEDED));
    }

    private List<Telling> telling(ToLongFunction<String> articles, long all) {
        List<Telling> weighed = new ArrayList<>();
        for (Map.Entry<String, Float> one : occurrences.entrySet()) {
            long having = articles.applyAsLong(one.getKey());
            // A term of one article alone is this one's own.
            if (having > 1) {
                float weight = one.getValue() / (one.getValue() + HALF);
                weighed.add(new Telling(one.getKey(), weight, weight * Math.log((double) all / having)));
            }
        }
        weighed.sort(Comparator.comparingDouble(Telling::worth).reversed().thenComparing(Telling::term));
        return weighed.stream().filter(one -> one.worth() > 0).limit(MOST).toList();
    }
}
