package io.khabar.indexing;

import io.khabar.search.SearchEngine;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how the search index is. Never says that the service is not ready: while the index is being built everything but
 * searches is answered, and searches are told to wait.
 */
@Readiness
@Singleton
class SearchHealth implements HealthCheck {

    private final SearchEngine engine;
    private final Indexer indexer;

    SearchHealth(SearchEngine engine, Indexer indexer) {
        this.engine = engine;
        this.indexer = indexer;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("search").up().withData("backend", engine.backend());
        SearchState state = SearchState.of(engine);
        response.withData("state", state.word());
        if (state.answers()) {
            response.withData("articles", state.documents());
        }
        SearchView.Rebuild rebuild = indexer.building();
        if (rebuild != null) {
            response.withData("rebuilt", rebuild.articles() + " of about " + rebuild.of());
        }
        return response.build();
    }
}
