package io.khabar.article;

import io.khabar.change.ChangeLog;
import io.khabar.search.SearchEngine;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;

/** Searches that see what was written before them, if that is wanted. */
@Singleton
class Freshness {

    /** Whether a search that asked for it saw everything that was written before it. */
    private static final String SEARCH_FRESH = "Search-Fresh";

    /** How long a search waits for what was written before it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SearchEngine engine;
    private final ChangeLog log;

    Freshness(SearchEngine engine, ChangeLog log) {
        this.engine = engine;
        this.log = log;
    }

    /** Makes an answer; where it is wanted, once the index has caught up, or after some time anyway: a header tells. */
    Response of(boolean wanted, Supplier<Response> answer) {
        if (!wanted) {
            return answer.get();
        }
        boolean caughtUp = engine.await(log.last(), PATIENCE);
        Response fresh = answer.get();
        fresh.getHeaders().putSingle(SEARCH_FRESH, caughtUp);
        return fresh;
    }
}
