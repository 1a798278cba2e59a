package io.khabar.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.search.Condition;
import io.khabar.search.Hits;
import io.khabar.search.Hits.Hit;
import io.khabar.search.IndexedArticle;
import io.khabar.search.Match;
import io.khabar.search.Order;
import io.khabar.search.Recency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Searches for hits in an order. Everything that is read of them are the values by which they are sorted. */
final class Ranked {

    private Ranked() {}

    static Hits search(Asking asking, Match match, Condition filter, Order order, int limit, int countTo) {
        return order.field() == null
                ? best(asking, Queries.query(match, filter), order, limit, countTo)
                : sorted(asking, match, filter, order, limit, countTo);
    }

    private static Hits sorted(Asking asking, Match match, Condition filter, Order order, int limit, int countTo) {
        Condition behind = order.after() == null ? filter : new Condition.All(List.of(filter, order.behind()));
        String direction = order.descending() ? "desc" : "asc";
        Map<String, Object> search = search(Queries.query(match, behind), 0, limit + 1, countTo);
        search.put(
                "sort",
                List.of(
                        Map.of(String.valueOf(order.field()), direction),
                        Map.of("idHigh", direction),
                        Map.of("idLow", direction)));
        JsonNode found = asking.search(search).path("hits");
        List<Hit> hits = new ArrayList<>();
        for (JsonNode hit : found.path("hits")) {
            hits.add(new Hit(id(hit), hit.path("sort").path(0).longValue(), 0));
        }
        JsonNode counted = order.countsApart(limit, countTo)
                ? asking.search(search(Queries.query(match, filter), 0, 0, countTo))
                        .path("hits")
                : found;
        return page(counted, hits, 0, limit);
    }

    /** Recency is looked at afterwards, of the very best, as {@link Recency} says. */
    private static Hits best(Asking asking, Map<String, Object> query, Order order, int limit, int countTo) {
        Recency recency = order.recency();
        boolean pulled = recency != null && recency.pulls() && order.skip() < Recency.PULLED;
        int from = pulled ? 0 : order.skip();
        int needed = order.skip() + limit + 1 - from;
        Map<String, Object> search = search(query, from, pulled ? Math.max(needed, Recency.PULLED) : needed, countTo);
        search.put("sort", List.of(Map.of("_score", "desc"), Map.of("idHigh", "desc"), Map.of("idLow", "desc")));
        if (pulled) {
            search.put("docvalue_fields", List.of("publishedSort"));
        }
        JsonNode found = asking.search(search).path("hits");
        List<Hit> hits = new ArrayList<>();
        for (JsonNode hit : found.path("hits")) {
            hits.add(new Hit(id(hit), 0, (float) hit.path("sort").path(0).doubleValue()));
        }
        if (pulled && recency != null) {
            int most = Math.min(Recency.PULLED, hits.size());
            long[] published = new long[most];
            for (int i = 0; i < most; i++) {
                published[i] = found.path("hits")
                        .path(i)
                        .path("fields")
                        .path("publishedSort")
                        .path(0)
                        .asLong(IndexedArticle.NEVER);
            }
            recency.pull(hits.subList(0, most), published);
        }
        return page(found, hits, order.skip() - from, limit);
    }

    private static Map<String, Object> search(Map<String, Object> query, int from, int size, int countTo) {
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("query", query);
        search.put("from", from);
        search.put("size", size);
        search.put("track_total_hits", countTo);
        search.put("stored_fields", "_none_");
        return search;
    }

    private static UUID id(JsonNode hit) {
        JsonNode sort = hit.path("sort");
        return IndexedArticle.id(sort.path(1).longValue(), sort.path(2).longValue());
    }

    /** A page of hits, with the total of what was found. */
    private static Hits page(JsonNode found, List<Hit> hits, int skip, int limit) {
        int begin = Math.min(skip, hits.size());
        int end = Math.min(begin + limit, hits.size());
        JsonNode total = found.path("total");
        return new Hits(
                List.copyOf(hits.subList(begin, end)),
                hits.size() > end,
                total.path("value").longValue(),
                "eq".equals(total.path("relation").textValue()));
    }
}
