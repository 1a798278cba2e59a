package io.khabar.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request. Exactly one of the first three says where.
 *
 * @param parameter name of a query parameter
 * @param header name of a request header
 * @param pointer JSON pointer (RFC 6901) into the body; empty for the whole body
 * @param code what is wrong, a stable word such as {@code required}, {@code max} or {@code unknown-field}
 * @param detail what is wrong and what would be right, for a person: a sentence whose subject is the place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "One thing that is wrong with a request, and where: a parameter, a header, or a place in the body.")
public record Fault(
        @Schema(description = "Name of the query parameter.", examples = "limit") @Nullable String parameter,

        @Schema(description = "Name of the request header.", examples = "If-Match") @Nullable String header,

        @Schema(description = "JSON pointer (RFC 6901) into the body; empty for the whole body.", examples = "/title")
        @Nullable String pointer,

        @Schema(description = "What is wrong, a stable word.", required = true, examples = "max")
        String code,

        @Schema(description = "What is wrong, for a person.", required = true, examples = "must be at most 100")
        String detail) {

    /** A fault of a query parameter. */
    public static Fault parameter(String name, String code, String detail) {
        return new Fault(name, null, null, code, detail);
    }

    /** A fault of a request header. */
    public static Fault header(String name, String code, String detail) {
        return new Fault(null, name, null, code, detail);
    }

    /** A fault at a place in the body. */
    public static Fault pointer(String pointer, String code, String detail) {
        return new Fault(null, null, pointer, code, detail);
    }

    /** What is wrong, with its place as the subject: the detail of a problem that has this fault alone. */
    String sentence() {
        String place;
        if (parameter != null) {
            place = "The parameter `" + parameter + "` ";
        } else if (header != null) {
            place = "The header `" + header + "` ";
        } else if (pointer == null || pointer.isEmpty()) {
            place = "The body ";
        } else {
            place = "The field `" + pointer + "` ";
        }
        return place + detail + ".";
    }
}
