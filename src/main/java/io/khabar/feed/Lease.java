package io.khabar.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to fetch a feed, which nobody else has until it ends, and what is needed for that.
 *
 * @param token tells this lease from others of the feed
 * @param movedTo where the feed has moved for good
 * @param interval the interval until now
 * @param failuresInRow failures since the last fetch that went well
 * @param dueAt when the feed was due; null where somebody asked for it, due or not
 */
record Lease(
        UUID feed,
        UUID token,
        String url,
        @Nullable String movedTo,
        @Nullable UUID source,
        @Nullable String language,
        @Nullable String section,
        @Nullable Integer intervalMinutes,
        @Nullable String etag,
        @Nullable String lastModified,
        Duration interval,
        int failuresInRow,
        @Nullable Instant dueAt) {

    /** Whether somebody asked for it. */
    boolean byHand() {
        return dueAt == null;
    }

    /** Where to ask. */
    String address() {
        return movedTo == null ? url : movedTo;
    }
}
