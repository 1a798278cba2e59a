package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.fixture.OpenSearchForTests;
import io.khabar.search.opensearch.OpenSearchIndexes;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of packaged services with one database and one OpenSearch the one that writes the index is killed: amid writes, and while it
 * builds the index anew. Another one goes on, leaves nothing out, and brings nothing back.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the build fetches no other servers")
class TakeoverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int WRITERS = 4;

    /** Articles that are written before it happens, and again after it. */
    private static final int ARTICLES = 150;

    /** Titles, the first one of a new article, the next of one that was corrected once, and so on. */
    private static final List<String> EDITIONS = List.of("wombat", "quokka", "numbat");

    private static final String PATCH = "application/merge-patch+json";
    private static final String WRITES_FROM_NOW_ON = "This process writes the search index from now on";

    private final ObjectMapper json = new ObjectMapper();
    private final String prefix = "killed-" + UUID.randomUUID();

    /** The articles that there are, and the edition of each. */
    private final Map<String, String> editions = new ConcurrentHashMap<>();

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    /** Articles that are written, corrected and deleted, each by one of several threads, until it is closed. */
    private final class Writing implements AutoCloseable {

        private final PackagedService service;
        private final AtomicInteger written = new AtomicInteger();
        private final List<Thread> writers = new ArrayList<>();
        private volatile boolean goesOn = true;

        Writing(PackagedService service) {
            this.service = service;
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(Thread.ofVirtual().start(this::write));
            }
        }

        private void write() {
            try {
                while (goesOn) {
                    article(written.getAndIncrement());
                }
            } catch (Exception | AssertionError failed) {
                failures.add(failed);
            }
        }

        private void article(int number) throws Exception {
            String id = body(
                            service.post(
                                    "/v1/articles",
                                    "{\"source\":\"takeover\",\"language\":\"en\",\"body\":\"Some words.\",\"title\":\""
                                            + EDITIONS.getFirst() + "\"}"),
                            201)
                    .path("id")
                    .asText();
            editions.put(id, EDITIONS.getFirst());
            for (String edition : EDITIONS.subList(1, 1 + number % EDITIONS.size())) {
                body(service.send("PATCH", "/v1/articles/" + id, PATCH, "{\"title\":\"" + edition + "\"}"), 200);
                editions.put(id, edition);
            }
            if (number % 4 == 0) {
                assertEquals(
                        204,
                        service.send("DELETE", "/v1/articles/" + id, "text/plain", "")
                                .statusCode());
                editions.remove(id);
            }
        }

        /** Waits until there are so many more articles. */
        void goOn() throws Exception {
            int enough = written.get() + ARTICLES;
            await("writes", () -> written.get() >= enough || !failures.isEmpty());
            assertEquals(List.of(), List.copyOf(failures));
        }

        @Override
        public void close() {
            goesOn = false;
            try {
                for (Thread writer : writers) {
                    writer.join();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void await(String what, Callable<Boolean> happens) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happens.call()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.onSpinWait();
        }
    }

    private JsonNode body(HttpResponse<String> answer, int status) throws Exception {
        assertEquals(status, answer.statusCode(), answer.body());
        return json.readTree(answer.body());
    }

    /** The index has each article once, as it is in the database, and no other. */
    private void assertAgrees(PackagedService service) throws Exception {
        assertEquals(List.of(), List.copyOf(failures));
        assertFalse(service.log().contains("\"level\":\"ERROR\""), service::log);
        await("the index follows", () -> service.get("/v1/articles?q=wombat&fields=id&limit=1&fresh=true")
                .headers()
                .firstValue("Search-Fresh")
                .equals(Optional.of("true")));
        assertEquals(
                editions.size(),
                body(service.get("/v1/search"), 200).path("documents").asInt());
        for (String edition : EDITIONS) {
            Set<String> expected = editions.entrySet().stream()
                    .filter(article -> article.getValue().equals(edition))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> found = new TreeSet<>();
            String first = "/v1/articles?fields=id&limit=100&count=exact&q=" + edition;
            for (String next = first; !next.isEmpty(); ) {
                JsonNode page = body(service.get(next), 200);
                // Counted in the index: what is not in the database is not on the page.
                assertEquals(expected.size(), page.path("total").path("value").asInt(), edition);
                page.path("items").forEach(item -> found.add(item.path("id").asText()));
                String cursor = page.path("page").path("nextCursor").asText("");
                next = cursor.isEmpty() ? "" : first + "&cursor=" + cursor;
            }
            assertEquals(expected, found, edition);
        }
    }

    @Test
    void anotherOneGoesOnWhereTheOneThatWritesWasKilled() throws Exception {
        try (OlderServer server = new OlderServer("17", Files.createDirectory(folder.resolve("server")))) {
            Map<String, String> settings = new HashMap<>(server.settings());
            settings.put("KHABAR_SEARCH_BACKEND", "opensearch");
            settings.put(
                    "KHABAR_SEARCH_OPENSEARCH_URL", OpenSearchForTests.address().toString());
            settings.put("KHABAR_SEARCH_OPENSEARCH_PREFIX", prefix);
            // The articles of this test are copies of each other.
            settings.put("KHABAR_DUPLICATES_ENABLED", "false");
            try (PackagedService first = PackagedService.launch(folder.resolve("first"), settings)) {
                first.awaitLog(WRITES_FROM_NOW_ON);
                try (PackagedService second = PackagedService.launch(folder.resolve("second"), settings)) {
                    killedAmidWrites(first, second);
                    try (PackagedService third = PackagedService.launch(folder.resolve("third"), settings)) {
                        killedWhileItBuilds(second, third);
                    }
                }
            }
        }
    }

    private void killedAmidWrites(PackagedService writer, PackagedService heir) throws Exception {
        body(heir.post("/v1/sources", "{\"key\":\"takeover\",\"name\":\"Takeover\"}"), 201);
        try (Writing writing = new Writing(heir)) {
            writing.goOn();
            await(
                    "the index follows",
                    () -> body(heir.get("/v1/search"), 200).path("documents").asInt() > ARTICLES / 2);
            assertFalse(heir.log().contains(WRITES_FROM_NOW_ON), heir::log);
            writer.kill();
            heir.awaitLog(WRITES_FROM_NOW_ON);
            writing.goOn();
        }
        assertAgrees(heir);
    }

    private void killedWhileItBuilds(PackagedService writer, PackagedService heir) throws Exception {
        Set<String> before = OpenSearchIndexes.all(prefix);
        assertEquals(1, before.size(), before::toString);
        try (Writing writing = new Writing(heir)) {
            writing.goOn();
            body(writer.send("POST", "/v1/search/rebuild", "text/plain", ""), 202);
            await("an index is begun", () -> OpenSearchIndexes.all(prefix).size() > 1);
            writer.kill();
            heir.awaitLog(WRITES_FROM_NOW_ON);
            writing.goOn();
        }
        assertAgrees(heir);
        // What was asked for is done by the other one, and what was begun is not left behind.
        await("it is built", () -> {
            Set<String> now = OpenSearchIndexes.all(prefix);
            return now.size() == 1 && !now.equals(before);
        });
        assertAgrees(heir);
    }
}
