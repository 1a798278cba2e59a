package io.khabar.indexing;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
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
        String metrics =
                when().get("/q/metrics").then().statusCode(200).extract().asString();
        String backend = Api.get("/v1/search").json().path("backend").asText();
        for (String meter : List.of("ready%s 1.0", "articles%s ", "lag_seconds%s ", "rebuild_articles%s ")) {
            String line = "khabar_search_" + meter.formatted("{backend=\"" + backend + "\"}");
            assertTrue(metrics.contains(line), line);
        }
    }
}
