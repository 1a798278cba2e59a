package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonValue;
import io.khabar.mention.Bias;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of several possible days is meant, as clients write it: a word of {@link Bias}, which knows nothing of JSON. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"past", "future", "nearest"})
record BiasWord(@JsonValue String value) {

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException with a message for the client
     */
    BiasWord {
        Bias.of(value);
    }
}
