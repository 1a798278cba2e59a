package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service is killed in the middle of writes, told to stop in the middle of them, and started twice. */
class CrashIT {

    private static final int WRITERS = 8;

    /** Acknowledged writes before it happens. */
    private static final int WRITES = 200;

    @TempDir
    Path folder;

    /** Ids of the articles that were acknowledged, from writers that go on until the service is gone. */
    private static final class Writing {

        final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        final Queue<String> refused = new ConcurrentLinkedQueue<>();
        private final CountDownLatch enough = new CountDownLatch(WRITES);
        private final List<Thread> writers = new ArrayList<>();

        Writing(PackagedService service) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(Thread.ofVirtual().start(() -> write(service)));
            }
        }

        private void write(PackagedService service) {
            ObjectMapper json = new ObjectMapper();
            try {
                while (true) {
                    HttpResponse<String> answer =
                            service.post("/v1/articles", "{\"source\":\"crash\",\"body\":\"خبر عاجل من دمشق.\"}");
                    if (answer.statusCode() == 201) {
                        acknowledged.add(json.readTree(answer.body()).get("id").asText());
                        enough.countDown();
                    } else {
                        refused.add(answer.statusCode() + " " + answer.body());
                    }
                }
            } catch (IOException gone) {
                // The end that every writer meets.
            } catch (Exception unexpected) {
                refused.add(unexpected.toString());
            }
        }

        void awaitEnough() throws InterruptedException {
            enough.await();
        }

        void join() throws InterruptedException {
            for (Thread writer : writers) {
                writer.join();
            }
        }
    }

    private static void assertThere(PackagedService service, Iterable<String> ids) throws Exception {
        for (String id : ids) {
            assertEquals(200, service.get("/v1/articles/" + id + "?fields=id").statusCode(), id);
        }
    }

    private static void makeSource(PackagedService service) throws Exception {
        assertEquals(
                201,
                service.post("/v1/sources", "{\"key\":\"crash\",\"name\":\"مصدر\"}")
                        .statusCode());
    }

    @Test
    void keepsEveryAcknowledgedWriteWhenItIsKilled() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            try (PackagedService service = PackagedService.launch(folder)) {
                if (round == 0) {
                    makeSource(service);
                }
                assertThere(service, acknowledged);
                Writing writing = new Writing(service);
                writing.awaitEnough();
                service.kill();
                writing.join();
                assertEquals(List.of(), List.copyOf(writing.refused));
                acknowledged.addAll(writing.acknowledged);
            }
        }
        try (PackagedService service = PackagedService.launch(folder)) {
            assertTrue(acknowledged.size() >= 2 * WRITES);
            assertThere(service, acknowledged);
            // What was not acknowledged may be there, at most one for each writer and round.
            int counted = new ObjectMapper()
                    .readTree(service.get("/v1/articles?count=exact&limit=1&fields=id")
                            .body())
                    .path("total")
                    .path("value")
                    .asInt();
            assertTrue(
                    counted >= acknowledged.size() && counted <= acknowledged.size() + 2 * WRITERS,
                    counted + " of " + acknowledged.size());
            assertSearched(service, counted);
            // The index was not given up, but went on where it was.
            assertFalse(service.log().contains("Built the search index"), service::log);
        }
    }

    /** The search index has each article once. */
    private static void assertSearched(PackagedService service, int articles) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        HttpResponse<String> found;
        do {
            assertTrue(System.nanoTime() < end, service::log);
            found = service.get("/v1/articles?q=%D8%AF%D9%85%D8%B4%D9%82&count=exact&limit=1&fields=id&fresh=true");
        } while (!found.headers().firstValue("Search-Fresh").equals(Optional.of("true")));
        assertEquals(200, found.statusCode(), found.body());
        ObjectMapper json = new ObjectMapper();
        assertEquals(
                articles,
                json.readTree(found.body()).path("total").path("value").asInt());
        assertEquals(
                articles,
                json.readTree(service.get("/v1/search").body())
                        .path("documents")
                        .asInt());
    }

    @Test
    void finishesWhatRunsWhenItIsToldToStop() throws Exception {
        Writing writing;
        try (PackagedService service = PackagedService.launch(folder)) {
            makeSource(service);
            writing = new Writing(service);
            writing.awaitEnough();
            assertEquals(143, service.terminate(), service::log);
            writing.join();
            assertFalse(service.log().matches("(?s).*\"level\":\"(?:ERROR|WARN)\".*"), service::log);
        }
        assertFalse(ServerProcesses.anyOn(folder), "the database server is still there");
        try (PackagedService service = PackagedService.launch(folder)) {
            assertThere(service, writing.acknowledged);
        }
    }

    /** As soon as the sample is there, much else of the start is still to be done. */
    @Test
    void endsWithoutFaultWhenItIsToldToStopWhileItStarts() throws Exception {
        try (PackagedService service = PackagedService.launchWithSample(folder)) {
            service.awaitLog("sample articles");
            assertEquals(143, service.terminate(), service::log);
            assertFalse(service.log().contains("\"level\":\"ERROR\""), service::log);
        }
        assertFalse(ServerProcesses.anyOn(folder), "the database server is still there");
    }

    @Test
    void endsWhenItsDatabaseIsKilledAndComesUpAgain() throws Exception {
        try (PackagedService service = PackagedService.launch(folder)) {
            makeSource(service);
            ServerProcesses.kill(folder);
            assertEquals(1, service.exitCode());
            assertTrue(service.log().contains("The embedded database server has ended by itself."), service::log);
        }
        try (PackagedService service = PackagedService.launch(folder)) {
            assertEquals(200, service.get("/v1/sources/crash").statusCode());
        }
    }

    @Test
    void refusesTheFolderOfAnother() throws Exception {
        try (PackagedService first = PackagedService.launch(folder)) {
            first.address();
            try (PackagedService second = PackagedService.launch(folder)) {
                assertEquals(1, second.exitCode());
                assertTrue(second.log().contains(folder + " is in use by another Khabar (process "), second::log);
            }
            assertEquals(200, first.get("/q/health/ready").statusCode());
        }
    }
}
