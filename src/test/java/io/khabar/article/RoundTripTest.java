package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One life of a source, an article and a date. */
@QuarkusTest
class RoundTripTest {

    @Test
    void createsReadsChangesAndDeletes() {
        String source = Sources.created();
        JsonNode article =
                Api.post("/v1/articles", Articles.full(source)).is(201).json();
        String path = Articles.path(article);

        assertEquals(article, Api.get(path).is(200).json());
        JsonNode listed =
                Api.get("/v1/articles?source=" + source).is(200).json().path("items");
        assertEquals(List.of(article.path("id").asText()), Json.texts(listed, "id"));

        JsonNode patched = Api.patch(path, Json.object("title", null, "published", "2020"))
                .is(200)
                .json();
        assertEquals("2020", patched.path("published").path("value").asText());

        JsonNode date = Api.post(path + "/dates", Json.object("role", "mentioned", "value", "2011/.."))
                .is(201)
                .json();
        String datePath = "/v1/dates/" + date.path("id").asText();
        assertEquals(date, Api.get(datePath).is(200).json());
        Api.patch(datePath, Json.object("value", "2012")).is(200);
        Api.put(datePath, Json.object("role", "mentioned", "value", "2013")).is(200);
        assertEquals(
                List.of("2013", "2020", "2021-09-14T07:00:00Z"),
                Json.texts(Api.get(path + "/dates").is(200).json().path("items"), "value"));
        assertEquals(
                1,
                Api.get("/v1/dates?on=2013&source=" + source)
                        .is(200)
                        .json()
                        .path("items")
                        .size());
        Api.delete(datePath).is(204);

        Api.delete(path).is(204);
        Api.get(path).is(404);
        Api.delete("/v1/sources/" + source).is(204);
    }
}
