package io.khabar.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.khabar.list.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source as clients see it. With {@code fields}, and where an article refers to it, only a part is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Source", description = "A publisher of articles. With `fields` only the chosen part is there.")
public record SourceView(
        @Nullable UUID id,

        @Schema(description = "Short unique name for addresses and filters.", examples = "syria-news") @Nullable String key,

        @Schema(description = "Name as readers know it.", examples = "سيريانيوز") @Nullable String name,

        @Schema(description = "Other names under which it signs.") @Nullable List<String> aliases,

        @Schema(description = "Its front page.", format = "iri") @Nullable String homepage,

        @Schema(description = "ISO 3166-1 alpha-2.", examples = "SY") @Nullable String country,

        @Schema(description = "BCP 47.") @Nullable List<String> languages,
        @Nullable SourceKind kind,

        @Schema(description = "IANA time zone in which its days begin.", examples = "Asia/Damascus") @Nullable String timeZone,

        @Nullable String description,
        @Schema(readOnly = true) @Nullable Instant createdAt,
        @Schema(readOnly = true) @Nullable Instant updatedAt,

        @Schema(readOnly = true, description = "Raised by every write.", minimum = "1") @Nullable Long version,

        @Schema(readOnly = true, description = "Only with `embed=stats`.") @Nullable Stats stats) {

    /** What a source has published here. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SourceStats", description = "What the source has published here.")
    public record Stats(
            @Schema(description = "Number of its articles.", minimum = "0") @Nullable Long articles,

            @Schema(description = "When its first article was published.") @Nullable Instant firstPublishedAt,

            @Schema(description = "When its last article was published.") @Nullable Instant lastPublishedAt) {}

    static SourceView of(Row row) throws SQLException {
        return of(row, "");
    }

    /** Reads the columns of a source whose names begin with a prefix. */
    public static SourceView of(Row row, String prefix) throws SQLException {
        String kind = row.text(prefix + "kind");
        return new SourceView(
                row.id(prefix + "id"),
                row.text(prefix + "key"),
                row.text(prefix + "name"),
                row.texts(prefix + "aliases"),
                row.text(prefix + "homepage"),
                row.text(prefix + "country"),
                row.texts(prefix + "languages"),
                kind == null ? null : SourceKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                row.text(prefix + "timeZone"),
                row.text(prefix + "description"),
                row.instant(prefix + "createdAt"),
                row.instant(prefix + "updatedAt"),
                row.number(prefix + "version"),
                row.has(prefix + "stats.articles")
                        ? new Stats(
                                row.number(prefix + "stats.articles"),
                                row.instant(prefix + "stats.first"),
                                row.instant(prefix + "stats.last"))
                        : null);
    }
}
