package io.khabar.search;

import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleBooleanPredicateClausesStep;
import org.jspecify.annotations.Nullable;

/** Queries and conditions as predicates of the engine. */
final class Predicates {

    /** Words as they are written count this much beside their stems: measured by {@code khabar bench ranking}. */
    private static final float EXACT = 0.2f;
    /** What a word counts where all texts are searched together. */
    private static final float EVERYWHERE = 1.5f;
    /** In quotes the words as written come first. */
    private static final float STEMMED_PHRASE = 0.3f;
    /** A prefix stands for at most so many words. */
    private static final int EXPANSIONS = 100;

    private final SearchPredicateFactory f;
    private final Readings readings;
    private final List<TextField> fields;

    Predicates(SearchPredicateFactory f, Readings readings, List<TextField> fields) {
        this.f = f;
        this.readings = readings;
        this.fields = fields;
    }

    SearchPredicate of(Query query) {
        return switch (query) {
            case Query.Word word -> word(word.text(), word.field());
            case Query.Prefix prefix -> prefix(prefix.text(), prefix.field());
            case Query.Phrase phrase -> phrase(phrase.text(), phrase.field());
            case Query.Sequence sequence -> sequence(sequence);
            case Query.Either either -> {
                SimpleBooleanPredicateClausesStep<?, ?> any = f.or();
                either.choices().forEach(choice -> any.add(of(choice)));
                yield any.toPredicate();
            }
            case Query.Not not -> f.not(of(not.excluded())).toPredicate();
            case Query.Nothing _ -> f.matchNone().toPredicate();
        };
    }

    /** Both of two words, most of more: so a headline finds its article although the body says it in other words. */
    static int needed(int words) {
        return words <= 2 ? words : words <= 5 ? words * 7 / 10 : (words + 1) / 2;
    }

    private SearchPredicate sequence(Query.Sequence sequence) {
        BooleanPredicateClausesStep<?, ?> all = f.bool();
        List<Query.Word> words = new ArrayList<>();
        boolean headline = sequence.isHeadline();
        List<Query> parts = headline ? sequence.loosened() : sequence.parts();
        for (Query part : parts) {
            switch (part) {
                case Query.Word word when Query.isPlain(word) -> words.add(word);
                // What a headline quotes is said in other words below it: it counts, but need not be there.
                case Query.Phrase phrase when headline && phrase.field() == null -> all.should(of(phrase));
                case Query.Not not -> all.mustNot(of(not.excluded()));
                default -> all.must(of(part));
            }
        }
        List<Query.Word> telling = words.stream()
                .filter(word -> !readings.of(word.text()).isEmpty())
                .toList();
        if (!words.isEmpty() && (!telling.isEmpty() || parts.size() == words.size())) {
            // Stop words count only where there is nothing else.
            List<Query.Word> counted = telling.isEmpty() ? words : telling;
            BooleanPredicateClausesStep<?, ?> most = f.bool();
            counted.forEach(word -> most.should(of(word)));
            all.must(most.minimumShouldMatchNumber(needed(counted.size())));
        }
        return all.toPredicate();
    }

    /** The fields to look in, each with its weight. */
    private List<TextField> fields(@Nullable TextField only) {
        return only == null ? fields : List.of(only);
    }

    static float weight(TextField field) {
        return switch (field) {
            case TITLE -> 3;
            case KEYWORDS -> 2;
            case LEAD -> 1.5f;
            case BODY, AUTHORS -> 1;
        };
    }

    private SearchPredicate word(String text, @Nullable TextField only) {
        List<String> exact = Readings.words(text);
        Set<List<String>> variants = readings.of(text);
        if (everywhere(only) && exact.size() == 1 && variants.stream().allMatch(terms -> terms.size() == 1)) {
            return anywhere(exact.getFirst(), variants);
        }
        SimpleBooleanPredicateClausesStep<?, ?> any = f.or();
        String single = variants.stream()
                .filter(terms -> terms.size() == 1)
                .map(List::getFirst)
                .collect(Collectors.joining(" "));
        for (TextField field : fields(only)) {
            float weight = weight(field);
            if (!single.isEmpty()) {
                any.add(f.match().field(field.word()).matching(single).boost(weight));
            }
            variants.stream()
                    .filter(terms -> terms.size() > 1)
                    .forEach(terms -> any.add(f.phrase()
                            .field(field.word())
                            .matching(String.join(" ", terms))
                            .slop(1)
                            .boost(weight)));
            any.add(written(field, exact, weight * EXACT));
        }
        return any.toPredicate();
    }

    private boolean everywhere(@Nullable TextField only) {
        return only == null && fields.size() == TextField.values().length;
    }

    /**
     * A word in any text: of all texts together, as that is one list to read instead of one for each; and of titles,
     * which decide, and whose lists are short.
     */
    private SearchPredicate anywhere(String exact, Set<List<String>> variants) {
        SimpleBooleanPredicateClausesStep<?, ?> any = f.or();
        if (!variants.isEmpty()) {
            SynonymQuery.Builder stems = new SynonymQuery.Builder("all");
            variants.forEach(terms -> stems.addTerm(new Term("all", terms.getFirst())));
            any.add(lucene(new BoostQuery(stems.build(), EVERYWHERE)));
            SynonymQuery.Builder title = new SynonymQuery.Builder(TextField.TITLE.word());
            variants.forEach(terms -> title.addTerm(new Term(TextField.TITLE.word(), terms.getFirst())));
            any.add(lucene(new BoostQuery(title.build(), weight(TextField.TITLE))));
        }
        any.add(lucene(new BoostQuery(new TermQuery(new Term("allWords", exact)), EVERYWHERE * EXACT)));
        return any.toPredicate();
    }

    private SearchPredicate lucene(org.apache.lucene.search.Query query) {
        return f.extension(LuceneExtension.get()).fromLuceneQuery(query).toPredicate();
    }

    private SearchPredicate written(TextField field, List<String> words, float boost) {
        String joined = String.join(" ", words);
        return words.size() == 1
                ? f.match()
                        .field(field.word() + "Words")
                        .matching(joined)
                        .boost(boost)
                        .toPredicate()
                : f.phrase()
                        .field(field.word() + "Words")
                        .matching(joined)
                        .boost(boost)
                        .toPredicate();
    }

    private SearchPredicate phrase(String text, @Nullable TextField only) {
        List<String> exact = Readings.words(text);
        SimpleBooleanPredicateClausesStep<?, ?> any = f.or();
        Set<List<String>> stemmed = readings.ofPhrase(text);
        for (TextField field : fields(only)) {
            any.add(written(field, exact, weight(field)));
            stemmed.forEach(stems -> any.add(f.phrase()
                    .field(field.word())
                    .matching(String.join(" ", stems))
                    .boost(weight(field) * STEMMED_PHRASE)));
        }
        return any.toPredicate();
    }

    private SearchPredicate prefix(String text, @Nullable TextField only) {
        String folded = Readings.words(text).getFirst();
        if (everywhere(only)) {
            return lucene(new BoostQuery(beginning("all", folded), EVERYWHERE));
        }
        SimpleBooleanPredicateClausesStep<?, ?> any = f.or();
        for (TextField field : fields(only)) {
            any.add(lucene(new BoostQuery(beginning(field.word(), folded), weight(field))));
        }
        return any.toPredicate();
    }

    private static PrefixQuery beginning(String field, String folded) {
        return new PrefixQuery(
                new Term(field + "Words", folded), new MultiTermQuery.TopTermsBlendedFreqScoringRewrite(EXPANSIONS));
    }

    SearchPredicate of(Condition condition) {
        return switch (condition) {
            case Condition.Any any ->
                any.values().isEmpty()
                        ? f.matchNone().toPredicate()
                        : f.terms().field(any.field()).matchingAny(any.values()).toPredicate();
            case Condition.Ids ids ->
                ids.ids().isEmpty()
                        ? f.matchNone().toPredicate()
                        : f.id().matchingAny(
                                        ids.ids().stream().map(UUID::toString).toList())
                                .toPredicate();
            case Condition.Range range -> range(range);
            case Condition.All all -> {
                if (all.conditions().isEmpty()) {
                    yield f.matchAll().toPredicate();
                }
                BooleanPredicateClausesStep<?, ?> every = f.bool();
                all.conditions().forEach(one -> every.filter(of(one)));
                yield every.toPredicate();
            }
            case Condition.Either either -> {
                List<SearchPredicate> choices = new ArrayList<>();
                either.conditions().forEach(one -> choices.add(of(one)));
                SimpleBooleanPredicateClausesStep<?, ?> any = f.or();
                choices.forEach(any::add);
                yield choices.isEmpty() ? f.matchNone().toPredicate() : any.toPredicate();
            }
            case Condition.Not not -> f.not(of(not.condition())).toPredicate();
            case Condition.Mention mention ->
                f.nested("mentions").add(of(mention.condition())).toPredicate();
            case Condition.Never _ -> f.matchNone().toPredicate();
        };
    }

    private SearchPredicate range(Condition.Range range) {
        Long from = range.from();
        Long to = range.to();
        if ((to != null && to == Long.MIN_VALUE) || (from != null && to != null && from >= to)) {
            return f.matchNone().toPredicate();
        }
        if (range.field().equals("words")) {
            // An integer in the index.
            return f.range()
                    .field("words")
                    .between(
                            from == null ? 0 : Math.toIntExact(from),
                            to == null ? Integer.MAX_VALUE : Math.toIntExact(to - 1))
                    .toPredicate();
        }
        return f.range()
                .field(range.field())
                .between(from == null ? Long.MIN_VALUE : from, to == null ? Long.MAX_VALUE : to - 1)
                .toPredicate();
    }
}
