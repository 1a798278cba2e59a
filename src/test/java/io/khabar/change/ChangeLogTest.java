package io.khabar.change;

import static io.khabar.fixture.Changes.briefs;
import static io.khabar.fixture.Changes.eventually;
import static io.khabar.fixture.Changes.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Changes;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
}
