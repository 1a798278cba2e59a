package io.khabar.change;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry of the log: that something was written. What it is by now, a read of it tells.
 *
 * @param entity what kind of thing was written
 * @param id its id
 * @param version the version that the write made; of what was deleted, the last one. An id that is created again begins
 *     with version 1 again
 * @param kind what was done
 * @param time when the transaction of the write began, by the clock of the database
 */
@Schema(description = "An entry of the change log: that something was created, updated or deleted.")
public record Change(
        @Schema(required = true, description = "What was written.")
        Entity entity,

        @Schema(required = true, description = "Its id.") UUID id,

        @Schema(
                required = true,
                minimum = "1",
                description =
                        "The version that the write made; of what was deleted, the last one. What is created again"
                                + " with the id of something deleted begins with version 1.")
        long version,

        @Schema(
                required = true,
                description = "What was done. `deleted` is a tombstone: there is nothing to read any more.")
        Kind kind,

        @Schema(required = true, description = "When the write began, by the clock of the database.")
        Instant time) {

    /** What is recorded. */
    @Schema(name = "ChangeEntity")
    public enum Entity {
        ARTICLE,
        SOURCE,
        DATE;

        /** As clients and the database see it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Entity of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What was done. */
    @Schema(name = "ChangeKind")
    public enum Kind {
        CREATED,
        UPDATED,
        DELETED;

        /** As clients and the database see it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
