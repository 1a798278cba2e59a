package io.khabar.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.search.Spelling;
import io.khabar.search.text.Readings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks OpenSearch for near words: one question for a word, whether an article has it and what is near. */
final class NearWords extends Spelling {

    private final Asking asking;
    private final Readings readings;

    NearWords(Asking asking, Readings readings) {
        this.asking = asking;
        this.readings = readings;
    }

    @Override
    protected @Nullable String instead(String word, int edits) {
        JsonNode answer = asking.search(Map.of(
                "size",
                0,
                "track_total_hits",
                1,
                "query",
                Map.of("bool", Map.of("should", forms(word), "minimum_should_match", 1)),
                "suggest",
                Map.of("near", Map.of("text", word, "term", near(edits)))));
        if (answer.path("hits").path("total").path("value").longValue() > 0) {
            return null;
        }
        return answer.path("suggest")
                .path("near")
                .path(0)
                .path("options")
                .path(0)
                .path("text")
                .textValue();
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
