package io.khabar.access;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.KeysForTests;
import io.khabar.fixture.RawConnection;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ClosedMetricsTest.Closed.class)
class ClosedMetricsTest {

    /** The metrics need a key, and nothing else does. */
    public static final class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("khabar.access.anonymous-metrics", "false");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/metrics", "/q//metrics", "/q/%6detrics", "/q/./metrics", "/v1/../q/metrics", "/q/metrics/"})
    void asksForAKeyHoweverTheyAreWritten(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"khabar\"")
                .body("code", is("unauthenticated"))
                .body("detail", is("Reading needs an API key here."));
    }

    @Test
    void leavesMalformedAddressesToTheRouter() throws IOException {
        try (RawConnection connection = new RawConnection()) {
            var answer = connection
                    .send("GET /q/metrics%zz HTTP/1.1\r\nHost: x\r\n\r\n")
                    .answer(false);
            assertEquals(400, answer.status());
            assertTrue(answer.text().contains("\"code\":\"invalid-request\""), answer.text());
        }
    }

    @Test
    void letsHoldersOfAKeyReadThem() {
        given().header("X-API-Key", KeysForTests.ADMIN).get("/q/metrics").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles", "/q/health/live", "/q/openapi"})
    void leavesEverythingElseOpen(String path) {
        when().get(path).then().statusCode(200);
    }
}
