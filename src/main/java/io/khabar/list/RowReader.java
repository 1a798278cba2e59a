package io.khabar.list;

import java.sql.SQLException;

/** Makes an item of the current row. */
@FunctionalInterface
public interface RowReader<T> {
    T read(Row row) throws SQLException;
}
