package io.khabar.feed;

import io.khabar.list.Select;
import java.util.Map;
import java.util.Set;

/** Where the fields of a feed stand in the tables {@code feed f}, {@code feed_state t} and {@code source s}. */
final class FeedColumns {

    private static final String STATE = "join feed_state t on t.feed_id = f.id";
    private static final String SOURCE = "left join source s on s.id = f.source_id";

    private static final Map<String, String> OF_FEED = Map.of(
            "id", "f.id",
            "url", "f.url",
            "language", "f.language",
            "section", "f.section",
            "intervalMinutes", "f.interval_minutes",
            "enabled", "f.enabled",
            "createdAt", "f.created_at",
            "updatedAt", "f.updated_at",
            "version", "f.version");

    private static final Map<String, String> OF_STATE = Map.of(
            "movedTo", "t.moved_to",
            "lastFetchAt", "t.last_fetch_at",
            "lastStatus", "t.last_status",
            "nextFetchAt", "case when f.enabled then t.next_fetch_at end");

    private static final Map<String, Map<String, String>> NESTED = Map.of(
            "source", Map.of("id", "s.id", "key", "s.key", "name", "s.name"),
            "lastError", Map.of("error.code", "t.error_code", "error.detail", "t.error_detail"),
            "counts",
                    Map.of(
                            "fetches", "t.fetches",
                            "notModified", "t.not_modified",
                            "failures", "t.failures",
                            "failuresInRow", "t.failures_in_row",
                            "created", "t.created",
                            "exists", "t.existing",
                            "rejected", "t.rejected"));

    private FeedColumns() {}

    /** Selects the columns of some fields; nested ones whole, which is little, and pruned behind. */
    static void add(Select select, Set<String> fields) {
        if (fields.contains("source")) {
            select.join(SOURCE);
        }
        if (!OF_FEED.keySet().containsAll(fields)) {
            select.join(STATE);
        }
        for (String field : fields) {
            String column = OF_FEED.getOrDefault(field, OF_STATE.get(field));
            if (column != null) {
                select.column(field, column);
            } else {
                String prefix = field.equals("lastError") ? "" : field + ".";
                NESTED.getOrDefault(field, Map.of()).forEach((name, sql) -> select.column(prefix + name, sql));
            }
        }
    }
}
