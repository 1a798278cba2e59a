package io.khabar.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch, RFC 7396. */
public final class MergePatch {

    /** The media type of merge patches. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private MergePatch() {}

    /**
     * What the target becomes: the algorithm of RFC 7396, section 2, but that what it removes is there with the value null.
     * Whoever reads the result takes that for absence, and can tell a misspelt name, which would vanish without a trace. The
     * arguments are left as they are.
     */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode merged =
                target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.putNull(change.getKey());
            } else {
                JsonNode old = merged.get(change.getKey());
                merged.set(
                        change.getKey(),
                        apply(old == null ? JsonNodeFactory.instance.nullNode() : old, change.getValue()));
            }
        });
        return merged;
    }
}
