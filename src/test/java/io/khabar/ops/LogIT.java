package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged service logs is for machines: one JSON object a line, with the id of the request that it is about. */
class LogIT {

    private static final int WRITERS = 8;

    /** Hibernate tells each write, so that there is something to read of requests that succeed. */
    private static final String TALKATIVE = "quarkus.log.category.\"org.hibernate.SQL\".level=DEBUG\n";

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void isJsonAndTellsWhichRequestEachLineIsAbout() throws Exception {
        List<String> created = new ArrayList<>();
        String refused;
        String log;
        Path more = Files.writeString(folder.resolve("more.properties"), TALKATIVE);
        try (PackagedService service = PackagedService.launch(
                folder.resolve("data"),
                Map.of("QUARKUS_CONFIG_LOCATIONS", more.toUri().toString()))) {
            String source = id(service.post("/v1/sources", "{\"key\":\"log\",\"name\":\"مصدر\"}"), 201);
            created.addAll(atOnce(() ->
                    id(service.post("/v1/articles", "{\"source\":\"log\",\"body\":\"خبر عاجل من دمشق.\"}"), 201)));
            refused = id(service.post("/v1/articles", "{\"source\":\"log\",\"body\":7}"), 400);
            assertEquals(143, service.terminate());
            log = service.log();
            assertEquals(1, written(log, source, "insert into Source"));
        }
        for (String request : created) {
            assertEquals(1, written(log, request, "insert into Article"), request);
        }
        assertEquals(0, written(log, refused, "insert into"));
        assertEquals(WRITERS, written(log, null, "insert into Article"));
        for (String line : log.lines().toList()) {
            JsonNode entry = entry(line);
            // Nothing of this is to worry an operator.
            assertFalse(
                    List.of("WARN", "WARNING", "ERROR")
                            .contains(entry.path("level").asText()),
                    line);
            if (entry.path("threadName").asText().startsWith("quarkus-virtual-thread")) {
                assertFalse(requestId(entry).isEmpty(), line);
            }
        }
    }

    private static List<String> atOnce(Callable<String> request) throws Exception {
        List<String> ids = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> id : threads.invokeAll(Collections.nCopies(WRITERS, request))) {
                ids.add(id.get());
            }
        }
        return ids;
    }

    private static String id(HttpResponse<String> answer, int status) {
        assertEquals(status, answer.statusCode(), answer.body());
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    /** How many lines of a request, or of any, begin so. */
    private long written(String log, @Nullable String request, String beginning) throws Exception {
        long lines = 0;
        for (String line : log.lines().toList()) {
            JsonNode entry = entry(line);
            if (entry.path("message").asText().strip().startsWith(beginning)
                    && (request == null || request.equals(requestId(entry)))) {
                lines++;
            }
        }
        return lines;
    }

    private static String requestId(JsonNode entry) {
        return entry.path("mdc").path("requestId").asText();
    }

    private JsonNode entry(String line) throws Exception {
        JsonNode entry = json.readTree(line);
        assertTrue(entry.isObject(), line);
        for (String member : List.of("timestamp", "level", "loggerName", "message", "threadName")) {
            assertTrue(entry.path(member).isTextual(), line);
        }
        OffsetDateTime.parse(entry.path("timestamp").asText());
        return entry;
    }
}
