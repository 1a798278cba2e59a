package io.khabar.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A country by its ISO 3166-1 alpha-2 code, upper case. */
@Schema(type = SchemaType.STRING, pattern = "^[A-Z]{2}$", examples = "SY")
public record Country(@JsonValue String value) {

    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /**
     * Checks the code.
     *
     * @throws IllegalArgumentException with a message for the client
     */
    public Country {
        if (!CODES.contains(value)) {
            throw new IllegalArgumentException("must be a country code of ISO 3166-1 alpha-2, such as SY");
        }
    }
}
