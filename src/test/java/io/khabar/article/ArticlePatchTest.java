package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Merge patches into the values that answers show as objects (RFC 7396, section 2). */
@QuarkusTest
class ArticlePatchTest {

    private String source = "";
    private String path = "";
    private JsonNode made = Json.object();

    @BeforeEach
    void createArticle() {
        source = Sources.created();
        made = Articles.created(source, "published", "2021-09-13", "modified", "2021-09-14T10:00:00Z");
        path = Articles.path(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'published': {}}",
                "{'published': {'precision': 'year'}}",
                "{'published': {'latest': null}, 'modified': {'earliest': null}}",
                "{'source': {}}",
                "{'source': {'name': 'Other'}}",
                "{'source': {'key': null}}"
            })
    void leavesWhatAPatchDoesNotName(String patch) {
        JsonNode patched = Api.patch(path, Json.tree(patch)).is(200).json();
        for (String same : new String[] {"source", "published", "publishedAt", "modified"}) {
            assertEquals(made.get(same), patched.get(same), same);
        }
    }

    @ParameterizedTest
    @CsvSource({"'2021', 2021", "'{\"value\": \"2021\"}', 2021", "'{\"value\": \"2021\", \"precision\": \"day\"}', 2021"
    })
    void changesADateInEitherForm(String written, String value) {
        String json = written.startsWith("{") ? written : "\"" + written + "\"";
        JsonNode patched =
                Api.patch(path, "{\"published\": " + json + "}").is(200).json();
        assertEquals(value, patched.at("/published/value").asText());
        assertEquals("year", patched.at("/published/precision").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"image\": {\"altt\": null}}', /image/altt",
        "'{\"image\": {\"url\": \"https://example.org/i.png\", \"altt\": null}}', /image/altt",
        "'{\"source\": {\"nam\": null}}', /source/nam",
        "'{\"published\": {\"valeu\": null}}', /published/valeu",
        "'{\"titel\": null}', /titel"
    })
    void refusesToRemoveWhatItDoesNotKnow(String patch, String pointer) {
        Api.patch(path, Json.object("image", Json.object("url", "https://example.org/i.jpg", "alt", "x")))
                .is(200);
        Api.patch(path, patch).isProblem(400, "unknown-field", pointer + " unknown-field");
        assertEquals("x", Api.get(path).is(200).json().at("/image/alt").asText());
        Api.patch(path, Json.tree("{'image': {'alt': null}}")).is(200);
        assertEquals(
                Json.tree("{'url': 'https://example.org/i.jpg'}"),
                Api.get(path).is(200).json().get("image"));
    }

    @Test
    void movesToAnotherSourceByKeyOrById() {
        String other = Sources.created();
        JsonNode moved = Api.patch(path, Json.object("source", Json.object("key", other)))
                .is(200)
                .json();
        assertEquals(other, moved.at("/source/key").asText());
        String id = made.at("/source/id").asText();
        JsonNode back = Api.patch(path, Json.object("source", Json.object("id", id)))
                .is(200)
                .json();
        assertEquals(made.get("source"), back.get("source"));
    }

    @Test
    void refusesAMergeThatTakesTheValueAway() {
        Api.patch(path, Json.tree("{'published': {'value': null}}"))
                .isProblem(400, "invalid-request", "/published/value required");
        Api.patch(path, Json.tree("{'source': {'id': null}}")).isProblem(400, "invalid-request", "/source required");
        Api.patch(path, Json.tree("{'source': {'nam': 'x'}}"))
                .isProblem(400, "unknown-field", "/source/nam unknown-field");
        Api.patch(path, Json.tree("{'published': {'valeu': 'x'}}"))
                .isProblem(400, "unknown-field", "/published/valeu unknown-field");
        assertEquals(1, Api.get(path).is(200).json().path("version").asInt());
    }
}
