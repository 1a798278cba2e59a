package io.khabar.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The address of something on the web: an absolute http or https URL of at most 2,048 code points, kept as it was sent, but
 * without white space around it, and with white space in it and what else no IRI has (RFC 3987) encoded, as browsers do.
 * Letters beyond ASCII, as they show them, are allowed.
 */
@Schema(type = SchemaType.STRING, format = "iri", maxLength = 2048, examples = "https://example.org/news/1")
public record WebAddress(@JsonValue String value) {

    /** Most code points of an address. */
    public static final int LONGEST = 2048;

    private static final String FOREIGN = "\"<>\\^`{|}";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException with a message for the client
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WebAddress {
        value = Text.strip(value);
        if (Text.length(value) > LONGEST) {
            throw tooLong();
        }
        CanonicalUrl.of(value);
        String encoded = encoded(value);
        if (Text.length(encoded) > LONGEST) {
            throw tooLong();
        }
        value = encoded;
    }

    private static IllegalArgumentException tooLong() {
        return new IllegalArgumentException("must have at most " + LONGEST + " characters");
    }

    private static String encoded(String address) {
        if (address.chars().noneMatch(WebAddress::isForeign)) {
            return address;
        }
        StringBuilder encoded = new StringBuilder(address.length() + 16);
        for (int i = 0; i < address.length(); i++) {
            char unit = address.charAt(i);
            if (isForeign(unit)) {
                for (byte octet : Character.toString(unit).getBytes(StandardCharsets.UTF_8)) {
                    HEX.toHexDigits(encoded.append('%'), octet);
                }
            } else {
                encoded.append(unit);
            }
        }
        return encoded.toString();
    }

    /** Control characters are refused before; none of these is beyond the basic plane. */
    private static boolean isForeign(int unit) {
        return Text.isSpace(unit) || FOREIGN.indexOf(unit) >= 0;
    }

    /** The form by which the address is compared. */
    public String canonical() {
        return CanonicalUrl.of(value);
    }
}
