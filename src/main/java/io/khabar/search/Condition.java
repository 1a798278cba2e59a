package io.khabar.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an article must meet, on the fields of {@link IndexedArticle}; it does not count for the order of hits. */
public sealed interface Condition {

    /** Met by all. */
    Condition ANYTHING = new All(List.of());

    /** Has one of these values. */
    record Any(String field, List<?> values) implements Condition {

        public Any {
            values = List.copyOf(values);
        }
    }

    /** Is one of these articles. */
    record Ids(List<UUID> ids) implements Condition {

        public Ids {
            ids = List.copyOf(ids);
        }
    }

    /** Has a number from a least, included, to a most, excluded; null where there is no bound. */
    record Range(
            String field, @Nullable Long from, @Nullable Long to) implements Condition {}

    /** Meets all of these. */
    record All(List<Condition> conditions) implements Condition {

        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** Meets one of these. */
    record Either(List<Condition> conditions) implements Condition {

        public Either {
            conditions = List.copyOf(conditions);
        }
    }

    /** Does not meet this; also where it has no value. */
    record Not(Condition condition) implements Condition {}

    /** Has a period that overlaps this one, from its begin, included, to its end, excluded; null where it is open. */
    record Overlap(
            String field, @Nullable Long from, @Nullable Long to) implements Condition {

        /** Whether nothing can overlap it. */
        public boolean isEmpty() {
            return (to != null && to == Long.MIN_VALUE) || (from != null && to != null && from >= to);
        }

        /** The first microsecond in it. */
        public long first() {
            return from == null ? Long.MIN_VALUE : from;
        }

        /** The last microsecond in it. */
        public long last() {
            return to == null ? Long.MAX_VALUE : to - 1;
        }
    }

    /** Nothing meets this. */
    record Never() implements Condition {}
}
