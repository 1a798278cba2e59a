package io.khabar.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.Articles;
import io.khabar.fixture.OnOpenSearch;
import io.khabar.fixture.Sources;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.search.IndexStore;
import io.khabar.search.opensearch.OpenSearchIndexes;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two processes, as far as one can be two: each has an engine, a store, a turn and a thread of its own. */
@QuarkusTest
@TestProfile(OnOpenSearch.class)
class TakeoverOnOpenSearchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    SearchPeers peers;

    @Inject
    DataSource database;

    private final String prefix = "takeover-" + UUID.randomUUID();

    private SearchPeer started() {
        return peers.started(OpenSearchIndexes.store(prefix));
    }

    @Test
    void anyGoesOnWhereAnotherOneEnded() throws Exception {
        String source = Sources.created();
        Articles.created(source);
        SearchPeer first = started();
        SearchPeer second = null;
        SearchPeer third = null;
        try {
            first.follows();
            second = started();
            Articles.created(source);
            first.follows();
            second.follows();

            // The database ends the turn; one of the two begins the next.
            endTurn();
            Articles.created(source);
            first.follows();
            second.follows();

            first.indexer().stop();
            Articles.created(source);
            second.follows();

            third = started();
            third.follows();
            // Asked of one that does not write, done by the one that does.
            String before = OpenSearchIndexes.answering(prefix);
            third.indexer().rebuild();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (OpenSearchIndexes.answering(prefix).equals(before)) {
                assertTrue(System.nanoTime() < end, "it is not rebuilt");
            }
            Articles.created(source);
            second.follows();
            third.follows();
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

    @Test
    void buildsAnewWhereItsIndexIsGone() throws Exception {
        String source = Sources.created();
        Articles.created(source);
        SearchPeer writer = started();
        try {
            writer.follows();
            OpenSearchIndexes.lose(prefix);
            Articles.created(source);
            writer.follows();
        } finally {
            writer.indexer().stop();
        }
    }

    @Test
    void goesOnAfterAnError() throws Exception {
        Articles.created(Sources.created());
        IndexStore store = OpenSearchIndexes.store(prefix);
        AtomicInteger asked = new AtomicInteger();
        IndexStore failing = (IndexStore) Proxy.newProxyInstance(
                IndexStore.class.getClassLoader(), new Class<?>[] {IndexStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("begin") && asked.getAndIncrement() == 0) {
                        throw new OutOfMemoryError("of a test");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
        SearchPeer writer = peers.started(failing);
        try {
            writer.follows();
            assertEquals(2, asked.get());
        } finally {
            writer.indexer().stop();
        }
    }

    @Test
    void saysThatTheOneThatWritesCannotBeTold() throws Exception {
        Turn writers = new Turn(database);
        assertTrue(writers.isMine(prefix + "-articles"));
        SearchPeer watcher = peers.started(OpenSearchIndexes.away(prefix));
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            @Nullable ProblemException problem = null;
            // Until it knows that it is not its turn.
            while (problem == null && System.nanoTime() < end) {
                try {
                    watcher.indexer().rebuild();
                } catch (ProblemException refused) {
                    problem = refused;
                }
            }
            assertEquals(
                    ProblemCode.SEARCH_UNAVAILABLE,
                    Objects.requireNonNull(problem, "it refuses nothing").code());
            // What it thought it was to build before.
            while (watcher.indexer().building() != null) {
                assertTrue(System.nanoTime() < end, "it still builds");
            }
        } finally {
            watcher.indexer().stop();
            writers.end();
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
