package io.khabar.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a fetch. */
sealed interface Outcome {

    /** HTTP status of the last answer; null where there was none. */
    @Nullable Integer status();

    /**
     * It went well.
     *
     * @param movedTo where the feed moved for good on the way; null where it did not
     * @param etag what the server said of this version
     */
    record Read(
            Integer status,
            @Nullable String movedTo,
            @Nullable String etag,
            @Nullable String lastModified,
            long created,
            long exists,
            long rejected)
            implements Outcome {

        boolean notModified() {
            return status == 304;
        }
    }

    /**
     * It failed.
     *
     * @param code what went wrong, a stable word
     * @param retryAt before which the server does not want to be asked again
     * @param gone whether there is no use in asking again
     */
    record Failed(
            @Nullable Integer status,
            String code,
            String detail,
            @Nullable Instant retryAt,
            boolean gone) implements Outcome {}
}
