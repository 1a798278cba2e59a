package io.khabar.search;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.pojo.bridge.ValueBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.ValueBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.ValueBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.ValueBridgeToIndexedValueContext;
import org.jspecify.annotations.Nullable;

/**
 * The terms of all texts of an article, without their places, each with how often it occurs. An occurrence in a text that
 * weighs more counts several times (BM25F), so that a search everywhere reads one list for a term instead of one for each
 * text.
 */
public final class Bag {

    /** Lengths would be wrong by more than a ranking needs to know. */
    private static final int MOST = 1 << 20;

    private static final FieldType TYPE = new FieldType();

    static {
        TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TYPE.freeze();
    }

    private final Map<String, Integer> frequencies = new HashMap<>();

    /** Takes up the terms of a text. */
    void add(List<String> terms, int weight) {
        terms.forEach(term -> frequencies.merge(term, weight, (one, more) -> Math.min(one + more, MOST)));
    }

    /** How often each term occurs, weights counted in. */
    public Map<String, Integer> frequencies() {
        return Collections.unmodifiableMap(frequencies);
    }

    private IndexableField field(String name) {
        return new Field(name, new Terms(frequencies), TYPE);
    }

    private static final class Terms extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final Map<String, Integer> frequencies;
        private Iterator<Map.Entry<String, Integer>> rest;

        Terms(Map<String, Integer> frequencies) {
            this.frequencies = frequencies;
            this.rest = frequencies.entrySet().iterator();
        }

        @Override
        public void reset() {
            rest = frequencies.entrySet().iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!rest.hasNext()) {
                return false;
            }
            Map.Entry<String, Integer> next = rest.next();
            term.setEmpty().append(next.getKey());
            frequency.setTermFrequency(next.getValue());
            return true;
        }
    }

    /** Tells the mapper of the engine how a bag becomes a field of the index. */
    public static final class Binder implements ValueBinder {

        /** Made by the mapper. */
        public Binder() {}

        @Override
        public void bind(ValueBindingContext<?> context) {
            context.bridge(
                    Bag.class,
                    new AsItIs(),
                    context.typeFactory()
                            .extension(LuceneExtension.get())
                            .asNative(Bag.class, (name, bag, into) -> into.accept(bag.field(name))));
        }
    }

    private static final class AsItIs implements ValueBridge<Bag, Bag> {

        @Override
        public @Nullable Bag toIndexedValue(@Nullable Bag bag, ValueBridgeToIndexedValueContext context) {
            return bag == null || bag.frequencies.isEmpty() ? null : bag;
        }
    }
}
