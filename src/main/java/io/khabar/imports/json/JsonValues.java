package io.khabar.imports.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into what {@link LooseJson} read. */
public final class JsonValues {

    private JsonValues() {}

    /** The value as an object; null where it is none. */
    // Keys of the reader's maps are strings, as those of JSON are.
    @SuppressWarnings("unchecked")
    public static @Nullable Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    }

    /** The items of a list; a value alone is a list of one, null one of none. */
    public static List<Object> list(@Nullable Object value) {
        List<Object> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (item != null) {
                    items.add(item);
                }
            }
        } else if (value != null) {
            items.add(value);
        }
        return items;
    }

    /** The text of a string or number, or of the first in a list; null for all else. */
    public static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Double number ->
                number == Math.rint(number) && Math.abs(number) < 1e15
                        ? Long.toString(number.longValue())
                        : number.toString();
            case BigInteger number -> number.toString();
            case List<?> list -> list.isEmpty() ? null : text(list.getFirst());
            case null, default -> null;
        };
    }
}
