package io.khabar.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.khabar.article.ArticleView;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an import.
 *
 * @param items what became of each article of the input, in its order
 */
@Schema(description = "What became of an import.")
public record ImportReport(
        @Schema(required = true, description = "In the order of the input.")
        List<Item> items) {

    /** What became of one article. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportItem", description = "What became of one article of the input.")
    public record Item(
            @Schema(required = true, description = "Place in the input, from 0.", minimum = "0")
            int index,

            @Schema(required = true) Outcome outcome,

            @Schema(description = "The article as it is stored; absent if nothing was stored.") @Nullable ArticleView article,

            @Schema(required = true, description = "What is worth knowing about the reading; why it was rejected.")
            List<Finding> findings) {}

    /** What can become of an article. */
    public enum Outcome {
        /** It is stored now. */
        CREATED,
        /** It was stored before; nothing was changed. */
        EXISTS,
        /** It was not stored; the findings say why. */
        REJECTED;

        /** As clients see it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something worth knowing about the reading of one article. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportFinding", description = "Something worth knowing about the reading of one article.")
    public record Finding(
            @Schema(
                    required = true,
                    description = "Where it was found.",
                    enumeration = {"read", "derive", "store"})
            String stage,

            @Schema(
                    required = true,
                    description = "How grave it is.",
                    enumeration = {"info", "warning", "error"})
            String level,

            @Schema(required = true, description = "What it is, a stable word.", examples = "source-unknown")
            String code,

            @Schema(required = true, description = "What it is, for a person.")
            String detail,

            @Schema(description = "The field that it is about.", examples = "source") @Nullable String field) {

        static Finding error(String stage, String code, String detail, @Nullable String field) {
            return new Finding(stage, "error", code, detail, field);
        }
    }
}
