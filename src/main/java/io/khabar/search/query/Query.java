package io.khabar.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query asks for. */
public sealed interface Query {

    /** Longest query, in code points. */
    int LONGEST = 512;

    /** Most words in a query, those in phrases included. */
    int MOST_WORDS = 32;

    /**
     * A word.
     *
     * @param text as written; what it is compared as is a matter of languages
     * @param field where it must stand; null for any of the fields that are searched
     */
    record Word(String text, @Nullable TextField field) implements Query {}

    /** The beginning of a word; so {@link Word}. */
    record Prefix(String text, @Nullable TextField field) implements Query {}

    /** Words that follow one another. */
    record Phrase(String text, @Nullable TextField field) implements Query {}

    /**
     * Parts that belong together. Phrases, prefixes, words bound to a field, choices and groups must all match; of the
     * plain words both of two, and most of more.
     */
    record Sequence(List<Query> parts) implements Query {

        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** Any of several. */
    record Either(List<Query> choices) implements Query {

        public Either {
            choices = List.copyOf(choices);
        }
    }

    /** Everything but what matches. */
    record Not(Query excluded) implements Query {}

    /** No word at all: matches nothing. */
    record Nothing() implements Query {}

    /**
     * Reads a query: words, {@code "phrases"} also in «…» and “…”, {@code a OR b}, {@code -not}, {@code ( )}, {@code
     * title:word}, {@code prefix*}. Total.
     */
    static Query parse(String text) {
        return new QueryParser(text).parse();
    }

    /** The number of words in a query. */
    static int words(Query query) {
        return switch (query) {
            case Word word -> QueryParser.words(word.text());
            case Prefix prefix -> QueryParser.words(prefix.text());
            case Phrase phrase -> QueryParser.words(phrase.text());
            case Sequence sequence ->
                sequence.parts().stream().mapToInt(Query::words).sum();
            case Either either ->
                either.choices().stream().mapToInt(Query::words).sum();
            case Not not -> words(not.excluded());
            case Nothing _ -> 0;
        };
    }
}
