package io.khabar.indexing;

import io.khabar.search.SearchEngine;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how the search index is. Never says that the service is not ready: while the index is being built everything but
 * searches is answered, and searches are told to wait. It says what the indexing thread saw last, and asks nothing itself: an
 * index elsewhere may take long to answer, or not answer at all.
 */
@Readiness
@Singleton
class SearchHealth implements HealthCheck {

    private final SearchEngine engine;
    private final Indexer indexer;
    private final Following following;

    SearchHealth(SearchEngine engine, Indexer indexer, Following following) {
        this.engine = engine;
        this.indexer = indexer;
        this.following = following;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("search").up().withData("backend", engine.backend());
        SearchState state = SearchState.seen(engine);
        response.withData("state", state.word());
        if (state.answers()) {
            response.withData("articles", state.documents());
        }
        Duration age = following.age();
        if (age != null) {
            response.withData("seenSecondsAgo", age.toSeconds());
        }
        SearchView.Rebuild rebuild = indexer.building();
        if (rebuild != null) {
            response.withData("rebuilt", rebuild.articles() + " of about " + rebuild.of());
        }
        return response.build();
    }
}
