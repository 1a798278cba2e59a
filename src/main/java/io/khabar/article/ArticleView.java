package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.khabar.http.PartialDateView;
import io.khabar.source.SourceView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article as clients see it: the one shape of summary, full and sparse views, each a part of it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Article",
        description =
                "A news article. The summary leaves out `body`, `dates`, `derived`, `zone` and `bias`; with `fields`"
                        + " only the chosen part is there.")
public record ArticleView(
        @Nullable UUID id,

        @Schema(description = "Who published it: `id`, `key` and `name`, or the whole source with `embed=source`.")
        @Nullable SourceView source,

        @Schema(description = "Its address on the web, as sent; what belongs in none is encoded.", format = "iri")
        @Nullable String url,

        @Schema(description = "Id that the source gives it.") @Nullable String externalId,

        @Nullable String title,

        @Schema(
                description = "Direction of the title.",
                enumeration = {"ltr", "rtl"})
        @Nullable String titleDirection,

        @Schema(description = "First paragraph or summary.") @Nullable String lead,

        @Schema(description = "Plain text, a blank line between paragraphs.") @Nullable String body,

        @Schema(description = "BCP 47; absent where it could not be told.", examples = "ar") @Nullable String language,

        @Schema(
                description = "Direction of the text.",
                enumeration = {"ltr", "rtl"})
        @Nullable String direction,

        @Nullable List<Author> authors,
        @Nullable String section,
        @Nullable List<String> keywords,
        @Nullable Image image,

        @Schema(description = "Who may do what with it.") @Nullable String rights,

        @Schema(description = "When it was published.") @Nullable PartialDateView published,

        @Schema(readOnly = true, description = "Earliest instant of `published`: the sort key.") @Nullable Instant publishedAt,

        @Schema(description = "When its publisher last changed it.") @Nullable PartialDateView modified,

        @Schema(
                readOnly = true,
                description =
                        "Every date that it carries, `published` and `modified` included. Of the dates that its body speaks of, the"
                                + " first 10,000 are derived.")
        @Nullable List<DateView> dates,

        @Schema(
                readOnly = true,
                description =
                        "Names of the fields whose values were derived, not given. A `PUT` that sends such a value back as it"
                                + " is leaves it derived.")
        @Nullable List<String> derived,

        @Schema(
                description =
                        "IANA time zone in which its text tells `yesterday` from `today`: its own if it was given another than"
                                + " its source has, else that of its source, else `UTC`. Where"
                                + " the source gets another, dates that were derived follow with the next change of the text or of"
                                + " `published`.",
                examples = "Asia/Damascus")
        @Nullable String zone,

        @Schema(
                description =
                        "Which day a date without a year, or a day of the week, means in its text; absent if nobody said.",
                enumeration = {"past", "future", "nearest"})
        @Nullable String bias,

        @Schema(readOnly = true, description = "White-space-separated words of the body.", minimum = "0") @Nullable Integer wordCount,

        @Schema(readOnly = true, description = "At 200 words a minute, rounded up.", minimum = "0") @Nullable Integer readingMinutes,

        @Schema(
                readOnly = true,
                description =
                        "The earliest article of which it is a copy: at least half of the runs of three words in either text are"
                                + " in both; of texts of less than 30 words both are the same, of long ones the first 20,000 characters"
                                + " count. Absent where there is none. Found about a second after a write, without a new"
                                + " `version`.")
        @Nullable UUID duplicateOf,

        @Schema(
                readOnly = true,
                description =
                        "How many other copies of the story there are, whether they are in the list or not; only in lists with"
                                + " `duplicates=collapse`.",
                minimum = "0")
        @Nullable Integer duplicateCount,

        @Schema(readOnly = true) @Nullable Instant createdAt,
        @Schema(readOnly = true) @Nullable Instant updatedAt,

        @Schema(readOnly = true, description = "Raised by every write, of its dates too.", minimum = "1") @Nullable Long version,

        @Schema(
                readOnly = true,
                description =
                        "How well it matches `q`; only in lists sorted by relevance, and comparable only within one.")
        @Nullable Float score,

        @Schema(readOnly = true, description = "What `q` finds in its texts; only in lists with `highlight`.") @Nullable Highlights highlights) {

    /** What names an article, and nothing else. */
    public static ArticleView named(UUID id, @Nullable String title) {
        return new ArticleView(
                id, null, null, null, title, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same as a hit. */
    ArticleView hit(@Nullable Float scored, @Nullable Highlights highlighted) {
        return new ArticleView(
                id,
                source,
                url,
                externalId,
                title,
                titleDirection,
                lead,
                body,
                language,
                direction,
                authors,
                section,
                keywords,
                image,
                rights,
                published,
                publishedAt,
                modified,
                dates,
                derived,
                zone,
                bias,
                wordCount,
                readingMinutes,
                duplicateOf,
                duplicateCount,
                createdAt,
                updatedAt,
                version,
                scored,
                highlighted);
    }
}
