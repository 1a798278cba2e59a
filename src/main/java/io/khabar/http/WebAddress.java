package io.khabar.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The address of something on the web: an absolute http or https URL of at most 2,048 characters, kept as it was sent.
 * Letters beyond ASCII, as browsers show them, are allowed.
 */
@Schema(type = SchemaType.STRING, format = "iri", maxLength = 2048)
public record WebAddress(@JsonValue String value) {

    private static final int LONGEST = 2048;

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException with a message for the client
     */
    public WebAddress {
        if (Text.length(value) > LONGEST) {
            throw new IllegalArgumentException("must have at most " + LONGEST + " characters");
        }
        URI uri;
        try {
            uri = new URI(value);
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("must be a URL, such as https://example.org/news/1");
        }
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("must begin with http:// or https://");
        }
        if (uri.getRawAuthority() == null || uri.getRawAuthority().startsWith(":")) {
            throw new IllegalArgumentException("must name a host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must not contain a user name or password");
        }
    }
}
