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

    /** Some mentioned date meets this. */
    record Mention(Condition condition) implements Condition {}

    /** Nothing meets this. */
    record Never() implements Condition {}
}
