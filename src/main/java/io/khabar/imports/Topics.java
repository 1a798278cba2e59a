package io.khabar.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.imports.keyword.Keywords;
import io.khabar.imports.text.Credits;
import io.khabar.imports.text.Dateline;
import io.khabar.language.LanguageDetector;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** What articles are about whose input does not say so, and the language by which that is found. */
@Singleton
class Topics {

    private final Keywords keywords = new Keywords();
    private final LanguageDetector languages = new LanguageDetector();

    /**
     * Adds the keywords of a text to an article that has none, and its language where that is not said: what was detected
     * for the keywords need not be detected again.
     *
     * @param derived gets the names of the fields that were added
     */
    void add(ObjectNode fields, Set<String> derived) {
        String body = fields.path("body").textValue();
        if (body == null || fields.hasNonNull("keywords")) {
            return;
        }
        String title = fields.path("title").textValue();
        String language = fields.path("language").textValue();
        if (language == null) {
            language = languages.detect(title == null ? body : title + "\n" + body);
            if (language != null) {
                fields.put("language", language);
                derived.add("language");
            }
        }
        // Where and by whom a text was written is not what it is about.
        List<String> found = keywords.of(title, Dateline.behind(Credits.without(body)), language);
        if (!found.isEmpty()) {
            found.forEach(fields.putArray("keywords")::add);
            derived.add("keywords");
        }
    }
}
