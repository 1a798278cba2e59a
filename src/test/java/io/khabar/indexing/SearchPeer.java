package io.khabar.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.article.ArticleDocuments;
import io.khabar.change.ChangeLog;
import io.khabar.search.ArticleIndex;
import io.khabar.search.SearchEngine;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** An engine with a store, a turn and a thread of its own, as another process has. */
public final class SearchPeer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SearchEngine engine;
    private final Indexer indexer;
    private final Following following;
    private final ChangeLog log;
    private final ArticleDocuments articles;

    SearchPeer(SearchEngine engine, Indexer indexer, Following following, ChangeLog log, ArticleDocuments articles) {
        this.engine = engine;
        this.indexer = indexer;
        this.following = following;
        this.log = log;
        this.articles = articles;
    }

    public SearchEngine engine() {
        return engine;
    }

    Indexer indexer() {
        return indexer;
    }

    /** Has its index built anew, beside the one that answers. */
    public void rebuild() {
        indexer.rebuild();
    }

    /** Whether an index is being built, or about to be. */
    public boolean builds() {
        return indexer.building() != null;
    }

    /** What readiness says of it. */
    HealthCheckResponse health() {
        return new SearchHealth(engine, indexer, following).call();
    }

    /** Waits until it sees what was written, all of it and once. */
    public void follows() {
        assertTrue(engine.await(log.last(), PATIENCE), "it does not follow");
        assertEquals(articles.count(), engine.ask(ArticleIndex::documents));
    }

    /** Ends it as a service ends. */
    @Override
    public void close() {
        try {
            indexer.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
