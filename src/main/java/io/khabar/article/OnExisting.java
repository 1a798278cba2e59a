package io.khabar.article;

import java.util.Locale;

/** What an import does with an article that is stored already. */
public enum OnExisting {
    /** Leaves it as it is. */
    SKIP,
    /** Writes what the input states; what a person gave stays where the input only derived. */
    UPDATE,
    /** Leaves it as it is and rejects the item. */
    REJECT;

    /** As clients write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice of that name. */
    public static OnExisting of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
