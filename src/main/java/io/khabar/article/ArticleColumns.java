package io.khabar.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.khabar.date.PartialDate;
import io.khabar.http.PartialDateView;
import io.khabar.list.Row;
import io.khabar.list.Select;
import io.khabar.list.Shown;
import io.khabar.source.SourceColumns;
import io.khabar.source.SourceView;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the fields of an article stand in the database, and how they are read from there. */
@Singleton
class ArticleColumns {

    private static final Set<String> REFERENCE = Set.of("id", "key", "name");

    private static final String DUPLICATE_OF =
            "(select g.leader_id from duplicate_group g where g.id = a.duplicate_group_id)";

    private static final String DUPLICATE_COUNT = "(select coalesce(max(g.articles) - 1, 0) from duplicate_group g"
            + " where g.id = a.duplicate_group_id or g.leader_id = a.id)";

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("id", "a.id"),
            Map.entry("url", "a.url"),
            Map.entry("externalId", "a.external_id"),
            Map.entry("title", "a.title"),
            Map.entry("titleDirection", "a.title_direction"),
            Map.entry("lead", "a.lead"),
            Map.entry("body", "a.body"),
            Map.entry("language", "a.language"),
            Map.entry("direction", "a.direction"),
            Map.entry("authors", "a.authors"),
            Map.entry("section", "a.section"),
            Map.entry("keywords", "a.keywords"),
            Map.entry("image", "a.image"),
            Map.entry("rights", "a.rights"),
            Map.entry("published", "a.published_value"),
            Map.entry("publishedAt", "a.published_value"),
            Map.entry("modified", "a.modified_value"),
            Map.entry("dates", GatheredDates.SQL),
            Map.entry("derived", "a.derived"),
            Map.entry("zone", "coalesce(a.mention_zone, s.time_zone, 'UTC')"),
            Map.entry("bias", "a.mention_bias"),
            Map.entry("wordCount", "a.word_count"),
            Map.entry("readingMinutes", "a.reading_minutes"),
            Map.entry("duplicateOf", DUPLICATE_OF),
            Map.entry("createdAt", "a.created_at"),
            Map.entry("updatedAt", "a.updated_at"),
            Map.entry("version", "a.version"));

    /** Fields that need the row of the source. */
    private static final Set<String> OF_SOURCE = Set.of("source", "zone");

    /** Fields of which one alone may have megabytes. */
    private static final Set<String> LARGE = Set.of("body", "dates");

    /** Embedded in lists that show one of several copies: how many others there are. */
    static final String COUNTS = "duplicateCount";

    private static final Author[] NOBODY = {};

    private final ObjectReader authors;
    private final ObjectReader image;

    ArticleColumns(ObjectMapper json) {
        this.authors = json.readerFor(Author[].class);
        this.image = json.readerFor(Image.class);
    }

    /** Selects what is to be shown. */
    static Select add(Select select, Shown shown) {
        if (shown.fields().names().stream().anyMatch(OF_SOURCE::contains)) {
            select.join("join source s on s.id = a.source_id");
        }
        for (String field : shown.fields().names()) {
            if (field.equals("source")) {
                SourceColumns.add(select, ofSource(shown), "source.");
            } else {
                String column = COLUMNS.get(field);
                if (column != null && LARGE.contains(field)) {
                    select.large(field, column);
                } else if (column != null) {
                    select.column(field, column);
                } else if (field.equals("duplicateCount") && shown.embeds(COUNTS)) {
                    select.column(field, DUPLICATE_COUNT);
                }
            }
        }
        return select;
    }

    /** The fields of the source: those that were chosen, all that it has where it is embedded, or what names it. */
    private static Set<String> ofSource(Shown shown) {
        Set<String> chosen = shown.fields().below("source");
        if (chosen != null) {
            // The id tells that the source is shown; it is pruned where it was not chosen.
            Set<String> withId = new LinkedHashSet<>(chosen);
            withId.add("id");
            return withId;
        }
        return shown.embeds("source") ? SourceColumns.names() : REFERENCE;
    }

    ArticleView read(Row row) throws SQLException {
        String published = row.text("published");
        String publishedAt = row.text("publishedAt");
        String modified = row.text("modified");
        return new ArticleView(
                row.id("id"),
                row.has("source.id") ? SourceView.of(row, "source.") : null,
                row.text("url"),
                row.text("externalId"),
                row.text("title"),
                row.text("titleDirection"),
                row.text("lead"),
                row.text("body"),
                row.text("language"),
                row.text("direction"),
                authors(row.text("authors")),
                row.text("section"),
                row.texts("keywords"),
                parsed(row.text("image"), image, Image.class),
                row.text("rights"),
                published == null ? null : PartialDateView.of(PartialDate.parse(published)),
                publishedAt == null ? null : PartialDate.parse(publishedAt).earliest(),
                modified == null ? null : PartialDateView.of(PartialDate.parse(modified)),
                row.has("dates") ? GatheredDates.read(row.text("dates")) : null,
                row.texts("derived"),
                row.text("zone"),
                row.text("bias"),
                row.integer("wordCount"),
                row.integer("readingMinutes"),
                row.id("duplicateOf"),
                row.integer("duplicateCount"),
                row.instant("createdAt"),
                row.instant("updatedAt"),
                row.number("version"),
                null,
                null);
    }

    private static <T> @Nullable T parsed(@Nullable String text, ObjectReader reader, Class<T> type) {
        try {
            return text == null ? null : type.cast(reader.readValue(text));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable List<Author> authors(@Nullable String text) {
        // As most have it.
        Author[] all = "[]".equals(text) ? NOBODY : parsed(text, authors, Author[].class);
        return all == null ? null : List.of(all);
    }
}
