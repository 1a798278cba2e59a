package io.khabar.list;

/**
 * An order in which a list can be read. The id breaks ties, in the same direction.
 *
 * @param word as clients write it, such as {@code -published}
 * @param column SQL of the sort key; never null in the database
 * @param kind type of the key
 * @param descending whether the greatest key comes first
 */
public record SortOrder(String word, String column, Kind kind, boolean descending) {

    /** Types of sort keys. */
    public enum Kind {
        /** {@code timestamptz}; what has no date is {@code -infinity}. */
        INSTANT,
        /** {@code bytea}, such as a collation key. */
        BYTES
    }

    /** Ascending by a time. */
    public static SortOrder byTime(String word, String column) {
        return new SortOrder(word, column, Kind.INSTANT, false);
    }

    /** Ascending by bytes. */
    public static SortOrder byBytes(String word, String column) {
        return new SortOrder(word, column, Kind.BYTES, false);
    }

    /** The same order, backwards, named with a minus sign. */
    public SortOrder reversed() {
        return new SortOrder("-" + word, column, kind, !descending);
    }
}
