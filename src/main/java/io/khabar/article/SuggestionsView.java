package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who types may mean.
 *
 * @param items the likeliest of each kind first, the kinds in turn
 */
@Schema(name = "Suggestions", description = "What somebody who types may mean.")
public record SuggestionsView(
        @Schema(required = true, description = "The likeliest of each kind first, the kinds in turn.")
        List<Suggestion> items) {

    /** One text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Suggestion", description = "A text that begins as somebody types.")
    public record Suggestion(
            @Schema(required = true, description = "The title, keyword or name.")
            String text,

            @Schema(
                    required = true,
                    description = "What it is.",
                    enumeration = {"title", "keyword", "source"})
            String kind,

            @Schema(description = "Of a title: the article.") @Nullable UUID article,

            @Schema(description = "Of a source's name: its key.") @Nullable String source) {}
}
