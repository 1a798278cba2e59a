package io.khabar.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list reads: columns of a table with its joins, under conditions. The table's rows are the items; its alias has
 * the column {@code id}.
 */
public final class Select {

    private final String alias;
    private final String table;
    private final StringBuilder joins = new StringBuilder();
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Sql conditions = new Sql();
    private final Set<String> bounded = new HashSet<>();
    private boolean conditional;
    private boolean large;

    private Select(String table, String alias) {
        this.table = table;
        this.alias = alias;
    }

    /** Reads a table under an alias. */
    public static Select from(String table, String alias) {
        return new Select(table, alias);
    }

    /** Reads a column, an SQL expression, under a name. */
    public Select column(String name, String sql) {
        if (places.put(name, places.size() + 1) == null) {
            columns.add(sql);
        }
        return this;
    }

    /** Reads a column that may hold megabytes, such as a body: {@link Lists} reads few rows of it at a time. */
    public Select large(String name, String sql) {
        large = true;
        return column(name, sql);
    }

    boolean isLarge() {
        return large;
    }

    /** Joins a table that gives columns, one row for each of the list's. */
    public Select join(String sql) {
        joins.append(' ').append(sql);
        return this;
    }

    /** Adds a condition on the table's own columns; conditions are joined with AND. */
    public Select where(Sql condition) {
        conditions.add(conditional ? " and " : "").add(condition);
        conditional = true;
        return this;
    }

    /** Adds a condition; each {@code ?} takes one of the arguments. */
    public Select where(String condition, Object... arguments) {
        return where(new Sql().add(condition, arguments));
    }

    /**
     * Adds a bound of a column. How many rows lie within bounds is only known with the arguments: a statement with some is
     * planned each time, unless it reads rows in the order of that column, where it begins at one bound and ends with the
     * page, whatever lies between.
     */
    public Select bound(String column, String condition, Object argument) {
        bounded.add(column);
        return where(condition, argument);
    }

    /** The conditions alone; null where there are none. */
    public @Nullable Sql conditions() {
        if (!conditional) {
            return null;
        }
        Sql all = new Sql().add(conditions);
        return bounded.isEmpty() ? all : all.planEachTime();
    }

    Map<String, Integer> places() {
        return places;
    }

    String id() {
        return alias + ".id";
    }

    /** The rows that meet the conditions, the sort key and the id behind the columns. */
    public Sql page(Paging paging) {
        Position position = paging.position();
        boolean backward = position != null && position.backward();
        boolean descending = paging.order().descending() != backward;
        Sql sql = new Sql()
                .add("select " + String.join(", ", columns) + (columns.isEmpty() ? "" : ", ")
                        + paging.order().column() + ", " + id() + " from " + table + " " + alias + joins);
        if (position != null) {
            // First: of several bounds of the sort key PostgreSQL begins to read at the one that it is given first. A
            // filter by period has another one, at the beginning of the list.
            sql.add(
                    " where (" + paging.order().column() + ", " + id() + ") " + (descending ? "<" : ">")
                            + (position.inclusive() ? "=" : "") + " (?, ?)",
                    SortKeys.argument(paging.order().kind(), position.key()),
                    position.id());
        }
        if (conditional) {
            sql.add(position == null ? " where " : " and ").add(conditions);
        }
        if (bounded.stream().anyMatch(column -> !column.equals(paging.order().column()))) {
            sql.planEachTime();
        }
        String direction = descending ? " desc" : "";
        // Written out: for a limit that is an argument PostgreSQL has no plan that would do for all, and makes one anew
        // each time, which takes longer than reading the page. There are as many statements as there are limits.
        return sql.add(" order by " + paging.order().column() + direction + ", " + id() + direction + " limit "
                + (paging.limit() + 1));
    }

    /** All rows that meet the conditions, without an order: for reading one row by its key. */
    Sql rows() {
        Sql sql = new Sql().add("select " + String.join(", ", columns) + " from " + table + " " + alias + joins);
        return conditional ? sql.add(" where ").add(conditions) : sql;
    }

    /** The number of rows that meet the conditions, counted up to a most. */
    Sql count(int most) {
        Sql sql = new Sql().add("select count(*) from (select from " + table + " " + alias);
        Sql conditions = conditions();
        if (conditions != null) {
            sql.add(" where ").add(conditions);
        }
        return sql.add(most < Integer.MAX_VALUE ? " limit " + most + ") counted" : ") counted");
    }
}
