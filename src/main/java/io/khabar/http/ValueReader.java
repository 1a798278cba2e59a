package io.khabar.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads one JSON value; what is wrong with it goes to the faults. */
@FunctionalInterface
public interface ValueReader<T> {

    /**
     * Reads a value that is present and not null.
     *
     * @param pointer where it stands in the body (RFC 6901)
     * @return null where it is faulty
     */
    @Nullable T read(JsonNode node, String pointer, Faults faults);

    /**
     * Whether a value is neither a string nor an object where it may be either; then that is reported.
     *
     * @param pointer where it stands in the body
     */
    static boolean refusesKind(JsonNode node, String pointer, Faults faults) {
        if (node.isTextual() || node.isObject()) {
            return false;
        }
        faults.pointer(pointer, "type", "must be a string or an object");
        return true;
    }

    /** A reader of a name: a text that is not blank and has at most so many code points, without white space at its ends. */
    static ValueReader<String> name(int most) {
        return ValueReaders.text(most, null, true, false);
    }
}
