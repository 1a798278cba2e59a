package io.khabar.list;

import java.util.List;
import java.util.UUID;

/**
 * A page of ids that an index found, in its order. What they show is read from the database.
 *
 * @param keys the ids on the page, the first of the list first
 * @param more whether there are more beyond the page, on the side to which it was read
 * @param total how many there are in all, at least
 * @param exact whether there are no more than that
 * @param moment what the order was counted from, microseconds since 1970: cursors by relevance carry it along
 */
public record Found(List<Key> keys, boolean more, long total, boolean exact, long moment) {

    /**
     * An item.
     *
     * @param key its sort key, microseconds since 1970
     * @param score how well it matches, if that is the order
     */
    public record Key(UUID id, long key, float score) {}
}
