package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many articles have which values.
 *
 * @param items in the order of {@code by}
 */
@Schema(name = "Facets", description = "How many articles have which values, exactly.")
public record FacetsView(
        @Schema(required = true, description = "In the order of `by`.")
        List<Facet> items) {

    /** The values of one field. */
    @Schema(name = "Facet", description = "The values of one field.")
    public record Facet(
            @Schema(
                    required = true,
                    description = "The field.",
                    enumeration = {"source", "language", "section", "keyword", "author", "country"})
            String field,

            @Schema(required = true, description = "The commonest values, the commonest first.")
            List<Value> values,

            @Schema(
                    required = true,
                    description =
                            "The sum of the counts of all other values. Where an article can have several values, it"
                                    + " counts once for each.",
                    minimum = "0")
            long other,

            @Schema(required = true, description = "Articles without a value.", minimum = "0")
            long missing) {}

    /** One value. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FacetValue", description = "One value.")
    public record Value(
            @Schema(
                    required = true,
                    description = "As the filter of the field's name takes it.",
                    examples = "syria-news")
            String value,

            @Schema(description = "What to show for it: the name of a source.", examples = "Syria News") @Nullable String label,

            @Schema(required = true, description = "Articles that have it.", minimum = "0")
            long count) {}
}
