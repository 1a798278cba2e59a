package io.khabar.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param page where the page stands
 * @param total size of the whole list, if it was counted
 * @param didYouMean another query that finds something, where a search found nothing
 * @param <T> what the items are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,
        Place page,
        @Nullable Total total,
        @Nullable String didYouMean) {

    /** The same, with another query that finds something. */
    public Page<T> meaning(String query) {
        return new Page<>(items, page, total, query);
    }

    /** The same at another place. */
    public Page<T> at(Place place) {
        return new Page<>(items, place, total, didYouMean);
    }

    /** Where a page stands in its list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Page", description = "Where a page stands in its list.")
    public record Place(
            @Schema(required = true, description = "Most items on the page.", minimum = "1", maximum = "100")
            int limit,

            @Schema(description = "Cursor of the page behind this one; absent at the end of the list.") @Nullable String nextCursor,

            @Schema(description = "Cursor of the page before this one; absent at the start of the list.") @Nullable String previousCursor) {}

    /** Size of a whole list. */
    @Schema(description = "Size of the whole list, whatever page is shown.")
    public record Total(
            @Schema(required = true, description = "Number of items.", minimum = "0")
            long value,

            @Schema(required = true, description = "Whether there are exactly or at least so many.")
            Relation relation) {

        /** Whether a number is the number or a lower bound. */
        public enum Relation {
            EXACT,
            AT_LEAST;

            /** As clients see it. */
            @com.fasterxml.jackson.annotation.JsonValue
            public String word() {
                return this == EXACT ? "exact" : "at-least";
            }
        }
    }
}
