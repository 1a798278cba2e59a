package io.khabar.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.Refusals;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadingTest {

    @Inject
    DataSource database;

    @Test
    void endsWhatTakesTooLong() throws SQLException {
        try (Connection connection = database.getConnection()) {
            SQLException ended = assertThrows(SQLException.class, () -> new Reading(Duration.ofSeconds(1))
                    .read(
                            connection,
                            new Sql().add("select pg_sleep(30)"),
                            Select.from("nothing", "n").column("slept", "pg_sleep(30)"),
                            (_, _) -> true));
            assertEquals("57014", ended.getSQLState());
            ProblemException problem = Refusals.reason(new DatabaseException(ended));
            assertEquals(ProblemCode.UNAVAILABLE, problem.code());
            assertEquals(
                    "The answer would have taken the database too long. Narrow the filters, or do not count.",
                    problem.detail());
        }
    }

    @Test
    void endsWhateverAClientAsksFor() {
        Lists lists = new Lists(database, Duration.ofSeconds(1));
        DatabaseException ended = assertThrows(
                DatabaseException.class,
                () -> lists.read(new Sql().add("select pg_sleep(30)"), row -> row.getString(1)));
        assertEquals(ProblemCode.UNAVAILABLE, Refusals.reason(ended).code());
        Select slow = Select.from("pg_sleep(30)", "n").column("slept", "1");
        ended = assertThrows(DatabaseException.class, () -> lists.first(slow, row -> 1));
        assertEquals(ProblemCode.UNAVAILABLE, Refusals.reason(ended).code());
    }

    @Test
    void leavesTheConnectionAsItWas() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Select select = Select.from("nothing", "n").large("text", "'text'");
            boolean more = new Reading(Duration.ofSeconds(5))
                    .read(
                            connection,
                            new Sql().add("select repeat('x', 400000) from generate_series(1, 10)"),
                            select,
                            (row, _) -> row.text("text") != null);
            assertTrue(more);
            assertTrue(connection.getAutoCommit());
        }
    }
}
