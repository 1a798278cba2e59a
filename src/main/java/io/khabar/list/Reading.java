package io.khabar.list;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads the rows of a page. What a page holds is bounded in text, too, not only in items: a hundred bodies may have
 * hundreds of megabytes. A page with large columns is read some rows at a time, and ends where it has
 * {@value #MOST_TEXT} UTF-16 units of text, behind one item at the least; only so many are read at once.
 *
 * <p>No read takes longer than some seconds: a client may ask for what no index answers, and its connection is one of few.
 * The database ends the statement then (SQLSTATE 57014).
 */
final class Reading {

    /** What a page holds of texts. */
    static final int MOST_TEXT = 1_000_000;

    /** Rows of large columns that are asked for before it is known how large they are. */
    private static final int FIRST_ROWS = 4;

    private static final int MOST_ROWS = 101;

    /** Pages of large columns that are read at once; others wait. */
    private static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final int longest;

    /** Reads for so long at most; whole seconds. */
    Reading(Duration longest) {
        this.longest = (int) longest.toSeconds();
    }

    /** What is done with each row; whether to go on to the next one. */
    interface RowTaker {
        boolean take(Row row, ResultSet result) throws SQLException;
    }

    /** Prepares a statement that ends in time. */
    PreparedStatement prepare(Connection connection, Sql sql) throws SQLException {
        PreparedStatement statement = sql.prepare(connection);
        try {
            statement.setQueryTimeout(longest);
            return statement;
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    /** Reads rows until there are no more, the taker wants no more, or they have enough text; whether some were left. */
    boolean read(Connection connection, Sql sql, Select select, RowTaker taker) throws SQLException {
        return select.isLarge() ? large(connection, sql, select, taker) : all(connection, sql, select, taker);
    }

    private boolean all(Connection connection, Sql sql, Select select, RowTaker taker) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql)) {
            return rows(statement, select, taker);
        }
    }

    private boolean large(Connection connection, Sql sql, Select select, RowTaker taker) throws SQLException {
        enter();
        // The server keeps a half-read result within a transaction only.
        boolean alone = connection.getAutoCommit();
        try {
            if (alone) {
                connection.setAutoCommit(false);
            }
            try (PreparedStatement statement = prepare(connection, sql)) {
                statement.setFetchSize(FIRST_ROWS);
                return rows(statement, select, taker);
            }
        } finally {
            room.release();
            if (alone && !connection.isClosed()) {
                // Ends the transaction.
                connection.setAutoCommit(true);
            }
        }
    }

    private boolean rows(PreparedStatement statement, Select select, RowTaker taker) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            Row row = new Row(result, select.places());
            int read = 0;
            while (result.next()) {
                if ((select.isLarge() && row.characters() >= MOST_TEXT) || !taker.take(row, result)) {
                    return true;
                }
                read++;
                if (select.isLarge()) {
                    long left = Math.max(0, MOST_TEXT - row.characters());
                    long each = Math.max(1, row.characters() / read);
                    result.setFetchSize(Math.clamp(left / each, 1, MOST_ROWS));
                }
            }
            return false;
        }
    }

    private void enter() {
        boolean in = false;
        try {
            in = room.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!in) {
            throw new ProblemException(
                            ProblemCode.UNAVAILABLE,
                            "Too many pages of whole texts are asked for at once. Ask for fewer, or try again shortly.")
                    .header("Retry-After", "2");
        }
    }
}
