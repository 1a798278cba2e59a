package io.khabar.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.search.Spelling;
import io.khabar.search.text.Readings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks OpenSearch for near words: one question which of all words no article has, and one what is near to those. */
final class NearWords extends Spelling {

    private final Asking asking;
    private final Readings readings;

    NearWords(Asking asking, Readings readings) {
        this.asking = asking;
        this.readings = readings;
    }

    @Override
    protected List<String> unknown(List<String> words) {
        List<Map<String, Object>> each = words.stream()
                .map(word -> Map.<String, Object>of("bool", Map.of("should", forms(word), "minimum_should_match", 1)))
                .toList();
        JsonNode counts = asking.search(Map.of(
                        "size",
                        0,
                        "track_total_hits",
                        false,
                        "aggs",
                        Map.of("having", Map.of("filters", Map.of("filters", each)))))
                .path("aggregations")
                .path("having")
                .path("buckets");
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (counts.path(i).path("doc_count").longValue() == 0) {
                unknown.add(words.get(i));
            }
        }
        return unknown;
    }

    @Override
    protected Map<String, String> nearest(List<String> words) {
        Map<String, Object> each = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            each.put("near " + i, Map.of("text", words.get(i), "term", near(edits(words.get(i)))));
        }
        JsonNode near = asking.search(Map.of("size", 0, "track_total_hits", false, "suggest", each))
                .path("suggest");
        Map<String, String> nearest = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String text = near.path("near " + i)
                    .path(0)
                    .path("options")
                    .path(0)
                    .path("text")
                    .textValue();
            if (text != null) {
                nearest.put(words.get(i), text);
            }
        }
        return nearest;
    }

    private List<Map<String, Object>> forms(String word) {
        List<Map<String, Object>> forms = new ArrayList<>();
        forms.add(Map.of("term", Map.of(WORDS, word)));
        readings.of(word).forEach(terms -> terms.forEach(term -> forms.add(Map.of("term", Map.of(STEMS, term)))));
        return forms;
    }

    private static Map<String, Object> near(int edits) {
        Map<String, Object> near = new HashMap<>();
        near.put("field", WORDS);
        near.put("analyzer", "terms");
        near.put("suggest_mode", "missing");
        near.put("max_edits", edits);
        near.put("prefix_length", 0);
        near.put("min_word_length", 1);
        near.put("accuracy", 0);
        near.put("string_distance", "internal");
        near.put("sort", "score");
        near.put("size", 1);
        return near;
    }
}
