package io.khabar.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.khabar.date.PartialDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partial date as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "PartialDate",
        description = "A date that may be known only in part: ISO 8601 with reduced precision (EDTF level 0).")
public record PartialDateView(
        @Schema(description = "The date as far as it is known.", examples = "2021-09-13") @Nullable String value,

        @Schema(
                description = "How far it is known.",
                enumeration = {"year", "month", "day", "instant", "interval"})
        @Nullable String precision,

        @Schema(description = "Instant that bounds it, inclusive; absent on an open end.", format = "date-time")
        @Nullable String earliest,

        @Schema(description = "Instant that bounds it, exclusive; absent on an open end.", format = "date-time")
        @Nullable String latest) {

    /** Shows a partial date. */
    public static PartialDateView of(PartialDate date) {
        return new PartialDateView(date.value(), date.precision().word(), date.earliestText(), date.latestText());
    }
}
