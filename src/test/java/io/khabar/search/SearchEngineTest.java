package io.khabar.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.khabar.search.SearchSettings.Backend;
import io.khabar.search.text.Languages;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchEngineTest {

    private record Settings(Path dir) implements SearchSettings {

        @Override
        public Backend backend() {
            return Backend.LUCENE;
        }

        @Override
        public float recency() {
            return 0;
        }
    }

    /** An index of one process, in a store that does not delete what was replaced. */
    private static IndexStore uncleanable(Path folder) {
        return (IndexStore) Proxy.newProxyInstance(
                IndexStore.class.getClassLoader(),
                new Class<?>[] {IndexStore.class},
                (_, method, _) -> switch (method.getName()) {
                    case "begin" -> LuceneIndex.open(folder, new Languages());
                    case "isShared" -> false;
                    case "clean" -> throw new IOException("busy");
                    default -> null;
                });
    }

    @Test
    void answersThoughWhatWasReplacedCannotBeDeleted(@TempDir Path folder) throws IOException {
        SearchEngine engine = new SearchEngine(new Settings(folder), uncleanable(folder.resolve("index")));
        assertNull(engine.answering());
        engine.replace(engine.begin(), "");
        assertEquals(0L, engine.ask(ArticleIndex::documents));
        engine.close();
    }
}
