package io.khabar.list;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * SQL text with its arguments side by side, so that a value never becomes part of the text.
 *
 * <p>Arguments are strings, numbers, booleans, {@link Instant}, {@link UUID}, {@code byte[]}, and collections of strings
 * or ids, which become arrays.
 */
public final class Sql {

    private final StringBuilder text = new StringBuilder(512);
    private final List<@Nullable Object> arguments = new ArrayList<>();
    private boolean planEachTime;

    /** Appends SQL; each {@code ?} in it takes one of the arguments. */
    public Sql add(String sql, @Nullable Object... values) {
        text.append(sql);
        Collections.addAll(arguments, values);
        return this;
    }

    /** Appends other SQL with its arguments. */
    public Sql add(Sql other) {
        text.append(other.text);
        arguments.addAll(other.arguments);
        planEachTime |= other.planEachTime;
        return this;
    }

    /**
     * Has the server plan for these very arguments each time instead of once for all. For conditions on columns whose
     * values are very unevenly common: one plan for a rare and for a common keyword is wrong for one of them.
     */
    public Sql planEachTime() {
        planEachTime = true;
        return this;
    }

    /** Whether {@link #planEachTime} was asked for. */
    public boolean isPlannedEachTime() {
        return planEachTime;
    }

    /** The statement with its arguments bound. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        try {
            if (planEachTime) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            for (int i = 0; i < arguments.size(); i++) {
                bind(connection, statement, i + 1, arguments.get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException failed) {
            statement.close();
            throw failed;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.NULL);
            case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case String string -> statement.setString(at, string);
            case byte[] bytes -> statement.setBytes(at, bytes);
            case Collection<?> many -> {
                String type = !many.isEmpty() && many.iterator().next() instanceof UUID ? "uuid" : "text";
                statement.setArray(at, connection.createArrayOf(type, many.toArray()));
            }
            default -> statement.setObject(at, value);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
