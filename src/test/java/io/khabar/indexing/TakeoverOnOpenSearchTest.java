package io.khabar.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.article.ArticleDocuments;
import io.khabar.change.ChangeLog;
import io.khabar.change.ChangeSignal;
import io.khabar.fixture.Articles;
import io.khabar.fixture.OnOpenSearch;
import io.khabar.fixture.Sources;
import io.khabar.search.ArticleIndex;
import io.khabar.search.Engines;
import io.khabar.search.SearchEngine;
import io.khabar.search.SearchSettings;
import io.khabar.search.opensearch.OpenSearchIndexes;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two processes, as far as one can be two: each has an engine, a store, a turn and a thread of its own. */
@QuarkusTest
@TestProfile(OnOpenSearch.class)
class TakeoverOnOpenSearchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    SearchSettings settings;

    @Inject
    ArticleDocuments articles;

    @Inject
    ChangeLog log;

    @Inject
    ChangeSignal signal;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    private final String prefix = "takeover-" + UUID.randomUUID();

    private record Peer(SearchEngine engine, Indexer indexer) {

        /** Sees what was written, all of it and once. */
        void follows(ChangeLog log, ArticleDocuments articles) {
            assertTrue(engine.await(log.last(), PATIENCE), "it does not follow");
            assertEquals(articles.count(), engine.ask(ArticleIndex::documents));
        }
    }

    private Peer started() {
        SearchEngine engine = Engines.of(settings, OpenSearchIndexes.store(prefix));
        Following following = new Following(engine, articles, log, clock);
        Indexer indexer = new Indexer(engine, new Turn(database), following, articles, log, signal);
        indexer.start(new StartupEvent());
        return new Peer(engine, indexer);
    }

    @Test
    void anyGoesOnWhereAnotherOneEnded() throws Exception {
        String source = Sources.created();
        Articles.created(source);
        Peer first = started();
        Peer second = null;
        Peer third = null;
        try {
            first.follows(log, articles);
            second = started();
            Articles.created(source);
            first.follows(log, articles);
            second.follows(log, articles);

            // The database ends the turn; one of the two begins the next.
            endTurn();
            Articles.created(source);
            first.follows(log, articles);
            second.follows(log, articles);

            first.indexer().stop();
            Articles.created(source);
            second.follows(log, articles);

            third = started();
            third.follows(log, articles);
            // Asked of one that does not write, done by the one that does.
            String before = OpenSearchIndexes.answering(prefix);
            third.indexer().rebuild();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (OpenSearchIndexes.answering(prefix).equals(before)) {
                assertTrue(System.nanoTime() < end, "it is not rebuilt");
            }
            Articles.created(source);
            second.follows(log, articles);
            third.follows(log, articles);
        } finally {
            first.indexer().stop();
            if (second != null) {
                second.indexer().stop();
            }
            if (third != null) {
                third.indexer().stop();
            }
        }
    }

    private void endTurn() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory'"
                    + " and objid = hashtext('" + prefix + "-articles')::bigint & x'FFFFFFFF'::bigint");
        }
    }
}
