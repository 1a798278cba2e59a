package io.khabar.search;

import io.khabar.search.highlight.Highlighter;
import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An index of articles. Writes come from one thread; searches from any number. All find and rank alike, as what they
 * compare is made by {@link Matching} and {@link Condition} alone.
 *
 * <p>Everything that asks throws a {@link io.khabar.http.ProblemException}, {@code search-unavailable} or
 * {@code search-rebuilding}, where the index is elsewhere and cannot be asked.
 */
public interface ArticleIndex extends AutoCloseable {

    /** Counts how indexes are built: an index with another number is built anew. */
    int FORMAT = 6;

    /**
     * Asks while the index is open; empty where it is closed.
     *
     * @throws DamagedIndexException where it is damaged
     */
    <T> Optional<T> ask(Function<ArticleIndex, T> question);

    /**
     * Writes what has changed and takes out what is gone. When it returns, a crash loses none of it, and searches see it
     * if this index answers.
     *
     * @throws IOException where it may not have been written; to be tried again
     * @throws DamagedIndexException where there is no use in that
     */
    default void write(List<IndexedArticle> changed, Collection<UUID> gone) throws IOException {
        add(changed, gone);
        commit();
    }

    /**
     * The same, but a crash may lose it and searches need not see it before {@link #commit}. Of many portions that are
     * committed one by one, each is a part of its own on the disk, and all are merged again and again.
     */
    void add(List<IndexedArticle> changed, Collection<UUID> gone) throws IOException;

    /** Makes what was added last, and lets searches see it. */
    void commit() throws IOException;

    /** The number of articles in it. */
    long documents();

    /**
     * Counts the values that articles have.
     *
     * @param query what the articles must match; null for all
     * @param fields where
     * @param filter what they must meet besides
     * @param of the names of the fields whose values are counted, each with how many of its values to tell
     */
    Counts count(@Nullable Query query, List<TextField> fields, Condition filter, Map<String, Integer> of);

    /**
     * All articles that a search finds, each once and in no order; without a query all that meet the condition. They
     * may be more than fit into memory.
     *
     * @param portion how many are told of at a time
     * @param taker takes each portion; the last may be smaller, none is empty
     */
    void ids(@Nullable Query query, List<TextField> fields, Condition filter, int portion, Consumer<List<UUID>> taker);

    /** Marks what a query finds in texts. */
    Highlighter highlighter(Query query, List<TextField> fields);

    /**
     * Searches.
     *
     * @param query what to look for
     * @param fields where
     * @param filter what hits must meet besides
     * @param limit most hits
     * @param countTo how far to count all hits; beyond it the count is a lower bound
     */
    Hits search(Query query, List<TextField> fields, Condition filter, Order order, int limit, int countTo);

    /** Reads what somebody is typing. */
    Typed typed(String text);

    /** The articles of which a text begins as somebody types, those that match best and are recent first. */
    List<UUID> begun(Typed typed, TextField field, Recency recency, int limit);

    /** A query with each word that no article has replaced by the nearest that one has; empty where there is none. */
    Optional<String> corrected(String query);

    /**
     * Articles that speak of the same, the most alike first.
     *
     * @param sample what they should be like
     * @param except an article that is left out: the one that the sample is from
     */
    Hits like(Sample sample, UUID except, int limit);

    /** Closes it, when all that ask have their answers. */
    @Override
    void close();
}
