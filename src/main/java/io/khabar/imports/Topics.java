package io.khabar.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.imports.keyword.Keywords;
import io.khabar.language.LanguageDetector;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What articles are about whose input does not say so. */
@Singleton
class Topics {

    private final Keywords keywords = new Keywords();
    private final LanguageDetector languages = new LanguageDetector();

    /**
     * Adds the keywords of a text to an article that has none.
     *
     * @param derived gets the field's name, where there are any
     */
    void add(ObjectNode fields, Set<String> derived) {
        String body = fields.path("body").textValue();
        if (body == null || fields.hasNonNull("keywords")) {
            return;
        }
        String title = fields.path("title").textValue();
        List<String> found = keywords.of(title, body, language(fields, title, body));
        if (!found.isEmpty()) {
            found.forEach(fields.putArray("keywords")::add);
            derived.add("keywords");
        }
    }

    private @Nullable String language(ObjectNode fields, @Nullable String title, String body) {
        String stated = fields.path("language").textValue();
        return stated == null ? languages.detect(title == null ? body : title + "\n" + body) : stated;
    }
}
