package io.khabar.search.opensearch;

import io.khabar.search.Bag;
import io.khabar.search.IndexedArticle;
import io.khabar.search.IndexedFields;
import io.khabar.search.Periods;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Articles as they are written into OpenSearch, many at once. */
final class Documents {

    /** A message of so many bytes is sent; nodes take up to 100 MiB. */
    private static final int FULL = 8 << 20;

    /** Between a term and how often it occurs. No analysis leaves it in a term. */
    private static final String TIMES = "|";

    private final Nodes nodes;
    private final String path;
    /** Of what is written; what has a greater one already is not overwritten. */
    private final long version;

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private int conflicts;

    Documents(Nodes nodes, String path, long version) {
        this.nodes = nodes;
        this.path = path;
        this.version = version;
    }

    /**
     * Writes what has changed and takes out what is gone.
     *
     * @throws IOException where it may not have been done, also where it was refused since there is something newer
     */
    void write(List<IndexedArticle> changed, Collection<UUID> gone) throws IOException {
        for (IndexedArticle article : changed) {
            line(Map.of("index", target(article.id())));
            line(document(article));
            sendIf(lines.size() >= FULL);
        }
        for (UUID id : gone) {
            line(Map.of("delete", target(id)));
        }
        sendIf(lines.size() > 0);
        if (conflicts > 0) {
            throw new IOException(
                    conflicts + " articles were written by another process: it is not this one's turn any more");
        }
    }

    private Map<String, Object> target(UUID id) {
        return Map.of("_id", id.toString(), "version", version, "version_type", "external_gte");
    }

    private void line(Object value) throws IOException {
        lines.writeBytes(Nodes.JSON.writeValueAsBytes(value));
        lines.write('\n');
    }

    private void sendIf(boolean now) throws IOException {
        if (!now) {
            return;
        }
        var answer = nodes.bulk(path, lines.toByteArray());
        lines.reset();
        if (!answer.path("errors").booleanValue()) {
            return;
        }
        for (var item : answer.path("items")) {
            var done = item.iterator().next();
            if (done.path("status").intValue() == 409) {
                conflicts++;
            } else if (done.has("error")) {
                throw new IOException("not written: " + done);
            }
        }
    }

    static Map<String, Object> document(IndexedArticle article) {
        Map<String, Object> document = new LinkedHashMap<>(IndexedFields.of(article));
        document.replaceAll((_, value) -> switch (value) {
            case Bag bag -> text(bag);
            case Periods periods ->
                periods.list().stream()
                        .map(one -> Map.of("gte", one.first(), "lte", one.last()))
                        .toList();
            default -> value;
        });
        return document;
    }

    private static String text(Bag bag) {
        StringBuilder text = new StringBuilder();
        bag.frequencies().forEach((term, times) -> text.append(term.replace(TIMES, "_"))
                .append(TIMES)
                .append(times)
                .append(' '));
        return text.toString();
    }
}
