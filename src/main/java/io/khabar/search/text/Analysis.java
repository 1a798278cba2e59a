package io.khabar.search.text;

import java.util.List;

/** How the words of one language are made comparable. Instances serve many threads at once. */
@FunctionalInterface
public interface Analysis {

    /**
     * The words of a text as they are compared, in their order: stemmed as the language wants it, without its stop words.
     * Total: any text has words, if only none.
     */
    List<Token> tokens(String text);

    /**
     * What the words of a query are compared with: for each word that is compared at all, the terms of which an article
     * may have any. The first is the word's own; others are there where it can be read in more ways than one.
     */
    default List<List<String>> alternatives(String text) {
        return tokens(text).stream().map(token -> List.of(token.term())).toList();
    }
}
