package io.khabar.feed;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to fetch a feed, which nobody else has until it ends, and what is needed for that.
 *
 * @param token tells this lease from others of the feed
 * @param movedTo where the feed has moved for good
 * @param interval the interval until now
 * @param failuresInRow failures since the last fetch that went well
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
        int failuresInRow) {

    /** Where to ask. */
    String address() {
        return movedTo == null ? url : movedTo;
    }
}
