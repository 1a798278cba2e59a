package io.khabar.indexing;

import io.khabar.search.SearchEngine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** How the search index is, for Prometheus. */
@Singleton
class SearchMetrics {

    private static final double MILLISECONDS = 1000;

    private final SearchEngine engine;
    private final Indexer indexer;
    private final Following following;
    private final MeterRegistry meters;

    SearchMetrics(SearchEngine engine, Indexer indexer, Following following, MeterRegistry meters) {
        this.engine = engine;
        this.indexer = indexer;
        this.following = following;
        this.meters = meters;
    }

    void register(@Observes StartupEvent start) {
        gauge(
                "khabar.search.ready",
                "Whether searches are answered",
                it -> SearchState.seen(it.engine).answers() ? 1 : 0);
        gauge("khabar.search.articles", "Articles in the index", SearchMetrics::articles);
        gauge(
                "khabar.search.lag.seconds",
                "How long the oldest change that is not in the index has waited",
                it -> it.following.lag().toMillis() / MILLISECONDS);
        gauge(
                "khabar.search.seen.seconds",
                "How long ago the index was looked at, for these numbers; none where there is none",
                it -> {
                    Duration age = it.following.age();
                    return age == null ? Double.NaN : age.toMillis() / MILLISECONDS;
                });
        gauge("khabar.search.rebuild.articles", "Articles in the index that is being built; 0 where none is", it -> {
            SearchView.Rebuild rebuild = it.indexer.building();
            return rebuild == null ? 0 : rebuild.articles();
        });
    }

    private double articles() {
        return SearchState.seen(engine).documents();
    }

    private void gauge(String name, String description, ToDoubleFunction<SearchMetrics> value) {
        Gauge.builder(name, this, value)
                .description(description)
                .tag("backend", engine.backend())
                .register(meters);
    }
}
