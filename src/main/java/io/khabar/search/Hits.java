package io.khabar.search;

import java.util.List;
import java.util.UUID;

/**
 * What a search found.
 *
 * @param hits in their order
 * @param more whether there are more behind them
 * @param total how many there are in all, at least
 * @param exact whether there are no more than that
 */
public record Hits(List<Hit> hits, boolean more, long total, boolean exact) {

    /**
     * A hit.
     *
     * @param id of the article
     * @param key its sort key; 0 where the best come first
     * @param score how well it matches; 0 where hits are ordered by a field
     */
    public record Hit(UUID id, long key, float score) {}
}
