package io.khabar.indexing;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Changes;
import io.khabar.fixture.Json;
import io.khabar.fixture.SearchIndex;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RebuildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void goesOnBesideTheIndexThatAnswers() {
        String source = Sources.created();
        JsonNode article = Articles.created(source, "title", "Wombats", "language", "en");
        SearchIndex.follows();
        JsonNode begun = Api.post("/v1/search/rebuild", "").is(202).json();
        assertEquals("ready", begun.path("state").asText());
        assertTrue(begun.path("rebuild").path("of").asLong() > 0, begun::toString);
        String address = "/v1/articles?fields=id&q=wombat&source=" + source;
        List<String> expected = List.of(article.path("id").asText());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Api.get("/v1/search").json().has("rebuild")) {
            assertEquals(expected, Json.texts(Api.get(address).is(200).json().path("items"), "id"));
            assertTrue(System.nanoTime() < end, "it does not end");
        }
        assertEquals(expected, Json.texts(Api.get(address).is(200).json().path("items"), "id"));
        JsonNode written = Articles.created(source, "title", "More wombats", "language", "en");
        SearchIndex.follows();
        JsonNode found = Api.get(address + "&sort=created").is(200).json().path("items");
        assertEquals(List.of(expected.getFirst(), written.path("id").asText()), Json.texts(found, "id"));
    }

    @Test
    void isForAdministrators() {
        given().post("/v1/search/rebuild").then().statusCode(401);
        given().header("X-API-Key", "khb_no-such-key-000000000000000000000000")
                .post("/v1/search/rebuild")
                .then()
                .statusCode(401);
        Api.post("/v1/search/rebuild?now=true", "").isProblem(400, "unknown-parameter", "?now unknown-parameter");
        Api.get("/v1/search/rebuild").isProblem(405, "method-not-allowed");
    }

    @Test
    void isToldToThoseWhoRunTheService() {
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'search' }.data.state", equalTo("ready"));
        Articles.created(Sources.created());
        SearchIndex.follows();
        JsonNode index = Api.get("/v1/search").json();
        String backend = "{backend=\"" + index.path("backend").asText() + "\"} ";
        // The index is looked at for these once a second.
        Changes.eventually(() -> metrics()
                .contains("khabar_search_articles" + backend
                        + (double)
                                Api.get("/v1/search").json().path("documents").asLong()));
        String metrics = metrics();
        for (String line : List.of("ready" + backend + "1.0", "rebuild_articles" + backend + "0.0")) {
            assertTrue(metrics.contains("khabar_search_" + line), line);
        }
        for (String meter : List.of("lag_seconds", "seen_seconds")) {
            assertTrue(metrics.contains("khabar_search_" + meter + backend), meter);
        }
        assertEquals(
                List.of("backend", "state", "documents", "lagMilliseconds"),
                Json.names(Api.get("/v1/search").json()));
    }

    private static String metrics() {
        return when().get("/q/metrics").then().statusCode(200).extract().asString();
    }
}
