package io.khabar.article;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many articles fall into each stretch of time.
 *
 * @param items the buckets, newest last
 * @param coarser articles with a date that does not lie in one bucket
 */
@Schema(name = "Calendar", description = "How many distinct articles fall into each stretch of time.")
public record CalendarView(
        @Schema(required = true, description = "The buckets, newest last.")
        List<Bucket> items,

        @Schema(
                required = true,
                description = "Articles with a date that is coarser than a bucket: they count in none for it.",
                minimum = "0")
        long coarser) {

    /** One stretch of time. */
    @Schema(name = "CalendarBucket", description = "One stretch of time.")
    public record Bucket(
            @Schema(required = true, description = "Year, month, ISO week or day.", examples = "2021-W37")
            String value,

            @Schema(required = true, description = "Its start in the zone, inclusive.")
            Instant earliest,

            @Schema(required = true, description = "Its end in the zone, exclusive.")
            Instant latest,

            @Schema(required = true, description = "Distinct articles.", minimum = "0")
            long count) {}
}
