package io.khabar.change;

import static io.khabar.fixture.Changes.briefs;
import static io.khabar.fixture.Changes.eventually;
import static io.khabar.fixture.Changes.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.change.Change.Entity;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Changes;
import io.khabar.fixture.Sources;
import io.khabar.list.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The log as the database keeps it: row by row, for a while, and not beyond a restore. */
@QuarkusTest
class ChangeLogTest {

    @Inject
    DataSource database;

    @Inject
    ChangeLog log;

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void bulkWritesAreRecordedRowByRow() throws SQLException {
        Changes changes = Changes.fromNow();
        String stem = Sources.fresh("bulk");
        run(
                "insert into source (id, key, name, name_sort, name_folded, search_text, created_at, updated_at, version)"
                        + " select gen_random_uuid(), '" + stem + "-' || n, 'n', 'n', 'n', ' n', now(), now(), n"
                        + " from generate_series(1, 30) n",
                "update source set version = version + 100 where key like '" + stem + "-%'",
                "delete from source where key like '" + stem + "-%'");
        List<String> found = briefs(changes.next(90));
        for (int n = 1; n <= 30; n++) {
            assertEquals("source created " + n, found.get(n - 1));
            assertTrue(found.subList(30, 60).contains("source updated " + (n + 100)), found::toString);
            assertTrue(found.subList(60, 90).contains("source deleted " + (n + 100)), found::toString);
        }
    }

    @Test
    void placesBeforeWhatIsKeptAreToldSo() throws SQLException {
        Changes reader = Changes.fromNow();
        String old = reader.cursor();
        Sources.created();
        reader.next(1);
        run("update change set time = now() - interval '91 days'");
        Sources.created();
        Answer young = Api.get("/v1/changes?after=" + reader.cursor());
        eventually(() -> log.purge() > 0);

        Answer gone = Api.get("/v1/changes?after=" + old).isProblem(410, "changes-expired");
        assertTrue(gone.json().path("detail").asText().contains("after=now"), gone::text);
        Api.get("/v1/changes?after=" + old, "Accept", "text/event-stream").isProblem(410, "changes-expired");
        assertEquals(List.of("source created 1"), kinds(Api.get("/v1/changes")));
        assertEquals(
                young.json().path("items"),
                Api.get("/v1/changes?after=" + reader.cursor()).json().path("items"));
        assertEquals(0, log.purge());
    }

    @Test
    void keepsChangesForNinetyDays() throws SQLException {
        Changes reader = Changes.fromNow();
        String old = reader.cursor();
        Sources.created();
        reader.next(1);
        run("update change set time = now() - interval '89 days 23 hours'");
        assertEquals(0, log.purge());
        assertEquals(List.of("source created 1"), kinds(Api.get("/v1/changes?after=" + old)));
    }

    @Test
    void aPlaceAtTheEndStaysGoodWhenEverythingBeforeItIsGone() throws SQLException {
        Sources.created();
        Changes reader = Changes.fromNow();
        run("update change set time = now() - interval '91 days'");
        eventually(() -> log.purge() > 0);
        assertEquals(List.of(), reader.page(10));
        Sources.created();
        assertEquals(List.of("source created 1"), briefs(reader.next(1)));
    }

    @Test
    void ofSeveralServicesOneDeletes() throws SQLException {
        Sources.created();
        run("update change set time = now() - interval '91 days'");
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from change_kept for update");
            assertEquals(0, log.purge());
            other.rollback();
            other.setAutoCommit(true);
        }
        eventually(() -> log.purge() > 0);
    }

    @Test
    void aDumpOfAnotherServerBeginsANewLog() throws SQLException {
        Changes reader = Changes.fromNow();
        Sources.created();
        assertFalse(log.beginAnewAfterRestore());
        run("update change set transaction = '1000000000000'");
        assertTrue(log.beginAnewAfterRestore());
        Api.get("/v1/changes?after=" + reader.cursor()).isProblem(410, "changes-expired");
        Changes anew = Changes.fromNow();
        Sources.created();
        assertEquals(List.of("source created 1"), briefs(anew.next(1)));
    }

    /** As in the first minute of a large import: a reader at the end of the log is not to read all of it. */
    @Test
    void theLogIsReadByItsIndexWithoutStatistics() throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("insert into change (transaction, entity, id, version, kind)"
                        + " select pg_current_xact_id(), 'article', gen_random_uuid(), 1, 'created'"
                        + " from generate_series(1, 20000)");
                statement.execute("select pg_clear_attribute_stats('public', 'change', 'transaction', false)");
                Sql read = ChangeLog.statement(log.end(), Set.of(Entity.ARTICLE, Entity.SOURCE), 100);
                try (PreparedStatement explain =
                                new Sql().add("explain ").add(read).prepare(connection);
                        ResultSet lines = explain.executeQuery()) {
                    while (lines.next()) {
                        plan.append(lines.getString(1)).append('\n');
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        assertFalse(plan.toString().contains("Seq Scan on change "), plan::toString);
    }
}
