package io.khabar.source;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.http.Faults;
import io.khabar.http.Ids;
import io.khabar.http.ReadWith;
import io.khabar.http.RecordReader;
import io.khabar.http.ValueReader;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Names a source, in a body or an address: by its id or by its key. The two never look alike.
 *
 * @param id set if it is named by id
 * @param key set otherwise, or where a body says both, as answers do: then both must be those of one source
 */
@ReadWith(SourceReference.Reader.class)
@Schema(name = "SourceReference")
public record SourceReference(@Nullable UUID id, @Nullable String key) {

    /** As long as a key may be; ids are shorter. */
    public static final int MAX_LENGTH = 63;

    /**
     * Reads an id or a key.
     *
     * @throws IllegalArgumentException with a message for the client where it is neither
     */
    public static SourceReference parse(String text) {
        if (Ids.isId(text)) {
            return new SourceReference(Ids.parse(text), null);
        }
        if (!NewSource.isKey(text)) {
            throw new IllegalArgumentException("must be the key or the id of a source");
        }
        return new SourceReference(null, text);
    }

    /** The same source by its id or, where it has none, its key alone. */
    public SourceReference alone() {
        return id == null ? this : of(id);
    }

    /** Refers to a source by id. */
    public static SourceReference of(UUID id) {
        return new SourceReference(id, null);
    }

    /** The id or key, whichever it is. */
    public Object value() {
        return Objects.requireNonNull(id == null ? key : id);
    }

    /** The id or key, as clients write it. */
    @JsonValue
    public String text() {
        return value().toString();
    }

    /** Reads a string, or an object with {@code id} or {@code key}: the form that answers show. */
    static final class Reader implements ValueReader<SourceReference> {

        /** What answers show of a source, whole or as a reference; what was read can be sent back. */
        private static final Set<String> SHOWN = RecordReader.names(SourceView.class);

        @Override
        public @Nullable SourceReference read(JsonNode node, String pointer, Faults faults) {
            if (ValueReader.refusesKind(node, pointer, faults)) {
                return null;
            }
            if (!node.isObject()) {
                return one(node, pointer, faults);
            }
            RecordReader.refuseUnknown(node, SHOWN, pointer, faults);
            if (!node.hasNonNull("id") && !node.hasNonNull("key")) {
                faults.pointer(pointer, "required", "must name a source by `id` or `key`");
                return null;
            }
            if (!node.hasNonNull("id")) {
                return one(node.get("key"), pointer + "/key", faults);
            }
            SourceReference id = one(node.get("id"), pointer + "/id", faults);
            if (!node.hasNonNull("key")) {
                return id;
            }
            SourceReference key = one(node.get("key"), pointer + "/key", faults);
            if (id == null || key == null || id.equals(key)) {
                return key == null ? null : id;
            }
            if (id.id() == null || key.key() == null) {
                faults.pointer(pointer + "/key", "mismatch", "names another source than `id` does");
                return null;
            }
            return new SourceReference(id.id(), key.key());
        }

        private static @Nullable SourceReference one(JsonNode value, String place, Faults faults) {
            if (!value.isTextual()) {
                faults.pointer(place, "type", "must be a string");
                return null;
            }
            try {
                return parse(value.textValue());
            } catch (IllegalArgumentException invalid) {
                faults.pointer(place, "invalid", String.valueOf(invalid.getMessage()));
                return null;
            }
        }
    }
}
