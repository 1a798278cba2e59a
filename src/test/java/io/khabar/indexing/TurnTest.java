package io.khabar.indexing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TurnTest {

    private static final String NAME = "turns of a test";

    @Inject
    DataSource database;

    @Test
    void isOfOneAtATime() throws SQLException {
        Turn one = new Turn(database);
        Turn other = new Turn(database);
        try {
            assertTrue(one.isMine(NAME));
            assertTrue(one.isMine(NAME));
            assertFalse(other.isMine(NAME));
            one.end();
            assertTrue(other.isMine(NAME));
            assertTrue(other.number() > one.number());
            assertFalse(one.isMine(NAME));
        } finally {
            one.end();
            other.end();
        }
    }

    @Test
    void isOverWithItsConnection() throws SQLException {
        Turn dying = new Turn(database);
        Turn next = new Turn(database);
        try {
            assertTrue(dying.isMine(NAME));
            killHolder();
            assertTrue(next.isMine(NAME));
            assertFalse(dying.isMine(NAME));
            assertTrue(next.number() > dying.number());
        } finally {
            dying.end();
            next.end();
        }
    }

    private void killHolder() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory'"
                    + " and objid = hashtext('" + NAME + "')::bigint & x'FFFFFFFF'::bigint");
        }
    }
}
