package io.khabar.search.opensearch;

import io.khabar.search.Condition;
import io.khabar.search.Match;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What articles are compared with, in the query language of OpenSearch. */
final class Queries {

    private static final Map<String, Object> NOTHING = Map.of("match_none", Map.of());
    private static final Map<String, Object> EVERYTHING = Map.of("match_all", Map.of());

    /** Parts what it is given at spaces, all at one place: so terms count as one. */
    private static final String SYNONYMS = "synonyms";

    private Queries() {}

    /** What matches, of what meets a filter; null for all. */
    static Map<String, Object> query(@Nullable Match match, Condition filter) {
        Map<String, Object> clauses = new LinkedHashMap<>();
        if (match != null) {
            clauses.put("must", List.of(query(match)));
        }
        if (!filter.equals(Condition.ANYTHING)) {
            clauses.put("filter", List.of(query(filter)));
        }
        return clauses.isEmpty() ? EVERYTHING : Map.of("bool", clauses);
    }

    static Map<String, Object> query(Match match) {
        return switch (match) {
            case Match.Terms terms
            when terms.terms().size() == 1 ->
                Map.of(
                        "term",
                        Map.of(terms.field(), Map.of("value", terms.terms().getFirst(), "boost", terms.weight())));
            case Match.Terms terms ->
                Map.of(
                        "match",
                        Map.of(
                                terms.field(),
                                Map.of("query", String.join(" ", terms.terms()), "boost", terms.weight())));
            case Match.Synonyms synonyms ->
                Map.of(
                        "match",
                        Map.of(
                                synonyms.field(),
                                Map.of(
                                        "query",
                                        String.join(" ", synonyms.terms()),
                                        "analyzer",
                                        SYNONYMS,
                                        "boost",
                                        synonyms.weight())));
            case Match.Phrase phrase ->
                Map.of(
                        "match_phrase",
                        Map.of(
                                phrase.field(),
                                Map.of(
                                        "query",
                                        String.join(" ", phrase.terms()),
                                        "slop",
                                        phrase.slop(),
                                        "boost",
                                        phrase.weight())));
            case Match.Beginning beginning ->
                Map.of(
                        "prefix",
                        Map.of(
                                beginning.field(),
                                Map.of(
                                        "value",
                                        beginning.beginning(),
                                        "rewrite",
                                        "top_terms_blended_freqs_" + beginning.most(),
                                        "boost",
                                        beginning.weight())));
            case Match.Any any -> some(any.choices(), 1);
            case Match.Most most -> some(most.choices(), most.least());
            case Match.All all -> {
                List<Map<String, Object>> needed = new ArrayList<>(queries(all.needed()));
                if (all.isExclusion()) {
                    needed.add(EVERYTHING);
                }
                yield Map.of(
                        "bool",
                        Map.of("must", needed, "should", queries(all.counting()), "must_not", queries(all.excluded())));
            }
        };
    }

    private static Map<String, Object> some(List<Match> choices, int least) {
        return choices.isEmpty()
                ? NOTHING
                : Map.of("bool", Map.of("should", queries(choices), "minimum_should_match", least));
    }

    private static List<Map<String, Object>> queries(List<Match> matches) {
        return matches.stream().map(Queries::query).toList();
    }

    static Map<String, Object> query(Condition condition) {
        return switch (condition) {
            case Condition.Any any ->
                any.values().isEmpty() ? NOTHING : Map.of("terms", Map.of(any.field(), any.values()));
            case Condition.Ids ids ->
                ids.ids().isEmpty()
                        ? NOTHING
                        : Map.of(
                                "ids",
                                Map.of(
                                        "values",
                                        ids.ids().stream().map(UUID::toString).toList()));
            case Condition.Range range -> range(range);
            case Condition.All all ->
                all.conditions().isEmpty()
                        ? EVERYTHING
                        : Map.of("bool", Map.of("filter", conditions(all.conditions())));
            case Condition.Either either ->
                either.conditions().isEmpty()
                        ? NOTHING
                        : Map.of("bool", Map.of("should", conditions(either.conditions()), "minimum_should_match", 1));
            case Condition.Not not -> Map.of("bool", Map.of("must_not", List.of(query(not.condition()))));
            case Condition.Overlap overlap ->
                overlap.isEmpty()
                        ? NOTHING
                        : Map.of(
                                "range",
                                Map.of(
                                        overlap.field(),
                                        Map.of(
                                                "gte",
                                                overlap.first(),
                                                "lte",
                                                overlap.last(),
                                                "relation",
                                                "intersects")));
            case Condition.Never _ -> NOTHING;
        };
    }

    private static List<Map<String, Object>> conditions(List<Condition> conditions) {
        return conditions.stream().map(Queries::query).toList();
    }

    private static Map<String, Object> range(Condition.Range range) {
        Long from = range.from();
        Long to = range.to();
        Map<String, Object> bounds = new LinkedHashMap<>();
        if (from != null) {
            bounds.put("gte", from);
        }
        if (to != null) {
            bounds.put("lt", to);
        }
        // Neither would be refused as it is by OpenSearch, but found strange there.
        boolean empty = (to != null && to == Long.MIN_VALUE) || (from != null && to != null && from >= to);
        return empty ? NOTHING : Map.of("range", Map.of(range.field(), bounds));
    }
}
