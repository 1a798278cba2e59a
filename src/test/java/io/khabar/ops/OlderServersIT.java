package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged service does its work on each PostgreSQL that it is said to run on and does not bring. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the build fetches no others")
class OlderServersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String PATCH = "application/merge-patch+json";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    private JsonNode body(HttpResponse<String> answer, int status) throws Exception {
        assertEquals(status, answer.statusCode(), answer.body());
        return json.readTree(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "16", "17"})
    void worksOnIt(String version) throws Exception {
        Path data = folder.resolve("data");
        try (OlderServer server = new OlderServer(version, Files.createDirectory(folder.resolve("server")))) {
            assertEquals(Integer.parseInt(version), server.version() / 10_000);
            Map<String, String> settings = new HashMap<>(server.settings());
            settings.put("KHABAR_SAMPLE", "true");
            try (PackagedService service = PackagedService.launch(data, settings)) {
                works(service);
                assertEquals(143, service.terminate());
                assertFalse(service.log().contains("\"level\":\"ERROR\""), service::log);
            }
            assertFalse(Files.exists(data.resolve("postgres")), "a server of our own was started");
        }
    }

    private void works(PackagedService service) throws Exception {
        assertEquals(
                "UP", body(service.get("/q/health/ready"), 200).path("status").asText());
        int sample = json.readTree(
                        Path.of("src/main/resources/sample/articles.json").toFile())
                .size();
        JsonNode counted = body(service.get("/v1/articles?limit=1&count=exact"), 200);
        assertEquals(sample, counted.path("total").path("value").asInt());
        body(service.post("/v1/sources", "{\"key\":\"older\",\"name\":\"وكالة قديمة\"}"), 201);
        JsonNode created = body(
                service.post(
                        "/v1/articles",
                        "{\"source\":\"older\",\"title\":\"مكتبة\",\"published\":\"2021-09\",\"language\":\"ar-SY\","
                                + "\"body\":\"افتتحت البلدية مكتبة زرقاوية عام 2011.\"}"),
                201);
        String path = "/v1/articles/" + created.path("id").asText();
        JsonNode patched = body(service.send("PATCH", path, PATCH, "{\"published\":\"2021-09-14\"}"), 200);
        assertEquals("2021-09-14", patched.path("published").path("value").asText());
        JsonNode report = body(
                service.send(
                        "POST",
                        "/v1/imports?published=2021-09-15",
                        "text/plain",
                        "أعلنت وزارة التربية يوم الاثنين موعد بدء الدراسة.\nوقالت إن المدارس مفتوحة.\nوكالة قديمة\n"),
                200);
        JsonNode imported = report.path("items").path(0);
        assertEquals("created", imported.path("outcome").asText(), report.toString());
        String other = imported.path("article").path("id").asText();
        List<String> both = List.of(other, created.path("id").asText());
        assertEquals(both, ids(service.get("/v1/articles?source=older")));
        assertEquals(both.subList(1, 2), ids(service.get("/v1/articles?source=older&language=ar-SY&mentions=2011")));
        assertEquals(both.subList(0, 1), ids(service.get("/v1/articles?source=older&mentions=2021-09-13")));
        assertEquals(
                both.subList(1, 2),
                ids(service.get("/v1/articles?fresh=true&q=%D8%B2%D8%B1%D9%82%D8%A7%D9%88%D9%8A%D8%A9")));
        assertEquals(
                1,
                body(service.get("/v1/sources?q=%D9%82%D8%AF%D9%8A%D9%85"), 200)
                        .path("items")
                        .size());
        assertEquals(
                2,
                body(service.get("/v1/calendar?by=month&role=published&source=older"), 200)
                        .path("items")
                        .path(0)
                        .path("count")
                        .asInt());
        String before = body(service.get("/v1/changes?after=now"), 200)
                .path("page")
                .path("nextCursor")
                .asText();
        assertEquals(204, service.send("DELETE", path, "text/plain", "").statusCode());
        assertEquals(404, service.get(path).statusCode());
        awaitDeletion(service, before, created.path("id").asText());
    }

    /** A change is shown as soon as no write that began before it runs any more. */
    private void awaitDeletion(PackagedService service, String after, String id) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode changes = body(service.get("/v1/changes?entity=article&after=" + after), 200);
            for (JsonNode change : changes.path("items")) {
                if (change.path("id").asText().equals(id)) {
                    assertEquals("deleted", change.path("kind").asText(), changes.toString());
                    return;
                }
            }
            assertTrue(System.nanoTime() < end, changes.toString());
        }
    }

    private List<String> ids(HttpResponse<String> list) throws Exception {
        return StreamSupport.stream(body(list, 200).path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }
}
