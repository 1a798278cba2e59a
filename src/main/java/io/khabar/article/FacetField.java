package io.khabar.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What articles are counted by. Named as the filter on the same. */
enum FacetField {
    SOURCE("source"),
    LANGUAGE("languageTag"),
    SECTION("section"),
    KEYWORD("keyword"),
    AUTHOR("author"),
    /** The index does not know countries: a source that moves changes no article. */
    COUNTRY("source");

    private final String indexed;

    FacetField(String indexed) {
        this.indexed = indexed;
    }

    /** As clients write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of the index that it is counted by. */
    String indexed() {
        return indexed;
    }

    /** Whether an article can have several values, so that the sum of the counts does not tell who has none. */
    boolean isMany() {
        return this == KEYWORD || this == AUTHOR;
    }

    static FacetField of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** All of them, as clients write them. */
    static List<String> words() {
        return Arrays.stream(values()).map(FacetField::word).toList();
    }
}
