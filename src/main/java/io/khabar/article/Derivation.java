package io.khabar.article;

import io.khabar.language.Direction;
import io.khabar.language.LanguageDetector;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What can be told of an article from its text alone. */
@Singleton
class Derivation {

    private final LanguageDetector languages = new LanguageDetector();

    /** The language of title and body together; null where it cannot be told. */
    @Nullable String language(@Nullable String title, String body) {
        return languages.detect(title == null ? body : title + "\n" + body);
    }

    /** The direction of a text, a word of {@link Direction}; left to right where it has no letter. */
    String direction(String text) {
        Direction direction = Direction.of(text);
        return (direction == null ? Direction.LTR : direction).word();
    }
}
