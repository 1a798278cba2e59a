package io.khabar.access;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.is;

import io.khabar.fixture.KeysForTests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ClosedReadingTest.Closed.class)
class ClosedReadingTest {

    /** Reading needs a key, and so do the metrics. */
    public static final class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("khabar.access.anonymous-read", "false", "khabar.access.anonymous-metrics", "false");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/test/echo", "/nothing", "/q/metrics", "/problems/../test/echo", "/problems/%2e%2e/test/echo"})
    void asksReadersForAKey(String path) {
        for (String method : new String[] {"GET", "OPTIONS"}) {
            given().urlEncodingEnabled(false)
                    .request(method, path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer realm=\"khabar\"")
                    .body("code", is("unauthenticated"))
                    .body("detail", is("Reading needs an API key here."));
        }
        given().urlEncodingEnabled(false).head(path).then().statusCode(401);
    }

    @Test
    void asksListenersForAKey() {
        given().header("Accept", "text/event-stream")
                .get("/v1/changes")
                .then()
                .statusCode(401)
                .body("code", is("unauthenticated"));
    }

    @Test
    void letsHoldersOfAKeyRead() {
        given().header("X-API-Key", KeysForTests.ADMIN).get("/test/echo").then().statusCode(200);
        given().header("X-API-Key", KeysForTests.ADMIN).get("/q/metrics").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems/forbidden", "/q/health/live", "/q/openapi"})
    void leavesTheWayInOpen(String path) {
        when().get(path).then().statusCode(200);
    }

    @Test
    void answersPreflightsWithoutAKey() {
        given().header("Origin", "https://reader.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/test/echo")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*");
    }
}
