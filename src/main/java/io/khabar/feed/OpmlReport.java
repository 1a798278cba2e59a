package io.khabar.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.khabar.imports.ImportReport;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the feeds of an OPML document. */
@Schema(description = "What became of the feeds of an OPML document.")
public record OpmlReport(
        @Schema(required = true, description = "In the order of the document.")
        List<Item> items,

        @Schema(required = true) Totals totals) {

    /** What became of a feed. */
    @Schema(name = "OpmlOutcome")
    public enum Outcome {
        CREATED,
        EXISTS,
        REJECTED;

        /** As clients see it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of one feed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OpmlItem", description = "What became of one feed of the document.")
    public record Item(
            @Schema(required = true, description = "Place in the document, from 0.", minimum = "0")
            long index,

            @Schema(required = true, description = "`exists` is left as it is.")
            Outcome outcome,

            @Schema(required = true, description = "Where it is, as the document says.")
            String url,

            @Schema(description = "The feed that is followed; absent if it was rejected.") @Nullable UUID id,

            @Schema(description = "Why it was rejected, a stable word.", examples = "unknown-source") @Nullable String code,

            @Schema(description = "Why it was rejected, for a person.") @Nullable String detail,

            @Schema(required = true, description = "What is worth knowing about the reading.")
            List<ImportReport.Finding> findings) {}

    /** How many feeds there were, and what became of them. */
    @Schema(name = "OpmlTotals", description = "How many feeds the document had, and what became of them.")
    public record Totals(
            @Schema(required = true, minimum = "0") long items,
            @Schema(required = true, minimum = "0") long created,
            @Schema(required = true, minimum = "0") long exists,
            @Schema(required = true, minimum = "0") long rejected) {}

    static OpmlReport of(List<Item> items) {
        return new OpmlReport(
                items,
                new Totals(
                        items.size(),
                        count(items, Outcome.CREATED),
                        count(items, Outcome.EXISTS),
                        count(items, Outcome.REJECTED)));
    }

    private static long count(List<Item> items, Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }
}
