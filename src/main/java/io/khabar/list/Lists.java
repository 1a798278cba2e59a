package io.khabar.list;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs reads. Inside of a transaction they run on its connection and see its writes, provided that the session was
 * flushed.
 */
@Singleton
public class Lists {

    /** No answer takes longer than a client waits. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final DataSource database;
    private final Reading reading;

    @Inject
    Lists(DataSource database) {
        this(database, LONGEST);
    }

    /** With another time that reads may take at most. */
    Lists(DataSource database, Duration longest) {
        this.database = database;
        this.reading = new Reading(longest);
    }

    /** The page of a list that is asked for: one statement, and a second one only where the list is counted. */
    public <T> Page<T> page(Select select, Paging paging, RowReader<T> reader) {
        try (Connection connection = database.getConnection()) {
            Rows<T> rows = rows(connection, select, paging, reader);
            return new Page<>(rows.items, rows.place(paging), total(connection, select, paging.count()), null);
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /** The page that an index found; rows that are gone by now are left out. */
    public <T> Page<T> found(Select select, Paging paging, Found found, FoundReader<T> reader) {
        boolean backward = paging.backward();
        // A page of large texts ends early: behind what is nearest to the place from which it is read.
        List<Found.Key> nearestFirst = backward ? found.keys().reversed() : found.keys();
        Map<UUID, T> items = new HashMap<>();
        List<Found.Key> kept = new ArrayList<>(nearestFirst);
        Rows<T> rows = new Rows<>();
        rows.more = found.more();
        if (!nearestFirst.isEmpty()) {
            Map<UUID, Float> scores = new HashMap<>();
            nearestFirst.forEach(key -> scores.put(key.id(), key.score()));
            List<UUID> ids = nearestFirst.stream().map(Found.Key::id).toList();
            select.column(KEY, select.id()).where(select.id() + " = any(?)", ids);
            Sql sql = select.rows();
            if (select.isLarge()) {
                sql.add(" order by array_position(?, " + select.id() + ")", ids);
            }
            List<UUID> left = new ArrayList<>(1);
            try (Connection connection = database.getConnection()) {
                boolean more = reading.read(connection, sql, select, (row, _) -> {
                    UUID id = Objects.requireNonNull(row.id(KEY));
                    items.put(id, reader.read(row, scores.getOrDefault(id, 0f)));
                    left.clear();
                    left.add(id);
                    return true;
                });
                if (more) {
                    rows.more = true;
                    int last = ids.indexOf(left.getFirst());
                    kept.subList(last + 1, kept.size()).clear();
                }
            } catch (SQLException failed) {
                throw new DatabaseException(failed);
            }
        }
        for (Found.Key key : backward ? kept.reversed() : kept) {
            rows.keys.add(ByteBuffer.allocate(Long.BYTES).putLong(key.key()).flip());
            rows.ids.add(key.id());
            T item = items.get(key.id());
            if (item != null) {
                rows.items.add(item);
            }
        }
        Page.Place place = paging.order().equals(Paging.RELEVANCE) ? counted(paging, found, rows) : rows.place(paging);
        return new Page<>(rows.items, place, total(paging.count(), found), null);
    }

    private static final String KEY = "key of what was found";

    private static Page.Place counted(Paging paging, Found found, Rows<?> rows) {
        int left = paging.backward() ? found.keys().size() - rows.keys.size() : 0;
        int begin = paging.begin() + left;
        int end = paging.backward() ? paging.end() : begin + rows.keys.size();
        boolean more = paging.backward() ? found.more() : rows.more;
        return new Page.Place(
                paging.limit(),
                more ? paging.counting(end, false, found.moment()) : null,
                begin > 0 ? paging.counting(begin, true, found.moment()) : null);
    }

    private static Page.@Nullable Total total(Paging.Count count, Found found) {
        return switch (count) {
            case NONE -> null;
            case EXACT -> new Page.Total(found.total(), Page.Total.Relation.EXACT);
            case CAPPED ->
                found.total() > Paging.COUNT_CAP
                        ? new Page.Total(Paging.COUNT_CAP, Page.Total.Relation.AT_LEAST)
                        : new Page.Total(found.total(), Page.Total.Relation.EXACT);
        };
    }

    /** Makes an item of a row and of how well it matches. */
    @FunctionalInterface
    public interface FoundReader<T> {
        T read(Row row, float score) throws SQLException;
    }

    /** The first row that meets the conditions. */
    public <T> Optional<T> first(Select select, RowReader<T> reader) {
        List<T> all = all(select.rows(), select, reader);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** All rows that meet the conditions, in some order: for what is small by its nature. */
    public <T> List<T> all(Select select, String order, RowReader<T> reader) {
        return all(select.rows().add(" order by " + order), select, reader);
    }

    private <T> List<T> all(Sql sql, Select select, RowReader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = reading.prepare(connection, sql);
                ResultSet result = statement.executeQuery()) {
            List<T> items = new ArrayList<>();
            Row row = new Row(result, select.places());
            while (result.next()) {
                items.add(reader.read(row));
            }
            return items;
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /** All rows of any statement that a client asks for; as no other read does, it takes no longer than some seconds. */
    public <T> List<T> read(Sql sql, ResultReader<T> reader) {
        return query(reading::prepare, sql, reader);
    }

    /** All rows of any statement, however long it takes: for what the service does by itself, or within a write. */
    public <T> List<T> query(Sql sql, ResultReader<T> reader) {
        return query((connection, statement) -> statement.prepare(connection), sql, reader);
    }

    @FunctionalInterface
    private interface Preparation {
        PreparedStatement prepare(Connection connection, Sql sql) throws SQLException;
    }

    private <T> List<T> query(Preparation preparation, Sql sql, ResultReader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = preparation.prepare(connection, sql);
                ResultSet result = statement.executeQuery()) {
            List<T> items = new ArrayList<>();
            while (result.next()) {
                items.add(reader.read(result));
            }
            return items;
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /** Makes an item of the current row of any statement. */
    @FunctionalInterface
    public interface ResultReader<T> {
        T read(ResultSet result) throws SQLException;
    }

    private static final class Rows<T> {
        final List<T> items = new ArrayList<>();
        final List<ByteBuffer> keys = new ArrayList<>();
        final List<UUID> ids = new ArrayList<>();
        boolean more;

        Page.Place place(Paging paging) {
            Position at = paging.position();
            boolean backward = at != null && at.backward();
            boolean before = backward ? more : at != null;
            boolean behind = backward || more;
            if (ids.isEmpty()) {
                // Everything on this side is gone: the way back begins at the place itself, with its item, if it lives.
                String back = at == null
                        ? null
                        : new Position(paging.list(), at.key(), at.id(), !backward, !at.inclusive()).encode();
                return new Page.Place(paging.limit(), backward ? back : null, backward ? null : back);
            }
            return new Page.Place(
                    paging.limit(),
                    behind ? cursor(paging, keys.size() - 1, false) : null,
                    before ? cursor(paging, 0, true) : null);
        }

        private String cursor(Paging paging, int item, boolean backward) {
            return new Position(paging.list(), keys.get(item), ids.get(item), backward, false).encode();
        }
    }

    private <T> Rows<T> rows(Connection connection, Select select, Paging paging, RowReader<T> reader)
            throws SQLException {
        Rows<T> rows = new Rows<>();
        int key = select.places().size() + 1;
        rows.more = reading.read(connection, select.page(paging), select, (row, result) -> {
            if (rows.items.size() == paging.limit()) {
                return false;
            }
            rows.items.add(reader.read(row));
            rows.keys.add(SortKeys.read(paging.order().kind(), result, key));
            rows.ids.add(result.getObject(key + 1, UUID.class));
            return true;
        });
        if (paging.position() != null && paging.position().backward()) {
            Collections.reverse(rows.items);
            Collections.reverse(rows.keys);
            Collections.reverse(rows.ids);
        }
        return rows;
    }

    private Page.@Nullable Total total(Connection connection, Select select, Paging.Count count) throws SQLException {
        if (count == Paging.Count.NONE) {
            return null;
        }
        boolean capped = count == Paging.Count.CAPPED;
        Sql sql = select.count(capped ? Paging.COUNT_CAP + 1 : Integer.MAX_VALUE);
        try (PreparedStatement statement = reading.prepare(connection, sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            long found = result.getLong(1);
            return capped && found > Paging.COUNT_CAP
                    ? new Page.Total(Paging.COUNT_CAP, Page.Total.Relation.AT_LEAST)
                    : new Page.Total(found, Page.Total.Relation.EXACT);
        }
    }
}
