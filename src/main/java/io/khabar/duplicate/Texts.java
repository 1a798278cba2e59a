package io.khabar.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of rows that are written together: arrays of texts, as the driver makes no arrays of ids with nulls. */
final class Texts {

    private Texts() {}

    /** A value of one of them. */
    interface Value<T> {
        @Nullable Object of(T one);
    }

    /** The values of all as PostgreSQL reads them, in the order of the elements. */
    static <T> List<@Nullable String> of(Collection<T> all, Value<T> value) {
        List<@Nullable String> texts = new ArrayList<>(all.size());
        for (T one : all) {
            Object made = value.of(one);
            texts.add(made == null ? null : made.toString());
        }
        return texts;
    }
}
