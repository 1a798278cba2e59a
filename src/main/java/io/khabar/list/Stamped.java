package io.khabar.list;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

/**
 * What is shown of a resource, with what its entity tag and {@code Last-Modified} are made of, whether that is shown or
 * not.
 *
 * @param view what is shown
 * @param version raised by every write
 * @param updatedAt time of the last write
 */
public record Stamped<T>(T view, long version, Instant updatedAt) {

    /** Selects the stamp of a table that has the columns {@code version} and {@code updated_at}. */
    public static Select columns(Select select, String alias) {
        return select.column("#version", alias + ".version").column("#updatedAt", alias + ".updated_at");
    }

    /** Reads a row with its stamp. */
    public static <T> RowReader<Stamped<T>> reader(RowReader<T> view) {
        return row -> of(view.read(row), row);
    }

    private static <T> Stamped<T> of(T view, Row row) throws SQLException {
        return new Stamped<>(
                view,
                Objects.requireNonNull(row.number("#version")),
                Objects.requireNonNull(row.instant("#updatedAt")));
    }
}
