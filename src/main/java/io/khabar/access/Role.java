package io.khabar.access;

import java.util.Locale;

/** What the holder of a key may do. Each role may do what the one before it may. */
enum Role {
    /** Reads, where reading needs a key at all. */
    READER,
    /** Writes articles, sources and dates, and imports. */
    EDITOR,
    /** Manages keys. */
    ADMIN;

    boolean mayWrite() {
        return this != READER;
    }

    /** The role as the database has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
