package io.khabar.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * Counts the values of fields. What is counted over all articles is kept until the next write: it is what a first page
 * with a filter panel asks for, again and again.
 */
final class Counting {

    private static final Comparator<Map.Entry<String, Long>> COMMONEST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final SearchMapping mapping;
    private volatile Map<Map<String, Integer>, Counts> whole = new ConcurrentHashMap<>();

    Counting(SearchMapping mapping) {
        this.mapping = mapping;
    }

    /** Tells that searches see something else from now on. */
    void written() {
        whole = new ConcurrentHashMap<>();
    }

    /** Counts over all articles; {@code of} names the fields, each with how many of its values to tell. */
    Counts all(Map<String, Integer> of) {
        // Taken before the articles are counted: after a write in between it is seen by nobody.
        Map<Map<String, Integer>, Counts> kept = whole;
        Counts known = kept.get(of);
        if (known == null) {
            known = some(of, SearchPredicateFactory::matchAll);
            kept.put(Map.copyOf(of), known);
        }
        return known;
    }

    /** Counts over the articles that meet a predicate. */
    Counts some(Map<String, Integer> of, Function<SearchPredicateFactory, PredicateFinalStep> predicate) {
        Map<String, AggregationKey<Map<String, Long>>> tops = new LinkedHashMap<>();
        Map<String, AggregationKey<Long>> sums = new LinkedHashMap<>();
        try (SearchSession session = mapping.createSession()) {
            SearchQueryOptionsStep<?, ?, ?, ?, ?, ?> query =
                    session.search(IndexedArticle.class).where(predicate);
            of.forEach((field, most) -> {
                AggregationKey<Map<String, Long>> top = AggregationKey.of("top " + field);
                AggregationKey<Long> sum = AggregationKey.of("sum " + field);
                tops.put(field, top);
                sums.put(field, sum);
                query.aggregation(top, f -> f.terms().field(field, String.class).maxTermCount(most));
                query.aggregation(sum, f -> f.count().field(field));
            });
            SearchResult<?> result = query.fetch(0);
            Map<String, Counts.Values> values = new LinkedHashMap<>();
            tops.forEach((field, top) -> {
                AggregationKey<Long> sum = sums.get(field);
                if (sum != null) {
                    values.put(field, new Counts.Values(sorted(result.aggregation(top)), result.aggregation(sum)));
                }
            });
            return new Counts(result.total().hitCount(), values);
        }
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(COMMONEST_FIRST)
                .forEach(value -> sorted.put(value.getKey(), value.getValue()));
        return sorted;
    }
}
