package io.khabar.change;

import static io.khabar.fixture.Changes.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Changes;
import io.khabar.fixture.EventStream;
import io.khabar.fixture.EventStream.Event;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The change log as server-sent events. */
@QuarkusTest
class ChangeStreamsTest {

    @Inject
    DataSource database;

    @Inject
    ChangeStreams streams;

    @Inject
    ChangeSignal signal;

    @AfterEach
    void clientsThatAreGoneAreForgotten() {
        eventually(() -> Api.get("/q/metrics").text().contains("khabar_changes_streams 0.0"));
        assertEquals(0, streams.open());
    }

    private static String brief(Event event) {
        return Changes.brief(Json.tree(event.data()));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void sendsEachChangeAsItHappens() throws IOException {
        try (EventStream stream = EventStream.open("?after=now")) {
            assertEquals("HTTP/1.1 200 OK", stream.head().getFirst());
            String head = String.join("\n", stream.head()).toLowerCase(java.util.Locale.ROOT);
            assertTrue(head.contains("content-type: text/event-stream"), head);
            assertTrue(head.contains("cache-control: no-store"), head);
            assertTrue(head.contains("x-request-id: "), head);
            assertFalse(head.contains("gzip"), head);

            String source = Sources.created();
            Articles.created(source, "published", "2021");
            assertEquals("source created 1", brief(stream.next()));
            assertEquals("article created 1", brief(stream.next()));
            Event last = stream.next();
            assertEquals("date created 1", brief(last));
            // Its id is a cursor like any other, and what it shows is what a page shows.
            Changes changes = Changes.from(last.id());
            String path = "/v1/sources/" + Sources.created();
            assertEquals(Json.tree(stream.next().data()), changes.next(1).getFirst());
            Api.delete(path).is(204);
            assertEquals("source deleted 1", brief(stream.next()));
        }
    }

    @Test
    void goesOnBehindTheLastEvent() throws IOException {
        String start = Changes.fromNow().cursor();
        String source = Sources.created();
        for (int i = 0; i < 150; i++) {
            Articles.created(source);
        }
        List<Event> all = new ArrayList<>();
        try (EventStream stream = EventStream.open("?after=" + start)) {
            for (int i = 0; i < 151; i++) {
                all.add(stream.next());
            }
        }
        String middle = all.get(70).id();
        for (String[] headers : new String[][] {{"Last-Event-ID", middle}, {}}) {
            String query = headers.length == 0 ? "?after=" + middle : "?after=" + start;
            try (EventStream stream = EventStream.open(query, headers)) {
                for (int i = 71; i < 151; i++) {
                    assertEquals(all.get(i), stream.next());
                }
                Sources.created();
                assertEquals("source created 1", brief(stream.next()));
            }
        }
        try (EventStream refused = EventStream.open("", "Last-Event-ID", "x")) {
            assertTrue(refused.head().getFirst().contains("400"), refused.head()::toString);
        }
        Api.get("/v1/changes", "Accept", "text/event-stream", "Last-Event-ID", "x")
                .isProblem(400, "cursor-invalid", "Last-Event-ID: cursor-invalid");
    }

    @Test
    void sendsOnlyWhatIsAskedForAndStillMovesOn() throws IOException {
        try (EventStream stream = EventStream.open("?after=now&entity=date")) {
            Event first = stream.block();
            assertEquals("", first.data());
            String source = Sources.created();
            Articles.created(source);
            // Signs of life have the place that is reached, so that who is interested in little does not fall behind.
            String reached = stream.block().id();
            while (reached.equals(first.id()) || reached.isEmpty()) {
                reached = stream.block().id();
            }
            assertNotNull(ChangePosition.decode(reached));
            Articles.created(source, "published", "2021");
            assertEquals("date created 1", brief(stream.next()));
        }
    }

    @Test
    void sendsWhatWaitedForAnOlderTransactionOnceThatEnds() throws Exception {
        try (EventStream stream = EventStream.open("?after=now");
                Connection older = database.getConnection();
                Statement statement = older.createStatement()) {
            older.setAutoCommit(false);
            statement.execute(
                    "insert into source (id, key, name, name_sort, name_folded, search_text, created_at, updated_at,"
                            + " version) values (gen_random_uuid(), '" + Sources.fresh("older")
                            + "', 'n', 'n', 'n', ' n', now(), now(), 7)");
            Sources.created();
            Sources.created();
            // Two heartbeats later still nothing but signs of life.
            assertEquals("", stream.block().data());
            assertEquals("", stream.block().data());
            // Its end is not announced by anybody.
            older.commit();
            older.setAutoCommit(true);
            assertEquals("source created 7", brief(stream.next()));
            assertEquals("source created 1", brief(stream.next()));
            assertEquals("source created 1", brief(stream.next()));
        }
    }

    @Test
    void hearsOfWritesOfOtherProcesses() throws Exception {
        // Whatever this process wrote has been told by now, to itself at once.
        long seen = signal.count();
        run("notify khabar_change, 'another process'");
        assertTrue(signal.await(seen, Duration.ofSeconds(20)) > seen);
    }

    @Test
    void isToldOfWritesByEveryProcess() throws Exception {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("listen khabar_change");
            Sources.created();
            var notifications = other.unwrap(org.postgresql.PGConnection.class).getNotifications(20_000);
            assertEquals(1, notifications.length);
            statement.execute("unlisten *");
        }
    }

    @Test
    void aThousandListenersAreNoThreads() throws IOException {
        List<EventStream> listeners = new ArrayList<>();
        try {
            Sources.created();
            int before = ManagementFactory.getThreadMXBean().getThreadCount();
            for (int i = 0; i < 1_000; i++) {
                listeners.add(EventStream.open("?after=now"));
            }
            assertEquals(1_000, streams.open());
            int more = ManagementFactory.getThreadMXBean().getThreadCount() - before;
            assertTrue(more < 20, () -> more + " more threads");
            String source = Sources.created();
            Articles.created(source);
            for (EventStream listener : listeners) {
                assertEquals("source created 1", brief(listener.next()));
                assertEquals("article created 1", brief(listener.next()));
            }
        } finally {
            for (EventStream listener : listeners) {
                listener.close();
            }
        }
    }

    @Test
    void aSlowClientGetsEverythingOnceAndInOrder() throws Exception {
        try (EventStream slow = EventStream.slow("?after=now");
                EventStream quick = EventStream.open("?after=now")) {
            int rounds = 20;
            int each = 2_000;
            for (int round = 0; round < rounds; round++) {
                run("insert into change (transaction, entity, id, version, kind)"
                        + " select pg_current_xact_id(), 'article', gen_random_uuid(), n, 'created'"
                        + " from generate_series(" + (round * each + 1) + ", " + (round + 1) * each + ") n");
                for (int n = round * each + 1; n <= (round + 1) * each; n++) {
                    assertEquals(
                            n, Json.tree(quick.next().data()).path("version").asInt());
                }
            }
            for (int n = 1; n <= rounds * each; n++) {
                assertEquals(n, Json.tree(slow.next().data()).path("version").asInt());
            }
            Sources.created();
            assertEquals("source created 1", brief(slow.next()));
        }
    }

    @Test
    void goesOnWhenTheDatabaseIsBack() throws Exception {
        try (EventStream stream = EventStream.open("?after=now")) {
            try (Connection administrator = java.sql.DriverManager.getConnection(
                            database.unwrap(io.agroal.api.AgroalDataSource.class)
                                    .getConfiguration()
                                    .connectionPoolConfiguration()
                                    .connectionFactoryConfiguration()
                                    .jdbcUrl(),
                            setting("quarkus.datasource.username"),
                            setting("quarkus.datasource.password"));
                    Statement statement = administrator.createStatement()) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                        + " and datname = current_database() and application_name = 'khabar'");
            }
            eventually(() -> Api.post("/v1/sources", Sources.body()).status() == 201);
            assertEquals("source created 1", brief(stream.next()));
            hearsOfWritesOfOtherProcessesAgain();
        }
    }

    private static String setting(String name) {
        return org.eclipse.microprofile.config.ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** The listening connection comes back by itself, so that in the end an announcement is heard. */
    private void hearsOfWritesOfOtherProcessesAgain() {
        eventually(() -> {
            try {
                long seen = signal.count();
                run("notify khabar_change, 'another process'");
                return signal.await(seen, Duration.ofMillis(500)) > seen;
            } catch (SQLException notYet) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void endsWhenAClientIsBehindWhatIsKept() throws Exception {
        try (EventStream stream = EventStream.open("?after=now")) {
            run("update change_kept set transaction = '900000000000', number = 0");
            assertThrows(IOException.class, stream::next);
        } finally {
            run("update change_kept set transaction = '0', number = 0");
        }
    }
}
