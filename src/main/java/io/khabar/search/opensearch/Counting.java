package io.khabar.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.search.Counts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the values of fields. */
final class Counting {

    private static final String TOP = "top ";
    private static final String SUM = "sum ";
    /** Each part of an index tells so many at least, so that the sums over them are right. */
    private static final int OF_A_PART = 60_000;

    private Counting() {}

    /** Counts what a query finds; {@code of} names the fields, each with how many of its values to tell. */
    static Counts count(Asking asking, Map<String, Object> query, Map<String, Integer> of) {
        Map<String, Object> counted = new HashMap<>();
        of.forEach((field, most) -> {
            counted.put(
                    TOP + field,
                    Map.of(
                            "terms",
                            Map.of(
                                    "field",
                                    field,
                                    "size",
                                    most,
                                    "shard_size",
                                    Math.max(most, OF_A_PART),
                                    "order",
                                    List.of(Map.of("_count", "desc"), Map.of("_key", "asc")))));
            counted.put(SUM + field, Map.of("value_count", Map.of("field", field)));
        });
        JsonNode answer = asking.search(Map.of("size", 0, "track_total_hits", true, "query", query, "aggs", counted));
        JsonNode values = answer.path("aggregations");
        Map<String, Counts.Values> fields = new HashMap<>();
        of.keySet()
                .forEach(field -> fields.put(
                        field,
                        new Counts.Values(
                                top(values.path(TOP + field)),
                                values.path(SUM + field).path("value").longValue())));
        return new Counts(answer.path("hits").path("total").path("value").longValue(), fields);
    }

    private static Map<String, Long> top(JsonNode terms) {
        Map<String, Long> top = new LinkedHashMap<>();
        terms.path("buckets")
                .forEach(bucket -> top.put(
                        bucket.path("key").textValue(), bucket.path("doc_count").longValue()));
        return top;
    }
}
