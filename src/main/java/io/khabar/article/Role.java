package io.khabar.article;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a date is to the article that carries it. */
@Schema(name = "DateRole", description = "What a date is to the article that carries it.")
public enum Role {
    /** When it was published: at most one. */
    PUBLISHED,
    /** When its publisher last changed it: at most one. */
    MODIFIED,
    /** A date that its text speaks of. */
    MENTIONED;

    /** As clients and the database see it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
