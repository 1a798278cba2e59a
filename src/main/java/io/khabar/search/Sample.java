package io.khabar.search;

import io.khabar.search.query.TextField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts to which others are compared.
 *
 * @param language of the texts, a BCP 47 tag
 */
public record Sample(@Nullable String language, Map<TextField, String> texts) {

    public Sample {
        texts = Map.copyOf(texts);
    }
}
