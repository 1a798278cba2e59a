package io.khabar.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.LongRange;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleBooleanPredicateClausesStep;

/** Conditions as predicates of Hibernate Search. */
final class Predicates {

    private final SearchPredicateFactory f;

    Predicates(SearchPredicateFactory f) {
        this.f = f;
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
            case Condition.Overlap overlap ->
                overlap.isEmpty()
                        ? f.matchNone().toPredicate()
                        : f.extension(LuceneExtension.get())
                                .fromLuceneQuery(LongRange.newIntersectsQuery(
                                        overlap.field(), new long[] {overlap.first()}, new long[] {overlap.last()}))
                                .toPredicate();
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
