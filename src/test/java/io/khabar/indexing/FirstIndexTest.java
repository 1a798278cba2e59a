package io.khabar.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Changes;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Sources;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.search.ArticleIndex;
import io.khabar.search.Engines;
import io.khabar.search.IndexStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no index that can be used at the start, one is built, and searches are told how far it is. */
@QuarkusTest
class FirstIndexTest {

    @Inject
    SearchPeers peers;

    private static Object invoked(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** A store whose new index takes a first portion, and the next ones only when it is let go. */
    private static IndexStore slow(Path folder, CountDownLatch go) {
        IndexStore store = Engines.folder(folder);
        AtomicInteger portions = new AtomicInteger();
        return (IndexStore) Proxy.newProxyInstance(
                IndexStore.class.getClassLoader(), new Class<?>[] {IndexStore.class}, (_, method, arguments) -> {
                    Object answer = invoked(store, method, arguments);
                    return method.getName().equals("begin") ? slow((ArticleIndex) answer, portions, go) : answer;
                });
    }

    private static ArticleIndex slow(ArticleIndex index, AtomicInteger portions, CountDownLatch go) {
        return (ArticleIndex) Proxy.newProxyInstance(
                ArticleIndex.class.getClassLoader(),
                new Class<?>[] {ArticleIndex.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("add") && portions.incrementAndGet() > 1) {
                        go.await();
                    }
                    return method.getName().equals("equals")
                            ? proxy == arguments[0]
                            : invoked(index, method, arguments);
                });
    }

    private static Map<String, Object> data(SearchPeer peer) {
        HealthCheckResponse health = peer.health();
        assertEquals(HealthCheckResponse.Status.UP, health.getStatus());
        return health.getData().orElseThrow();
    }

    private static ProblemException refused(SearchPeer peer) {
        return assertThrows(ProblemException.class, () -> peer.engine().ask(ArticleIndex::documents));
    }

    @Test
    void isToldOfWhileItIsBuiltAndHindersNoReading(@TempDir Path folder) throws Exception {
        String source = Sources.created();
        Imports.lines(
                "",
                IntStream.range(0, Following.AT_ONCE + 1)
                        .mapToObj(i ->
                                Articles.body(source, "externalId", "n" + i).toString())
                        .collect(Collectors.joining("\n")));
        CountDownLatch go = new CountDownLatch(1);
        try (SearchPeer peer = peers.started(slow(folder, go))) {
            try {
                String begun = Following.AT_ONCE + " of about ";
                Changes.eventually(
                        () -> data(peer).getOrDefault("rebuilt", "").toString().startsWith(begun));
                Map<String, Object> data = data(peer);
                assertEquals("rebuilding", data.get("state"));
                assertFalse(data.containsKey("articles"), data::toString);
                ProblemException refused = refused(peer);
                assertEquals(ProblemCode.SEARCH_REBUILDING, refused.code());
                assertEquals(
                        "The search index is being built. " + data.get("rebuilt") + " articles are in it.",
                        refused.detail());
                assertEquals("rebuilding", SearchState.of(peer.engine()).word());
                assertEquals(
                        Following.AT_ONCE + 1,
                        Api.get("/v1/articles?limit=100&fields=id&source=" + source)
                                .is(200)
                                .json()
                                .path("items")
                                .size());
            } finally {
                go.countDown();
            }
            peer.follows();
            assertEquals("ready", data(peer).get("state"));
            // The index answers a moment before its building is over.
            Changes.eventually(() -> !data(peer).containsKey("rebuilt"));
            assertEquals("ready", SearchState.of(peer.engine()).word());
        }
    }

    @Test
    void isBuiltInPlaceOfOneOfAnotherFormat(@TempDir Path folder) throws Exception {
        Articles.created(Sources.created());
        try (SearchPeer peer = peers.started(Engines.folder(folder))) {
            peer.follows();
        }
        Path note = folder.resolve("follows");
        List<String> lines = Files.readAllLines(note);
        assertEquals(String.valueOf(ArticleIndex.FORMAT), lines.getFirst());
        Files.createFile(folder.resolve(lines.get(1)).resolve("of-the-one-before"));
        try (SearchPeer peer = peers.started(Engines.folder(folder))) {
            peer.follows();
        }
        assertTrue(Files.exists(folder.resolve(lines.get(1)).resolve("of-the-one-before")), "it was built anew");

        Files.writeString(note, Files.readString(note).replaceFirst("^\\d+", "" + (ArticleIndex.FORMAT - 1)));
        try (SearchPeer peer = peers.started(Engines.folder(folder))) {
            peer.follows();
        }
        assertEquals(
                String.valueOf(ArticleIndex.FORMAT), Files.readAllLines(note).getFirst());
        assertFalse(Files.exists(folder.resolve(lines.get(1)).resolve("of-the-one-before")), "it is still used");
    }
}
