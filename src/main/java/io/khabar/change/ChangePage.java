package io.khabar.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of the log, as clients see it.
 *
 * @param items in the order of the log
 * @param page where to go on
 */
@Schema(description = "A part of the change log.")
public record ChangePage(
        @Schema(required = true, description = "In the order of the log: causes come before what follows from them.")
        List<Change> items,

        @Schema(required = true) Place page) {

    /** Where to go on. */
    @Schema(name = "ChangePlace", description = "Where to go on in the change log.")
    public record Place(
            @Schema(
                    required = true,
                    description = "Most items on the page. With fewer items there are no more now.",
                    minimum = "1",
                    maximum = "100")
            int limit,

            @Schema(
                    required = true,
                    description =
                            "Where to go on: send it as `after`. Always there, and worth keeping even where there are"
                                    + " no items.")
            String nextCursor) {}
}
