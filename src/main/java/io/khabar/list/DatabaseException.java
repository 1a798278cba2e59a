package io.khabar.list;

import java.sql.SQLException;

/** A read failed in the database; the cause says why. */
public final class DatabaseException extends RuntimeException {

    public DatabaseException(SQLException cause) {
        super(cause);
    }
}
