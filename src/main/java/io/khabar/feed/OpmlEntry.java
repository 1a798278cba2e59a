package io.khabar.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A feed as an OPML document names it: texts as they are written, not checked.
 *
 * @param section what the outline around it is called, or the beginning of that
 * @param cut whether the section is only the beginning
 * @param source key or id; only in what Khabar has written
 * @param intervalMinutes only in what Khabar has written
 * @param enabled only in what Khabar has written
 */
record OpmlEntry(
        String url,
        @Nullable String section,
        boolean cut,
        @Nullable String language,
        @Nullable String source,
        @Nullable String intervalMinutes,
        @Nullable String enabled) {

    /** The entry as a body of `POST /v1/feeds`, which says what is wrong with it. */
    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("url", url);
        put(body, "section", section);
        put(body, "language", language);
        put(body, "source", source);
        if (intervalMinutes != null && intervalMinutes.matches("[0-9]{1,6}")) {
            body.put("intervalMinutes", Integer.parseInt(intervalMinutes));
        } else {
            put(body, "intervalMinutes", intervalMinutes);
        }
        if ("true".equals(enabled) || "false".equals(enabled)) {
            body.put("enabled", Boolean.parseBoolean(enabled));
        } else {
            put(body, "enabled", enabled);
        }
        return body;
    }

    private static void put(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
