package io.khabar.article;

import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.khabar.search.Condition;
import io.khabar.search.Counts;
import io.khabar.search.SearchEngine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the values that articles have: the index counts, the database says what sources are called. */
@Singleton
class ArticleFacets {

    /** Most values of a field in an answer. */
    static final int MOST = 100;

    /** Countries are summed up over all sources that have articles. */
    private static final int ALL = 1_000_000;

    private static final String HAS = "has";
    /** As many as there are things to have. */
    private static final int HAVABLE = 20;

    private record Named(String key, String name) {}

    private final SearchEngine engine;
    private final CollapsedSearch conditions;
    private final Lists lists;

    ArticleFacets(SearchEngine engine, CollapsedSearch conditions, Lists lists) {
        this.engine = engine;
        this.conditions = conditions;
        this.lists = lists;
    }

    /**
     * Counts by some fields.
     *
     * @param query what the articles must match; null for all
     * @param top most values of a field
     * @param ignoreOwnFilter whether each field leaves the filter on itself out
     */
    FacetsView count(
            @Nullable ArticleQuery query, ArticleFilter filter, List<FacetField> by, int top, boolean ignoreOwnFilter) {
        // Fields under the same filter are counted together.
        Map<ArticleFilter, List<FacetField>> together = new LinkedHashMap<>();
        for (FacetField field : by) {
            together.computeIfAbsent(ignoreOwnFilter ? filter.ignoring(field) : filter, _ -> new ArrayList<>())
                    .add(field);
        }
        Map<FacetField, FacetsView.Facet> facets = new HashMap<>();
        together.forEach((under, fields) -> {
            Map<String, Integer> wanted = wanted(fields);
            Condition condition = conditions.of(query, under);
            Counts counts = engine.ask(index -> index.count(
                    query == null ? null : query.query(),
                    query == null ? List.of() : query.fields(),
                    condition,
                    wanted));
            fields.forEach(field -> facets.put(field, facet(field, counts, top)));
        });
        return new FacetsView(by.stream().map(facets::get).toList());
    }

    private static Map<String, Integer> wanted(List<FacetField> fields) {
        Map<String, Integer> wanted = new HashMap<>();
        for (FacetField field : fields) {
            // Always as many as can be asked for, so that what is kept serves everybody.
            wanted.merge(field.indexed(), field == FacetField.COUNTRY ? ALL : MOST, Math::max);
            if (field.isMany()) {
                wanted.put(HAS, HAVABLE);
            }
        }
        return wanted;
    }

    private FacetsView.Facet facet(FacetField field, Counts counts, int top) {
        Counts.Values values = counts.of(field.indexed());
        if (field == FacetField.COUNTRY) {
            Map<String, Long> countries = countries(values.top());
            long all = countries.values().stream().mapToLong(Long::longValue).sum();
            return facet(field, countries, all, counts.articles() - all, top);
        }
        long having = field.isMany() ? counts.of(HAS).top().getOrDefault(field.word(), 0L) : values.all();
        return facet(field, values.top(), values.all(), counts.articles() - having, top);
    }

    private FacetsView.Facet facet(FacetField field, Map<String, Long> counts, long all, long missing, int top) {
        List<Map.Entry<String, Long>> first =
                counts.entrySet().stream().limit(top).toList();
        Map<String, Named> names = field == FacetField.SOURCE
                ? names(first.stream().map(Map.Entry::getKey).toList())
                : Map.of();
        List<FacetsView.Value> shown = new ArrayList<>();
        for (Map.Entry<String, Long> one : first) {
            Named source = names.get(one.getKey());
            if (source != null) {
                shown.add(new FacetsView.Value(source.key(), source.name(), one.getValue()));
            } else if (field != FacetField.SOURCE) {
                shown.add(new FacetsView.Value(one.getKey(), null, one.getValue()));
            }
        }
        long named = first.stream().mapToLong(Map.Entry::getValue).sum();
        return new FacetsView.Facet(field.word(), shown, all - named, missing);
    }

    private Map<String, Named> names(List<String> sources) {
        Map<String, Named> names = new HashMap<>();
        lists.read(
                new Sql().add("select id, key, name from source where id = any(?::uuid[])", ids(sources)),
                row -> names.put(row.getString(1), new Named(row.getString(2), row.getString(3))));
        return names;
    }

    private Map<String, Long> countries(Map<String, Long> sources) {
        Map<String, Long> sums = new HashMap<>();
        lists.read(
                new Sql()
                        .add(
                                "select id, country from source where country is not null and id = any(?::uuid[])",
                                ids(List.copyOf(sources.keySet()))),
                row -> sums.merge(row.getString(2), sources.getOrDefault(row.getString(1), 0L), Long::sum));
        Map<String, Long> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(country -> sorted.put(country.getKey(), country.getValue()));
        return sorted;
    }

    private static List<UUID> ids(List<String> texts) {
        return texts.stream().map(UUID::fromString).toList();
    }
}
