package io.khabar.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an error looks like to clients: {@code application/problem+json}, RFC 9457.
 *
 * @param type URI reference of the kind of problem; leads to its explanation
 * @param title the kind in words, the same for every problem of the kind
 * @param status the HTTP status
 * @param detail what is wrong with this request, for a person
 * @param code the kind, for programs
 * @param requestId the id under which the request is in the log
 * @param errors each fault with its place; left out where there are none
 * @param extensions further members of some kinds, such as {@code existing}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "requestId", "errors"})
@Schema(description = "An error, as RFC 9457 describes it.")
public record Problem(
        @Schema(required = true, description = "URI reference of the kind of problem; leads to its explanation.")
        String type,

        @Schema(required = true, description = "The kind in words.")
        String title,

        @Schema(required = true, description = "The HTTP status.", minimum = "400", maximum = "599")
        int status,

        @Schema(required = true, description = "What is wrong with this request, for a person.")
        String detail,

        @Schema(required = true, description = "The kind, for programs.", examples = "limit-out-of-range")
        String code,

        @Schema(required = true, description = "The id under which the request is in the log.")
        String requestId,

        @Schema(description = "Each fault with its place; left out where there are none.") @Nullable List<Fault> errors,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> extensions) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemException problem, String requestId) {
        ProblemCode code = problem.code();
        return new Problem(
                code.type(),
                code.title(),
                code.status(),
                problem.detail(),
                code.code(),
                requestId,
                problem.faults(),
                problem.extensions());
    }
}
