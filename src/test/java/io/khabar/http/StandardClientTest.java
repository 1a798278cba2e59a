package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.Api;
import io.khabar.fixture.KeysForTests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Java's HTTP client as it comes, and as generated clients use it: each client's first request offers an upgrade to HTTP/2
 * and sends its body at once.
 */
@QuarkusTest
class StandardClientTest {

    private static HttpResponse<String> send(String key, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    request.header("X-API-Key", key)
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
    }

    private static HttpRequest.Builder creation(String description) {
        String key = "client-" + UUID.randomUUID();
        String body = "{\"key\":\"" + key + "\",\"name\":\"وكالة\",\"description\":\"" + description + "\"}";
        return to("/v1/sources").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    @Test
    void writesWithTheFirstRequestOfAClient() throws IOException, InterruptedException {
        HttpResponse<String> created = send(KeysForTests.ADMIN, creation("x"));
        assertEquals(201, created.statusCode(), created.body());
        assertEquals(HttpClient.Version.HTTP_2, created.version());
        assertTrue(created.body().contains("وكالة"), created.body());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 70_000, 900_000})
    void refusesWhileTheBodyIsStillOnItsWay(int length) throws IOException, InterruptedException {
        // A key nobody has: it is looked up in the database while the body waits.
        String unknown = "khb_" + UUID.randomUUID().toString().replace("-", "");
        assertEquals(401, send(unknown, creation("x".repeat(length))).statusCode());
    }

    @Test
    void readsLongBodiesOverTheUpgradedConnection() throws IOException, InterruptedException {
        HttpResponse<String> refused = send(KeysForTests.ADMIN, creation("x".repeat(900_000)));
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("/description"), refused.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/problem+json", "application/json", "text/csv"})
    void deletesForClientsThatAcceptWhatTheContractNames(String accepted) throws IOException, InterruptedException {
        String key = "client-" + UUID.randomUUID();
        Api.post("/v1/sources", "{\"key\":\"" + key + "\",\"name\":\"وكالة\"}").is(201);
        HttpResponse<String> deleted = send(
                KeysForTests.ADMIN,
                to("/v1/sources/" + key).header("Accept", accepted).DELETE());
        assertEquals(204, deleted.statusCode(), deleted.body());
        HttpResponse<String> again = send(
                KeysForTests.ADMIN,
                to("/v1/sources/" + key).header("Accept", accepted).DELETE());
        assertEquals(404, again.statusCode());
        assertEquals(
                "application/problem+json",
                again.headers().firstValue("Content-Type").orElse(""));
    }
}
