package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.khabar.date.PartialDate;
import io.khabar.http.NoInterval;
import io.khabar.http.Stripped;
import io.khabar.http.WebAddress;
import io.khabar.language.Direction;
import io.khabar.language.LanguageTag;
import io.khabar.source.SourceReference;
import io.khabar.source.TimeZoneName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article as clients write it: to create it, to replace it, and, all optional, to patch it. What is absent and can be
 * derived from the text is.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An article as it is created or replaced.")
public record NewArticle(
        @Schema(description = "Made by the client, to move data between services; one is made if absent.") @Nullable UUID id,

        @NotNull SourceReference source,

        @Schema(description = "Its address on the web; unique in canonical form.") @Nullable WebAddress url,

        @Schema(description = "Id that the source gives it; unique within the source.")
        @Nullable @Size(min = 1, max = 500) @Stripped
        String externalId,

        @Nullable @Size(min = 1, max = 500) @Stripped String title,

        @Schema(description = "Derived from the title if absent.") @Nullable Direction titleDirection,

        @Schema(description = "First paragraph or summary.") @Nullable @Size(min = 1, max = 2000) @Stripped
        String lead,

        @Schema(description = "Plain text, a blank line between paragraphs; stored as sent except line ends.")
        @NotNull @Size(min = 1, max = 1_000_000) String body,

        @Schema(description = "BCP 47; derived from the text if absent.") @Nullable LanguageTag language,

        @Schema(description = "Derived from the text if absent.") @Nullable Direction direction,

        @Nullable @Size(max = 50) List<Author> authors,
        @Nullable @Size(min = 1, max = 100) @Stripped String section,

        @Nullable @Size(max = 50) List<@Size(min = 1, max = 100) @Stripped String> keywords,

        @Nullable Image image,

        @Schema(description = "Who may do what with it.") @Nullable @Size(min = 1, max = 2000) @Stripped
        String rights,

        @Schema(ref = "WrittenDate", description = "When it was published.") @Nullable @NoInterval
        PartialDate published,

        @Schema(ref = "WrittenDate", description = "When its publisher last changed it.") @Nullable @NoInterval
        PartialDate modified,

        @Schema(
                description =
                        "IANA time zone in which its text tells `yesterday` from `today`; that of its source if absent.")
        @Nullable TimeZoneName zone,

        @Schema(
                description =
                        "Which day a date without a year, or a day of the week, means in its text. If absent, days of the week"
                                + " are past ones unless their clause speaks of the future, and other dates the nearest.")
        @Nullable BiasWord bias) {

    private static final Map<String, Function<NewArticle, @Nullable Object>> FIELDS = fields();

    /** Names of the fields that have a value, in the order of the record; empty lists are none. */
    Set<String> given() {
        Set<String> given = new LinkedHashSet<>();
        FIELDS.forEach((name, field) -> {
            Object value = field.apply(this);
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                given.add(name);
            }
        });
        return given;
    }

    private static Map<String, Function<NewArticle, @Nullable Object>> fields() {
        Map<String, Function<NewArticle, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("id", NewArticle::id);
        fields.put("source", NewArticle::source);
        fields.put("url", NewArticle::url);
        fields.put("externalId", NewArticle::externalId);
        fields.put("title", NewArticle::title);
        fields.put("titleDirection", NewArticle::titleDirection);
        fields.put("lead", NewArticle::lead);
        fields.put("body", NewArticle::body);
        fields.put("language", NewArticle::language);
        fields.put("direction", NewArticle::direction);
        fields.put("authors", NewArticle::authors);
        fields.put("section", NewArticle::section);
        fields.put("keywords", NewArticle::keywords);
        fields.put("image", NewArticle::image);
        fields.put("rights", NewArticle::rights);
        fields.put("published", NewArticle::published);
        fields.put("modified", NewArticle::modified);
        fields.put("zone", NewArticle::zone);
        fields.put("bias", NewArticle::bias);
        return fields;
    }
}
