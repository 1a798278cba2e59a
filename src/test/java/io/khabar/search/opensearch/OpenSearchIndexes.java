package io.khabar.search.opensearch;

import io.khabar.fixture.OpenSearchForTests;
import io.khabar.search.ArticleIndex;
import io.khabar.search.IndexStore;
import io.khabar.search.text.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Indexes in the OpenSearch of the tests. */
public final class OpenSearchIndexes {

    private static final AtomicLong TURNS = new AtomicLong(1);

    private OpenSearchIndexes() {}

    static Nodes nodes() {
        return new Nodes(List.of(OpenSearchForTests.address()), Optional.empty(), Optional.empty());
    }

    /** A store as another process has it. */
    public static IndexStore store(String prefix) {
        return new OpenSearchStore(nodes(), prefix, 1);
    }

    /** A store whose OpenSearch is not there: nothing listens on port 9. */
    public static IndexStore away(String prefix) {
        Nodes nobody = new Nodes(List.of(URI.create("http://127.0.0.1:9")), Optional.empty(), Optional.empty());
        return new OpenSearchStore(nobody, prefix, 1);
    }

    /** Deletes the index that answers, as somebody may do by hand. */
    public static void lose(String prefix) {
        try {
            nodes().send("DELETE", "/" + answering(prefix), null, Nodes.WRITE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The name of the index that answers. */
    public static String answering(String prefix) {
        try {
            return nodes().send("GET", "/_alias/" + prefix + "-articles", null, Nodes.SEARCH)
                    .fieldNames()
                    .next();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The names of all indexes of articles, also of those that do not answer. */
    public static Set<String> all(String prefix) {
        try {
            Set<String> names = new TreeSet<>();
            nodes().send("GET", "/" + prefix + "-articles-*/_alias", null, Nodes.SEARCH)
                    .fieldNames()
                    .forEachRemaining(names::add);
            return names;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The index of a name, made where there is none, in so many parts. */
    public static ArticleIndex open(String name, int parts, Languages languages) {
        OpenSearchStore store = new OpenSearchStore(nodes(), "test-" + name, parts);
        store.turn(TURNS.incrementAndGet());
        try {
            if (store.note().isEmpty()) {
                store.begin(languages).close();
                store.replace("");
                store.clean();
            }
            return store.open(languages);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
