package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.khabar.date.PartialDate;
import io.khabar.list.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A date that an article carries, as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "articleId", "role", "value", "precision", "earliest", "latest", "resolved", "text"})
@Schema(
        name = "ArticleDate",
        description = "A date that an article carries. With `fields` only the chosen part is there.")
public record DateView(
        @Nullable UUID id,
        @Schema(readOnly = true) @Nullable UUID articleId,
        @Nullable Role role,

        @Schema(description = "Partial date or interval; absent while not resolved.", examples = "2011/..") @Nullable String value,

        @Schema(
                readOnly = true,
                enumeration = {"year", "month", "day", "instant", "interval"})
        @Nullable String precision,

        @Schema(
                readOnly = true,
                description = "Instant that bounds it, inclusive; absent on an open end.",
                format = "date-time")
        @Nullable String earliest,

        @Schema(
                readOnly = true,
                description = "Instant that bounds it, exclusive; absent on an open end.",
                format = "date-time")
        @Nullable String latest,

        @Schema(
                readOnly = true,
                description =
                        "Whether the value is known. A relative expression is resolved when `published` of the article"
                                + " becomes known; a derived one follows it, a given one keeps its value from then on.")
        @Nullable Boolean resolved,

        @Schema(description = "The expression as the text has it.", examples = "منذ عام 2011") @Nullable String text,

        @Schema(description = "Where it begins in the body, in Unicode code points.", minimum = "0") @Nullable Integer startOffset,

        @Schema(description = "Where it ends in the body, exclusive, in Unicode code points.", minimum = "1") @Nullable Integer endOffset,

        @Schema(
                readOnly = true,
                description = "Whether a person gave it, or it was derived from the text.",
                enumeration = {"given", "derived"})
        @Nullable String origin,

        @Schema(readOnly = true) @Nullable Instant createdAt,
        @Schema(readOnly = true) @Nullable Instant updatedAt,

        @Schema(readOnly = true, description = "Raised by every write.", minimum = "1") @Nullable Long version) {

    /** Reads the columns that were selected. What follows from the value is shown where its name was selected. */
    static DateView of(Row row) throws SQLException {
        String value = row.text("#value");
        PartialDate date = value == null ? null : PartialDate.parse(value);
        String role = row.text("role");
        return new DateView(
                row.id("id"),
                row.id("articleId"),
                role == null ? null : Role.of(role),
                row.has("value") ? value : null,
                row.has("precision") && date != null ? date.precision().word() : null,
                row.has("earliest") && date != null ? date.earliestText() : null,
                row.has("latest") && date != null ? date.latestText() : null,
                row.has("resolved") ? date != null : null,
                row.text("text"),
                row.integer("startOffset"),
                row.integer("endOffset"),
                row.text("origin"),
                row.instant("createdAt"),
                row.instant("updatedAt"),
                row.number("version"));
    }
}
