package io.khabar.language;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A language tag (BCP 47, RFC 5646) in canonical case, such as {@code ar} or {@code zh-Hant-TW}. */
@Schema(type = SchemaType.STRING, maxLength = 35, examples = "ar")
public record LanguageTag(@JsonValue String value) {

    /**
     * Puts a tag into canonical form.
     *
     * @throws IllegalArgumentException with a message for the client where it is malformed
     */
    public LanguageTag {
        value = LanguageTags.canonical(value);
    }
}
