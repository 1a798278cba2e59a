package io.khabar.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A country by its ISO 3166-1 alpha-2 code, upper case. */
@Schema(
        type = SchemaType.STRING,
        description = "A code that ISO 3166-1 alpha-2 assigns; small letters become capital ones.",
        pattern = Country.FORM,
        examples = "SY")
public record Country(@JsonValue String value) {

    /** What a code looks like, assigned or not. */
    public static final String FORM = "^[A-Za-z]{2}$";

    private static final Pattern CODE = Pattern.compile(FORM);

    private static final Set<String> ASSIGNED = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /**
     * Checks the code, and that a country has it.
     *
     * @throws IllegalArgumentException with a message for the client
     */
    public Country {
        value = code(value);
        if (!ASSIGNED.contains(value)) {
            throw malformed();
        }
    }

    /**
     * A code to filter by, in upper case; one that no country has is nobody's.
     *
     * @throws IllegalArgumentException with a message for the client
     */
    public static String code(String text) {
        if (!CODE.matcher(text).matches()) {
            throw malformed();
        }
        return text.toUpperCase(Locale.ROOT);
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("must be a country code of ISO 3166-1 alpha-2, such as SY");
    }
}
