package io.khabar.imports.html;

import io.khabar.imports.json.JsonValues;
import io.khabar.imports.json.LooseJson;
import io.khabar.imports.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about its article in JSON-LD (schema.org's {@code Article} and its kinds). */
final class JsonLd {
    private static final int LONGEST = 2_000_000;
    private static final int MOST_NODES = 5_000;

    private static final List<String> ARTICLES =
            List.of("Article", "Posting", "Report", "Review", "NewsMediaObject", "CreativeWork");

    private final List<Map<String, @Nullable Object>> nodes = new ArrayList<>();
    private final Map<String, Map<String, @Nullable Object>> byId = new HashMap<>();
    private boolean malformed;

    private JsonLd() {}

    /** Reads all of a page's JSON-LD. */
    static JsonLd of(Document page) {
        JsonLd read = new JsonLd();
        for (Element script : page.select("script[type*=ld+json]")) {
            String data = script.data();
            if (data.length() > LONGEST) {
                continue;
            }
            try {
                read.collect(LooseJson.parse(bare(data)), 0);
            } catch (MalformedJsonException broken) {
                read.malformed = true;
            }
        }
        return read;
    }

    /** Whether some of it could not be read. */
    boolean isMalformed() {
        return malformed;
    }

    /** The article that the page is about: the one with a headline and most to say; null where there is none. */
    @Nullable Map<String, @Nullable Object> article() {
        Map<String, @Nullable Object> best = null;
        int most = 0;
        for (Map<String, @Nullable Object> node : nodes) {
            int weight = weight(node);
            if (weight > most) {
                most = weight;
                best = node;
            }
        }
        return best;
    }

    /** The object that a value is or refers to by {@code @id}. */
    @Nullable Map<String, @Nullable Object> resolve(@Nullable Object value) {
        Map<String, @Nullable Object> object = JsonValues.object(value);
        if (object != null && object.size() == 1 && object.get("@id") instanceof String id) {
            return byId.getOrDefault(id, object);
        }
        return object;
    }

    private void collect(@Nullable Object value, int depth) {
        if (nodes.size() >= MOST_NODES) {
            return;
        }
        if (value instanceof List<?> list) {
            for (Object item : list) {
                collect(item, depth);
            }
            return;
        }
        Map<String, @Nullable Object> object = JsonValues.object(value);
        if (object == null) {
            return;
        }
        nodes.add(object);
        if (object.get("@id") instanceof String id && object.size() > 1) {
            byId.putIfAbsent(id, object);
        }
        collect(object.get("@graph"), depth + 1);
        // Only these lead to the article itself; what a list or an author refers to is another one.
        collect(object.get("mainEntity"), depth + 1);
        if (depth == 0) {
            collect(JsonValues.object(object.get("mainEntityOfPage")), depth + 1);
        }
    }

    private static int weight(Map<String, @Nullable Object> node) {
        boolean article = false;
        for (Object type : JsonValues.list(node.get("@type"))) {
            article |= type instanceof String name && ARTICLES.stream().anyMatch(name::endsWith);
        }
        if (!article) {
            return 0;
        }
        return 1
                + (node.get("headline") == null ? 0 : 4)
                + (node.get("articleBody") == null ? 0 : 2)
                + (node.get("datePublished") == null ? 0 : 2)
                + (node.get("author") == null ? 0 : 1);
    }

    /** Without the comments and CDATA marks that hide scripts from browsers of the last century. */
    private static String bare(String data) {
        String bare = data.strip();
        for (String mark : List.of("<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[")) {
            if (bare.startsWith(mark)) {
                bare = bare.substring(mark.length()).strip();
            }
        }
        return bare;
    }
}
