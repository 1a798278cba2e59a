package io.khabar.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.search.ArticleIndex;
import io.khabar.search.Engines;
import io.khabar.search.IndexStore;
import io.khabar.search.SearchEngine;
import io.khabar.search.SearchSettings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchHealthTest {

    @Inject
    SearchSettings settings;

    @Inject
    Indexer indexer;

    @Inject
    Following following;

    private final AtomicInteger asked = new AtomicInteger();

    /** An index that answers once, and then is out of reach. */
    private ArticleIndex index() {
        return (ArticleIndex) Proxy.newProxyInstance(
                ArticleIndex.class.getClassLoader(),
                new Class<?>[] {ArticleIndex.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "ask" -> {
                        @SuppressWarnings("unchecked") // What the method declares.
                        Function<ArticleIndex, Object> question = (Function<ArticleIndex, Object>) arguments[0];
                        yield Optional.of(question.apply((ArticleIndex) proxy));
                    }
                    case "documents" -> {
                        if (asked.incrementAndGet() > 1) {
                            throw new ProblemException(ProblemCode.SEARCH_UNAVAILABLE, "away");
                        }
                        yield 7L;
                    }
                    default -> null;
                });
    }

    private IndexStore store() {
        return (IndexStore) Proxy.newProxyInstance(
                IndexStore.class.getClassLoader(),
                new Class<?>[] {IndexStore.class},
                (_, method, _) -> switch (method.getName()) {
                    case "open" -> index();
                    case "isShared" -> true;
                    default -> null;
                });
    }

    @Test
    void saysWhatWasSeenLastAndAsksNothing() throws Exception {
        SearchEngine engine = Engines.of(settings, store());
        SearchHealth health = new SearchHealth(engine, indexer, following);
        assertEquals("rebuilding", data(health).get("state"));
        engine.open();
        assertNull(engine.sight());
        engine.look(Instant.EPOCH);
        assertEquals(new SearchEngine.Sight(7, Instant.EPOCH), engine.sight());
        for (int i = 0; i < 3; i++) {
            assertEquals("ready", data(health).get("state"));
            assertEquals(7L, data(health).get("articles"));
        }
        assertEquals(1, asked.get());
        // As the thread says that looks.
        engine.unreachable(true);
        assertEquals("unavailable", data(health).get("state"));
        assertEquals(1, asked.get());
    }

    private static Map<String, Object> data(SearchHealth health) {
        return health.call().getData().orElseThrow();
    }
}
