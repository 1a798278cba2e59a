package io.khabar.search.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The texts of an article in which words are looked for. */
public enum TextField {
    TITLE,
    LEAD,
    BODY,
    KEYWORDS,
    AUTHORS;

    /** As clients write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field that a word names; null where it names none. */
    public static @Nullable TextField of(String word) {
        for (TextField field : values()) {
            if (field.word().equalsIgnoreCase(word)) {
                return field;
            }
        }
        return null;
    }
}
