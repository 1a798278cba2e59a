package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.khabar.date.PartialDate;
import io.khabar.date.Precision;
import io.khabar.http.Checked;
import io.khabar.http.Faults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A date as clients write it: to create it, to replace it, and, all optional, to patch it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "NewArticleDate",
        description = "A date as it is created or replaced. A mentioned date has a value, a text, or both.")
public record NewDate(
        @Schema(description = "Made by the client, to move data between services; one is made if absent.") @Nullable UUID id,

        @Schema(description = "The article that carries it: needed to create by PUT, fixed afterwards.") @Nullable UUID articleId,

        @Schema(description = "Fixed once made.") @NotNull Role role,

        @Schema(
                ref = "WrittenDate",
                description =
                        "Partial date or interval; needed but for a mentioned date that has a text. That gets the value that the"
                                + " text means as soon as it can be told (`yesterday`: when `published` becomes known), and"
                                + " keeps it when `published` changes; `null` asks for it anew.")
        @Nullable PartialDate value,

        @Schema(
                description =
                        "The expression as the text has it: such a date takes the place of what is derived from it. One without"
                                + " stands beside what is derived.")
        @Nullable @Size(min = 1, max = 500) String text,

        @Schema(
                description =
                        "Where it begins in the body, in Unicode code points. Found if absent, where the body has the text in one"
                                + " place.")
        @Nullable @Min(0) @Max(1_000_000) Integer startOffset,

        @Schema(description = "Where it ends in the body, exclusive, in Unicode code points.")
        @Nullable @Min(1) @Max(1_000_000) Integer endOffset)
        implements Checked {

    /** The same where nobody knows what it means. */
    public NewDate withoutValue() {
        return new NewDate(id, articleId, role, null, text, startOffset, endOffset);
    }

    /** The same wherever it stands. */
    NewDate withoutPlace() {
        return new NewDate(id, articleId, role, value, text, null, null);
    }

    @Override
    public void check(String pointer, Faults faults) {
        boolean mentioned = role == Role.MENTIONED;
        if (value == null && !(mentioned && text != null)) {
            faults.pointer(
                    pointer + "/value",
                    "required",
                    mentioned ? "is required where there is no text" : "is required for this role");
        }
        if (!mentioned && value != null && value.precision() == Precision.INTERVAL) {
            faults.pointer(pointer + "/value", "invalid", "must be a year, month, day or instant, not an interval");
        }
        if ((startOffset == null) != (endOffset == null)) {
            faults.pointer(
                    pointer + (startOffset == null ? "/startOffset" : "/endOffset"),
                    "required",
                    "is required with the other offset");
        } else if (startOffset != null && endOffset != null && startOffset >= endOffset) {
            faults.pointer(pointer + "/endOffset", "min", "must be greater than startOffset");
        }
    }
}
