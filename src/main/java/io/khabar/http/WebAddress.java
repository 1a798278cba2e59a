package io.khabar.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The address of something on the web: an absolute http or https URL of at most 2,048 code points, kept as it was sent but
 * for white space around it. Letters beyond ASCII, as browsers show them, are allowed.
 */
@Schema(type = SchemaType.STRING, format = "iri", maxLength = 2048, examples = "https://example.org/news/1")
public record WebAddress(@JsonValue String value) {

    private static final int LONGEST = 2048;

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException with a message for the client
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WebAddress {
        value = value.strip();
        if (Text.length(value) > LONGEST) {
            throw new IllegalArgumentException("must have at most " + LONGEST + " characters");
        }
        CanonicalUrl.of(value);
    }

    /** The form by which the address is compared. */
    public String canonical() {
        return CanonicalUrl.of(value);
    }
}
