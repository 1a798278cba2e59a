package io.khabar.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.document.LongRange;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.pojo.bridge.ValueBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.ValueBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.ValueBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.ValueBridgeToIndexedValueContext;
import org.jspecify.annotations.Nullable;

/** Periods of an article, any number of them, each with its first and its last microsecond. */
public final class Periods {

    /** From the first microsecond to the last one, which is in it. */
    public record Period(long first, long last) {}

    private final List<Period> periods = new ArrayList<>();

    /** Takes up what lies from a microsecond to another one, which is not in it any more. What is empty overlaps nothing. */
    void add(long from, long to) {
        if (from < to) {
            periods.add(new Period(from, to - 1));
        }
    }

    /** The periods. */
    public List<Period> list() {
        return Collections.unmodifiableList(periods);
    }

    /** Tells the mapper of the engine how periods become a field of the index. */
    public static final class Binder implements ValueBinder {

        /** Made by the mapper. */
        public Binder() {}

        @Override
        public void bind(ValueBindingContext<?> context) {
            context.bridge(
                    Periods.class,
                    new AsItIs(),
                    context.typeFactory()
                            .extension(LuceneExtension.get())
                            .asNative(
                                    Periods.class,
                                    (name, all, into) -> all.periods.forEach(one -> into.accept(
                                            new LongRange(name, new long[] {one.first}, new long[] {one.last})))));
        }
    }

    private static final class AsItIs implements ValueBridge<Periods, Periods> {

        @Override
        public @Nullable Periods toIndexedValue(@Nullable Periods periods, ValueBridgeToIndexedValueContext context) {
            return periods == null || periods.periods.isEmpty() ? null : periods;
        }
    }
}
