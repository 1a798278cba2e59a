package io.khabar.mention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pattern has read: the values of its words by class, and what its inner rules meant, in the text's order. */
final class Reading {

    /** Makes the meaning of what a pattern read; null if it has none ("31 February"). */
    interface Action {
        @Nullable Expression meaning(Reading reading);
    }

    /** Something read, and what was read before it: a list that grows at its end and is shared by branches. */
    record Caught(
            @Nullable Caught before,
            int type,
            int value,
            @Nullable Expression meaning) {}

    /** In what was caught: no word classes, but the tokens before and behind one of several mentions. */
    static final int OPENED = -3;

    static final int CLOSED = -4;

    private final @Nullable Caught last;
    private final Lexicon lexicon;
    private final Hits hits;

    Reading(@Nullable Caught last, Lexicon lexicon, Hits hits) {
        this.last = last;
        this.lexicon = lexicon;
        this.hits = hits;
    }

    /** The instant that was read. */
    Instant instant() {
        return hits.instant(value("instant"));
    }

    /** The first value of a class, or null. */
    @Nullable Integer first(String type) {
        List<Integer> all = all(type);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The first value of a class that the pattern cannot do without. */
    int value(String type) {
        return all(type).getFirst();
    }

    int value(String type, int otherwise) {
        Integer first = first(type);
        return first == null ? otherwise : first;
    }

    boolean has(String type) {
        return first(type) != null;
    }

    List<Integer> all(String type) {
        return all(lexicon.type(type));
    }

    /** The values of the first of several classes that was read at all. */
    List<Integer> allOfFirst(String... types) {
        for (String type : types) {
            List<Integer> values = all(type);
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    /** The first tokens of the mentions that the pattern has brackets around. */
    List<Integer> opened() {
        return all(OPENED);
    }

    /** The tokens behind those mentions. */
    List<Integer> closed() {
        return all(CLOSED);
    }

    private List<Integer> all(int wanted) {
        List<Integer> values = new ArrayList<>(2);
        for (Caught one = last; one != null; one = one.before()) {
            if (one.type() == wanted && one.meaning() == null) {
                values.add(one.value());
            }
        }
        return values.reversed();
    }

    /** What the inner rules meant. */
    List<Expression> meanings() {
        List<Expression> meanings = new ArrayList<>(2);
        for (Caught one = last; one != null; one = one.before()) {
            if (one.meaning() != null) {
                meanings.add(one.meaning());
            }
        }
        return meanings.reversed();
    }

    Expression meaning() {
        return meanings().getFirst();
    }
}
