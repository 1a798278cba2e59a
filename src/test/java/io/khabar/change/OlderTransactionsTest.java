package io.khabar.change;

import static io.khabar.fixture.Changes.briefs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Changes;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What readers are shown of transactions that began before others and end after them. */
@QuarkusTest
class OlderTransactionsTest {

    @Inject
    DataSource database;

    private static String insertSource(String key) {
        return "insert into source (id, key, name, name_sort, name_folded, search_text, created_at, updated_at, version)"
                + " values (gen_random_uuid(), '" + key + "', 'n', 'n', 'n', ' n', now(), now(), 1)";
    }

    @Test
    void nothingIsReadBeforeAnOlderTransactionEnds() throws SQLException {
        Changes changes = Changes.fromNow();
        try (Connection older = database.getConnection();
                Statement statement = older.createStatement()) {
            older.setAutoCommit(false);
            statement.execute(insertSource(Sources.fresh("older")));
            String source = Sources.created();
            Articles.created(source);
            assertEquals(List.of(), changes.page(100));
            String inBetween = changes.cursor();
            statement.execute(insertSource(Sources.fresh("older")));
            assertEquals(List.of(), changes.page(100));
            older.commit();
            older.setAutoCommit(true);

            // What it wrote first, what was committed meanwhile, and what it wrote when it could see that.
            List<String> all = List.of("source created 1", "source created 1", "article created 1", "source created 1");
            assertEquals(all, briefs(changes.next(4)));
            assertEquals(all, briefs(Changes.from(inBetween).next(4)));
        }
    }

    @Test
    void whatAnOlderTransactionDoesLaterStandsBehindWhatItFound() throws SQLException {
        String source = Sources.created();
        Changes changes = Changes.fromNow();
        try (Connection older = database.getConnection();
                Statement statement = older.createStatement()) {
            older.setAutoCommit(false);
            // It has its number from here on.
            statement.execute(insertSource(Sources.fresh("older")));
            Api.patch("/v1/sources/" + source, Json.object("name", "two")).is(200);
            statement.execute("update source set version = version + 1 where key = '" + source + "'");
            older.commit();
            older.setAutoCommit(true);
        }
        assertEquals(List.of("source created 1", "source updated 2", "source updated 3"), briefs(changes.next(3)));
    }

    @Test
    void aTransactionThatIsGivenUpIsNotWaitedForAndLeavesNothing() throws SQLException {
        Changes changes = Changes.fromNow();
        try (Connection older = database.getConnection();
                Statement statement = older.createStatement()) {
            older.setAutoCommit(false);
            statement.execute(insertSource(Sources.fresh("older")));
            Sources.created();
            older.rollback();
            older.setAutoCommit(true);
        }
        assertEquals(List.of("source created 1"), briefs(changes.next(1)));
    }
}
