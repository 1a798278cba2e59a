package io.khabar.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A kind of problem, explained.
 *
 * @param type URI reference that problems of this kind carry
 * @param code the kind, for programs
 * @param status the HTTP status that problems of this kind have
 * @param title the kind in words
 * @param explanation what it means and what to do about it; Markdown's code spans only
 */
@Schema(description = "A kind of problem, explained.")
record ProblemExplanation(
        @Schema(required = true, description = "URI reference that problems of this kind carry.")
        String type,

        @Schema(required = true, description = "The kind, for programs.", examples = "limit-out-of-range")
        String code,

        @Schema(required = true, description = "The HTTP status that problems of this kind have.", examples = "400")
        int status,

        @Schema(required = true, description = "The kind in words.")
        String title,

        @Schema(required = true, description = "What it means and what to do about it.")
        String explanation) {

    static ProblemExplanation of(ProblemCode code) {
        return new ProblemExplanation(code.type(), code.code(), code.status(), code.title(), code.explanation());
    }
}
