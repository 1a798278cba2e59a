package io.khabar.indexing;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.search.ArticleIndex;
import io.khabar.search.SearchEngine;

/**
 * Whether searches are answered.
 *
 * @param word as clients see it: {@code ready}, {@code rebuilding} or {@code unavailable}
 * @param documents articles in the index; 0 where none answers
 */
record SearchState(String word, long documents) {

    static SearchState of(SearchEngine engine) {
        try {
            return new SearchState("ready", engine.ask(ArticleIndex::documents));
        } catch (ProblemException hindered) {
            return new SearchState(hindered.code() == ProblemCode.SEARCH_UNAVAILABLE ? "unavailable" : "rebuilding", 0);
        }
    }

    /** What is known of it without asking it: as it was when it was looked at last. */
    static SearchState seen(SearchEngine engine) {
        SearchEngine.Sight sight = engine.sight();
        boolean complete = engine.complete();
        if (engine.isUnreachable()) {
            return new SearchState("unavailable", 0);
        }
        return new SearchState(complete ? "ready" : "rebuilding", sight == null ? 0 : sight.documents());
    }

    boolean answers() {
        return word.equals("ready");
    }
}
