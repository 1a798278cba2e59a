package io.khabar.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.khabar.list.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A feed as clients see it. With {@code fields} only a part is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Feed", description = "A feed that is followed. With `fields` only the chosen part is there.")
public record FeedView(
        @Nullable UUID id,

        @Schema(description = "Where it is, as it was written.", format = "iri") @Nullable String url,

        @Schema(readOnly = true, description = "Where it has moved for good (301, 308), if it has.", format = "iri")
        @Nullable String movedTo,

        @Schema(description = "Who publishes it; absent if it says that itself.") @Nullable Source source,

        @Schema(description = "Language of its articles: BCP 47.") @Nullable String language,

        @Schema(description = "Section of its articles.") @Nullable String section,

        @Schema(description = "Minutes from one fetch to the next; absent if they adapt.") @Nullable Integer intervalMinutes,

        @Schema(
                description =
                        "Whether it is fetched when it is due. A feed that is gone (410), or has moved for good to where another is"
                                + " followed, is switched off.")
        @Nullable Boolean enabled,

        @Schema(readOnly = true, description = "When it was fetched last.") @Nullable Instant lastFetchAt,

        @Schema(
                readOnly = true,
                description = "HTTP status of the last answer; absent if there was none.",
                minimum = "100",
                maximum = "599")
        @Nullable Integer lastStatus,

        @Schema(readOnly = true, description = "Why the last fetch failed, or is the last; absent if it is neither.")
        @Nullable Failure lastError,

        @Schema(readOnly = true, description = "When it is due; absent if it is switched off.") @Nullable Instant nextFetchAt,

        @Schema(readOnly = true) @Nullable Counts counts,
        @Schema(readOnly = true) @Nullable Instant createdAt,
        @Schema(readOnly = true) @Nullable Instant updatedAt,

        @Schema(readOnly = true, description = "Raised by every write of an editor, not by fetches.", minimum = "1")
        @Nullable Long version) {

    /** The source of a feed, as far as it names it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeedSource", description = "Who publishes a feed.")
    public record Source(
            @Nullable UUID id,
            @Nullable String key,
            @Nullable String name) {}

    /** Why a fetch failed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeedError", description = "Why a fetch failed.")
    public record Failure(
            @Schema(description = "What it is, a stable word.", examples = "timeout") @Nullable String code,

            @Schema(description = "What it is, for a person.") @Nullable String detail) {}

    /** What fetches brought so far. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeedCounts", description = "What fetches brought so far.")
    public record Counts(
            @Schema(description = "Fetches, failed ones too.", minimum = "0") @Nullable Long fetches,

            @Schema(description = "Fetches that found nothing changed (304).", minimum = "0") @Nullable Long notModified,

            @Schema(description = "Fetches that failed.", minimum = "0") @Nullable Long failures,

            @Schema(
                    description =
                            "Failures since the last fetch that went well, without those of fetches that somebody asked for"
                                    + " before the feed was due. After each the feed is due later.",
                    minimum = "0")
            @Nullable Long failuresInRow,

            @Schema(description = "Articles that were new.", minimum = "0") @Nullable Long created,

            @Schema(description = "Entries whose article was there, counted in each fetch.", minimum = "0") @Nullable Long exists,

            @Schema(
                    description =
                            "Entries that are no articles, such as those without a text, and those whose article was"
                                    + " deleted here, counted in each fetch.",
                    minimum = "0")
            @Nullable Long rejected) {}

    static FeedView of(Row row) throws SQLException {
        UUID source = row.id("source.id");
        String error = row.text("error.code");
        return new FeedView(
                row.id("id"),
                row.text("url"),
                row.text("movedTo"),
                source == null ? null : new Source(source, row.text("source.key"), row.text("source.name")),
                row.text("language"),
                row.text("section"),
                row.integer("intervalMinutes"),
                row.flag("enabled"),
                row.instant("lastFetchAt"),
                row.integer("lastStatus"),
                error == null ? null : new Failure(error, row.text("error.detail")),
                row.instant("nextFetchAt"),
                row.has("counts.fetches")
                        ? new Counts(
                                row.number("counts.fetches"),
                                row.number("counts.notModified"),
                                row.number("counts.failures"),
                                row.number("counts.failuresInRow"),
                                row.number("counts.created"),
                                row.number("counts.exists"),
                                row.number("counts.rejected"))
                        : null,
                row.instant("createdAt"),
                row.instant("updatedAt"),
                row.number("version"));
    }
}
