package io.khabar.search.query;

import io.khabar.search.text.Words;
import java.util.ArrayList;
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

        /** So many plain words are a headline rather than a search. */
        private static final int HEADLINE = 6;

        public Sequence {
            parts = List.copyOf(parts);
        }

        /** Whether it is a headline: what one quotes is said in other words below it. */
        public boolean isHeadline() {
            return parts.stream().filter(Query::isPlain).count() >= HEADLINE;
        }

        /** The same with the words of each phrase beside it. */
        public List<Query> loosened() {
            List<Query> loosened = new ArrayList<>();
            for (Query part : parts) {
                loosened.add(part);
                if (part instanceof Phrase phrase && phrase.field() == null) {
                    Words.of(phrase.text()).forEach(word -> loosened.add(new Word(word.term(), null)));
                }
            }
            return loosened;
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
     * Reads a query: words, {@code "phrases"} also in «…» and “…”, {@code a OR b}, {@code a AND b}, {@code -not}, {@code ( )}, {@code
     * title:word}, {@code prefix*} of two letters at least, four of them at most; further ones are words. Total.
     */
    static Query parse(String text) {
        return new QueryParser(text).parse();
    }

    /** Whether it is a word that may stand in any field. */
    static boolean isPlain(Query query) {
        return query instanceof Word word && word.field() == null;
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
