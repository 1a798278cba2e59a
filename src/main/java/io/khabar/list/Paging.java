package io.khabar.list;

import io.khabar.http.Fault;
import io.khabar.http.Parameters;
import io.khabar.http.ProblemCode;
import io.khabar.http.QueryParameter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a client asks for, in which order.
 *
 * @param limit most items on the page
 * @param order the order of the list
 * @param position where the page begins or ends; null for the first page
 * @param count how the whole list is counted
 * @param list fingerprint of the list: what a cursor must agree with
 */
public record Paging(int limit, SortOrder order, @Nullable Position position, Count count, long list) {

    /** How a list is counted. */
    public enum Count {
        NONE,
        CAPPED,
        EXACT
    }

    /** Where {@code count=capped} stops to count. */
    public static final int COUNT_CAP = 10_000;

    private static final int MOST = 100;

    /** Items on a page. */
    public static final QueryParameter LIMIT = QueryParameter.integer(
                    "limit", "Most items on the page; one with very long texts ends early.", 1, MOST)
            .defaultsTo("20");

    /** Place in a list. */
    public static final QueryParameter CURSOR = QueryParameter.text(
            "cursor",
            "Opaque place in the list, from `page.nextCursor` or `page.previousCursor` of the last answer. Send the"
                    + " same filters and sort with it; `limit`, `count` and what is shown may change.");

    /** How to count. */
    public static final QueryParameter COUNT = QueryParameter.word(
                    "count",
                    "Whether to count the whole list: `capped` is exact up to 10,000 and then says at least so many;"
                            + " `exact` may take longer.",
                    List.of("none", "capped", "exact"))
            .defaultsTo("none");

    private static final Set<String> NOT_OF_THE_LIST =
            Set.of("limit", "cursor", "count", "fields", "view", "embed", "sort", "highlight", "fresh");

    /** The parameter {@code sort} of a list with some orders, the first of which is the default. */
    public static QueryParameter sort(String description, List<SortOrder> orders) {
        return QueryParameter.word(
                        "sort",
                        description,
                        orders.stream().map(SortOrder::word).toList())
                .defaultsTo(orders.getFirst().word());
    }

    /**
     * Reads the part that is asked for; what is wrong goes to the faults of the parameters.
     *
     * @param scope tells lists apart that have the same parameters, such as the path
     * @param sort the parameter that names the order
     * @param orders the orders of the list, the default one first
     */
    public static Paging of(Parameters parameters, String scope, QueryParameter sort, List<SortOrder> orders) {
        Integer limit = parameters.integer(LIMIT, ProblemCode.LIMIT_OUT_OF_RANGE);
        String word = parameters.word(sort);
        SortOrder order = orders.stream()
                .filter(candidate -> candidate.word().equals(word))
                .findFirst()
                .orElse(orders.getFirst());
        String counted = parameters.word(COUNT);
        Count count = counted == null ? Count.NONE : Count.valueOf(counted.toUpperCase(java.util.Locale.ROOT));
        long list = fingerprint(scope + "?" + parameters.canonical(NOT_OF_THE_LIST) + "#" + order.word());
        Position position = position(parameters, list, order);
        return new Paging(limit == null ? 1 : limit, order, position, count, list);
    }

    /**
     * The order in which an index tells how well items match. It has no keys to go on from: its cursors count.
     */
    public static final SortOrder RELEVANCE = new SortOrder("relevance", "", SortOrder.Kind.INSTANT, true);

    /** How far {@link #RELEVANCE} goes. */
    public static final int DEEPEST = 10_000;

    private static final UUID NOBODY = new UUID(0, 0);

    /** Whether the page is the first one. */
    public boolean first() {
        return position == null;
    }

    /** Whether the page lies before its place, and is read backwards. */
    public boolean backward() {
        return position != null && position.backward();
    }

    /** The sort key at the place, microseconds since 1970; by relevance, how many items are before it. */
    public long key() {
        return position == null ? 0 : position.key().getLong(position.key().position());
    }

    /** By relevance: how many items are before the page. */
    public int begin() {
        return (int) (backward() ? Math.max(0, key() - limit) : key());
    }

    /** By relevance: how many items are before the end of the page, if it is full. */
    public int end() {
        return (int) (backward() ? key() : key() + limit);
    }

    /** By relevance: the moment that the order of the first page was counted from; 0 where this is the first page. */
    public long moment() {
        return position == null || position.key().remaining() < 2 * Long.BYTES
                ? 0
                : position.key().getLong(position.key().position() + Long.BYTES);
    }

    /** The id at the place. */
    public UUID id() {
        return position == null ? NOBODY : position.id();
    }

    /** Whether the item at the place belongs to the page. */
    public boolean inclusive() {
        return position != null && position.inclusive();
    }

    /**
     * The cursor of a page in an order that is counted from a moment.
     *
     * @param before how many items are before its place
     * @param backward whether it ends there; else it begins there
     */
    String counting(long before, boolean backward, long moment) {
        ByteBuffer key = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(before)
                .putLong(moment)
                .flip();
        return new Position(list, key, NOBODY, backward, false).encode();
    }

    private static @Nullable Position position(Parameters parameters, long list, SortOrder order) {
        String cursor = parameters.text(CURSOR);
        if (cursor == null) {
            return null;
        }
        Position position = Position.decode(cursor);
        if (position == null || (position.list() == list && !isOf(order, position))) {
            parameters
                    .faults()
                    .add(
                            Fault.parameter(
                                    "cursor", "cursor-invalid", "is no cursor that was given out, or is damaged"),
                            ProblemCode.CURSOR_INVALID);
        } else if (position.list() != list) {
            parameters
                    .faults()
                    .add(
                            Fault.parameter(
                                    "cursor",
                                    "cursor-mismatch",
                                    "belongs to a list with other filters or another sort"),
                            ProblemCode.CURSOR_MISMATCH);
        }
        return position;
    }

    /** Whether a place may be one of an order: a checksum keeps out what is damaged, but nobody's inventions. */
    private static boolean isOf(SortOrder order, Position position) {
        ByteBuffer key = position.key();
        if (!order.equals(RELEVANCE)) {
            return SortKeys.isOf(order.kind(), key);
        }
        if (key.remaining() != 2 * Long.BYTES) {
            return false;
        }
        long before = key.getLong(key.position());
        return before >= (position.backward() ? 1 : 0)
                && before <= DEEPEST + MOST
                && SortKeys.isTime(key.getLong(key.position() + Long.BYTES));
    }

    private static long fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
