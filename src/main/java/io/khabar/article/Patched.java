package io.khabar.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a merge patch is applied to: an article or a date with those values as objects that answers show as objects, since RFC 7396
 * merges objects and replaces all else. Without this, {@code {"published": {"precision": "day"}}}, of which only
 * {@code value} is ever read, would take the date away.
 */
final class Patched {

    private Patched() {}

    /** The article as clients write it, in the form that a patch of it sees. */
    static JsonNode by(JsonNode patch, NewArticle article, ObjectMapper json) {
        ObjectNode target = json.valueToTree(article);
        JsonNode source = patch.path("source");
        if (source.isObject()) {
            ObjectNode shown = target.putObject("source");
            // Id and key are two names of one thing: a patch that says one of them means that one.
            if (!source.hasNonNull("key")) {
                shown.put(
                        article.source().id() == null ? "key" : "id",
                        article.source().text());
            }
        }
        return shown(target, patch, "published", "modified");
    }

    /** The same resource with those of some partial dates as objects that the patch has as objects. */
    static JsonNode shown(ObjectNode target, JsonNode patch, String... dates) {
        for (String date : dates) {
            JsonNode value = target.get(date);
            if (patch.path(date).isObject() && value != null) {
                target.putObject(date).set("value", value);
            }
        }
        return target;
    }
}
