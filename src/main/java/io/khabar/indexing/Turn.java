package io.khabar.indexing;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The turn of one process to write an index that processes share: an advisory lock of PostgreSQL, held on a connection of
 * its own, so that the server ends the turn of a process that dies. Each turn has a greater number than all before, by
 * which what an earlier one writes late is told.
 */
@Singleton
class Turn {

    private static final Logger LOG = Logger.getLogger(Turn.class);

    /** The first of the lock's two numbers, the same for all of these; the other one is of the name. */
    private static final int KIND = 0x6B68_6162;

    private static final String TAKE =
            "select case when pg_try_advisory_lock(?, hashtext(?)) then pg_current_xact_id()::text::bigint end";

    private final DataSource database;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection held;
    private long number;

    Turn(DataSource database) {
        this.database = database;
    }

    /**
     * Whether it is this process's turn, now; begins one where nobody has it.
     *
     * @param name of what is written in turns
     */
    boolean isMine(String name) throws SQLException {
        lock.lock();
        try {
            Connection connection = held;
            if (connection != null) {
                if (isOpen(connection)) {
                    return true;
                }
                LOG.info("The turn to write the search index is over: the database closed its connection");
                drop(connection);
            }
            return take(name);
        } finally {
            lock.unlock();
        }
    }

    /** The number of the turn that began last. */
    long number() {
        lock.lock();
        try {
            return number;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isOpen(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return true;
        } catch (SQLException over) {
            return false;
        }
    }

    private boolean take(String name) throws SQLException {
        Connection connection = database.getConnection();
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, KIND);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long begun = row.getLong(1);
                if (!row.wasNull()) {
                    number = begun;
                    held = connection;
                    LOG.infof("This process writes the search index from now on (turn %d)", begun);
                    return true;
                }
            }
        } catch (SQLException failed) {
            drop(connection);
            throw failed;
        }
        connection.close();
        return false;
    }

    /** Ends the turn, so that another process takes over at once. */
    void end() {
        lock.lock();
        try {
            Connection connection = held;
            if (connection != null) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("select pg_advisory_unlock_all()");
                    held = null;
                    connection.close();
                } catch (SQLException over) {
                    drop(connection);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nobody else gets the connection: it may hold the lock. */
    private void drop(Connection connection) {
        held = null;
        try (connection) {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            LOG.debugf("A connection was gone already: %s", gone.getMessage());
        }
    }
}
