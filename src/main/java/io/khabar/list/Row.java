package io.khabar.list;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result, read by column name. A column that was not selected reads as null: this is how one
 * reading serves every choice of fields.
 */
public final class Row {

    private final ResultSet result;
    private final Map<String, Integer> columns;
    private long characters;

    Row(ResultSet result, Map<String, Integer> columns) {
        this.result = result;
        this.columns = columns;
    }

    /** How much text was read so far, of this row and those before it, in UTF-16 units. */
    long characters() {
        return characters;
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    public @Nullable String text(String column) throws SQLException {
        Integer at = columns.get(column);
        String text = at == null ? null : result.getString(at);
        characters += text == null ? 0 : text.length();
        return text;
    }

    public @Nullable UUID id(String column) throws SQLException {
        Integer at = columns.get(column);
        return at == null ? null : result.getObject(at, UUID.class);
    }

    public @Nullable Integer integer(String column) throws SQLException {
        Integer at = columns.get(column);
        if (at == null) {
            return null;
        }
        int value = result.getInt(at);
        return result.wasNull() ? null : Integer.valueOf(value);
    }

    public @Nullable Long number(String column) throws SQLException {
        Integer at = columns.get(column);
        if (at == null) {
            return null;
        }
        long value = result.getLong(at);
        return result.wasNull() ? null : Long.valueOf(value);
    }

    public @Nullable Boolean flag(String column) throws SQLException {
        Integer at = columns.get(column);
        if (at == null) {
            return null;
        }
        boolean value = result.getBoolean(at);
        return result.wasNull() ? null : Boolean.valueOf(value);
    }

    public @Nullable Instant instant(String column) throws SQLException {
        Integer at = columns.get(column);
        OffsetDateTime value = at == null ? null : Timestamps.read(result, at);
        return value == null ? null : value.toInstant();
    }

    /** The elements of a {@code text[]}; null only where the column was not selected. */
    public @Nullable List<String> texts(String column) throws SQLException {
        Integer at = columns.get(column);
        if (at == null) {
            return null;
        }
        Array array = result.getArray(at);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
