package io.khabar.indexing;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The OpenSearch is not there. */
@QuarkusTest
@TestProfile(SearchAwayTest.Away.class)
class SearchAwayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Nothing listens on port 9. */
    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.search.backend",
                    "opensearch",
                    "khabar.search.opensearch.url",
                    "http://127.0.0.1:9",
                    "khabar.search.opensearch.password",
                    "secret-word");
        }
    }

    @Test
    void isSaidToThoseWhoSearchAndHindersNobodyElse() {
        String source = Sources.created();
        Articles.created(source);
        assertEquals(
                1,
                Api.get("/v1/articles?source=" + source)
                        .is(200)
                        .json()
                        .path("items")
                        .size());
        long end = System.nanoTime() + PATIENCE.toNanos();
        Api.Answer answer = Api.get("/v1/articles?q=x");
        // Until it is tried for the first time.
        while (answer.text().contains("search-rebuilding") && System.nanoTime() < end) {
            answer = Api.get("/v1/articles?q=x");
        }
        answer.isProblem(503, "search-unavailable");
        assertFalse(answer.header("Retry-After").isEmpty());
        Api.get("/v1/facets?by=source").isProblem(503, "search-unavailable");
        assertEquals(
                "unavailable",
                Api.get("/v1/search").is(200).json().path("state").asText());
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'search' }.data.state", equalTo("unavailable"))
                .body("checks.find { it.name == 'search' }.data.backend", equalTo("opensearch"));
    }
}
