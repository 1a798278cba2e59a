package io.khabar.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.Articles;
import io.khabar.fixture.Sources;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.search.ArticleIndex;
import io.khabar.search.Condition;
import io.khabar.search.Engines;
import io.khabar.search.IndexStore;
import io.khabar.search.Order;
import io.khabar.search.Recency;
import io.khabar.search.SearchEngine;
import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of an index are damaged under the service that uses it: it is noticed, told once, and mended from the database. */
@QuarkusTest
class DamagedIndexTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    SearchPeers peers;

    /** How often it is said that the index is damaged. */
    private static final class Told extends Handler implements AutoCloseable {

        private final AtomicInteger times = new AtomicInteger();
        private final Logger logger = Logger.getLogger("io.khabar.search.Answering");

        Told() {
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord message) {
            if (message.getMessage().contains("is damaged")) {
                times.incrementAndGet();
            }
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith("_"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void truncate(Path file) {
        try (FileChannel opened = FileChannel.open(file, StandardOpenOption.WRITE)) {
            opened.truncate(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long found(SearchEngine engine, String word) {
        return engine.ask(index -> index.search(
                                Query.parse(word),
                                List.of(TextField.values()),
                                Condition.ANYTHING,
                                Order.best(0, new Recency(0, Instant.EPOCH)),
                                10,
                                10)
                        .hits())
                .size();
    }

    @Test
    void aWishForAnotherIndexIsKeptWheneverItComes(@TempDir Path folder) throws Exception {
        Articles.created(Sources.created());
        IndexStore store = Engines.folder(folder);
        AtomicInteger begun = new AtomicInteger();
        IndexStore counting = (IndexStore) Proxy.newProxyInstance(
                IndexStore.class.getClassLoader(), new Class<?>[] {IndexStore.class}, (_, method, arguments) -> {
                    // The second one fails.
                    if (method.getName().equals("begin") && begun.incrementAndGet() == 2) {
                        throw new IOException("of a test");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
        try (SearchPeer peer = peers.started(counting)) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            peer.follows();
            for (int wishes = 1; wishes <= 4; wishes++) {
                // As soon as nothing is built, at the very end of the one before.
                while (peer.builds()) {
                    assertTrue(System.nanoTime() < end, "it is built without end");
                }
                int before = begun.get();
                peer.rebuild();
                while (begun.get() == before) {
                    assertTrue(System.nanoTime() < end, "a wish is lost");
                }
            }
            peer.follows();
        }
    }

    private static void isMended(SearchPeer peer, String word) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean mended = false;
        while (!mended) {
            assertTrue(System.nanoTime() < end, "it is not mended");
            try {
                mended = found(peer.engine(), word) == 1;
            } catch (ProblemException hindered) {
                assertEquals(ProblemCode.SEARCH_REBUILDING, hindered.code());
            }
        }
        // Once: it answers a moment before its building is over.
        while (peer.builds()) {
            assertTrue(System.nanoTime() < end, "it is built again and again");
            Thread.onSpinWait();
        }
        peer.follows();
    }

    @Test
    void isMendedWhereASearchMeetsFilesThatWereCutOff(@TempDir Path folder) throws Exception {
        String word = Sources.word();
        Articles.created(Sources.created(), "title", word);
        try (Told told = new Told();
                SearchPeer peer = peers.started(Engines.folder(folder))) {
            peer.follows();
            assertEquals(1, found(peer.engine(), word));
            files(folder).forEach(DamagedIndexTest::truncate);
            ProblemException refused = assertThrows(ProblemException.class, () -> found(peer.engine(), word));
            assertEquals(ProblemCode.SEARCH_REBUILDING, refused.code());
            isMended(peer, word);
            assertEquals(1, told.times.get());
        }
    }

    @Test
    void isMendedWhereAWriteMeetsFilesThatWereCutOff(@TempDir Path folder) throws Exception {
        String word = Sources.word();
        String source = Sources.created();
        Articles.created(source);
        try (Told told = new Told();
                SearchPeer peer = peers.started(Engines.folder(folder))) {
            peer.follows();
            files(folder).forEach(DamagedIndexTest::truncate);
            Articles.created(source, "title", word);
            isMended(peer, word);
            assertEquals(1, told.times.get());
        }
    }

    @Test
    void isMendedWhereItsFolderIsGone(@TempDir Path folder) throws Exception {
        String word = Sources.word();
        String source = Sources.created();
        Articles.created(source);
        try (SearchPeer peer = peers.started(Engines.folder(folder))) {
            peer.follows();
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(java.util.Comparator.reverseOrder())
                        .filter(file -> file.toString().contains("index-"))
                        .toList()) {
                    Files.delete(one);
                }
            }
            Articles.created(source, "title", word);
            isMended(peer, word);
        }
    }

    @Test
    void isMendedAtTheStartWhereAFileIsGone(@TempDir Path folder) throws Exception {
        String word = Sources.word();
        Articles.created(Sources.created(), "title", word);
        try (SearchPeer peer = peers.started(Engines.folder(folder))) {
            peer.follows();
        }
        Files.delete(files(folder).getFirst());
        try (SearchPeer peer = peers.started(Engines.folder(folder))) {
            isMended(peer, word);
        }
    }

    @Test
    void isNotTakenForDamageWhatFailsElsewhere(@TempDir Path folder) throws Exception {
        Articles.created(Sources.created());
        try (SearchPeer peer = peers.started(Engines.folder(folder))) {
            peer.follows();
            ArticleIndex before = peer.engine().answering();
            java.io.EOFException lost = new java.io.EOFException();
            java.sql.SQLException database = new java.sql.SQLException("the server is gone", lost);
            assertThrows(IllegalStateException.class, () -> peer.engine().ask(_ -> {
                throw new IllegalStateException(database);
            }));
            IOException full = new IOException("No space left on device");
            assertThrows(IllegalStateException.class, () -> peer.engine().ask(_ -> {
                throw new IllegalStateException(new org.apache.lucene.store.AlreadyClosedException("closed", full));
            }));
            assertEquals(before, peer.engine().answering());
        }
    }
}
