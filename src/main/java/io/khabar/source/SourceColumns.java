package io.khabar.source;

import io.khabar.list.Select;
import java.util.Map;
import java.util.Set;

/** Where the fields of a source stand in the table {@code source s}. */
public final class SourceColumns {

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("id", "s.id"),
            Map.entry("key", "s.key"),
            Map.entry("name", "s.name"),
            Map.entry("aliases", "s.aliases"),
            Map.entry("homepage", "s.homepage"),
            Map.entry("country", "s.country"),
            Map.entry("languages", "s.languages"),
            Map.entry("kind", "s.kind"),
            Map.entry("timeZone", "s.time_zone"),
            Map.entry("description", "s.description"),
            Map.entry("createdAt", "s.created_at"),
            Map.entry("updatedAt", "s.updated_at"),
            Map.entry("version", "s.version"));

    private SourceColumns() {}

    /** The fields that are columns. */
    public static Set<String> names() {
        return COLUMNS.keySet();
    }

    /** Selects the columns of some fields, under names with a prefix. */
    public static void add(Select select, Set<String> fields, String prefix) {
        for (String field : fields) {
            String column = COLUMNS.get(field);
            if (column != null) {
                select.column(prefix + field, column);
            }
        }
    }
}
