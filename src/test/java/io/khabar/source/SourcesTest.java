package io.khabar.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources are created, replaced, patched, deleted and shown. */
@QuarkusTest
class SourcesTest {

    private static ObjectNode full() {
        return Sources.body(
                "name",
                "سيريانيوز",
                "aliases",
                List.of(Sources.fresh("اسم آخر"), Sources.fresh("Other")),
                "homepage",
                "https://syria.news/",
                "country",
                "SY",
                "languages",
                List.of("ar", "en"),
                "kind",
                "website",
                "timeZone",
                "Asia/Damascus",
                "description",
                "عن المصدر");
    }

    @ParameterizedTest
    @CsvSource({"sy, SY", "Fr, FR", "SY, SY"})
    void writesCountriesInCapitals(String given, String country) {
        String key = Sources.created("country", given);
        JsonNode source = Api.get("/v1/sources/" + key).is(200).json();
        assertEquals(country, source.path("country").asText());
        JsonNode found = Api.get("/v1/sources?limit=100&country=" + given.toLowerCase(Locale.ROOT) + "&q=" + key)
                .is(200)
                .json();
        assertTrue(Json.texts(found.path("items"), "key").contains(key), found::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "xk", "EU", "UK"})
    void knowsNoCountryThatNobodyIs(String code) {
        Api.post("/v1/sources", Sources.body("country", code)).isProblem(400, "invalid-request", "/country invalid");
        for (String list : List.of("/v1/sources", "/v1/articles")) {
            assertEquals(
                    Json.tree("[]"),
                    Api.get(list + "?country=" + code).is(200).json().get("items"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "SYR", "سو", "S1", "\u00df"})
    void refusesWhatIsNoCountryCode(String text) {
        Api.post("/v1/sources", Sources.body("country", text)).isProblem(400, "invalid-request", "/country invalid");
        for (String list : List.of("/v1/sources", "/v1/articles")) {
            Api.get(Api.query(list, "country", text)).isProblem(400, "invalid-request", "?country invalid");
        }
    }

    @Test
    void offersNoNullForARequiredName() {
        JsonNode error = Api.post("/v1/sources", Sources.body("name", ""))
                .isProblem(400, "invalid-request", "/name empty")
                .json()
                .path("errors")
                .path(0);
        assertEquals("must not be empty or blank", error.path("detail").asText());
    }

    @Test
    void createsWithEveryFieldAndShowsIt() {
        ObjectNode body = full();
        Answer answer = Api.post("/v1/sources", body).is(201);
        JsonNode shown = answer.json();
        assertEquals(
                "/v1/sources/" + answer.id(),
                URI.create(answer.header("Location")).getPath());
        assertEquals(
                List.of(
                        "id",
                        "key",
                        "name",
                        "aliases",
                        "homepage",
                        "country",
                        "languages",
                        "kind",
                        "timeZone",
                        "description",
                        "createdAt",
                        "updatedAt",
                        "version"),
                Json.names(shown));
        for (String same : Json.names(body)) {
            assertEquals(body.get(same), shown.get(same), same);
        }
        for (String address : List.of(answer.id(), body.get("key").asText())) {
            Answer read = Api.get("/v1/sources/" + address).is(200);
            assertEquals(answer.text(), read.text());
            assertEquals(answer.etag(), read.etag());
            Api.get("/v1/sources/" + address, "If-None-Match", read.etag()).is(304);
        }
        JsonNode smallest = Api.post("/v1/sources", Sources.body()).is(201).json();
        assertEquals(
                List.of("id", "key", "name", "aliases", "languages", "createdAt", "updatedAt", "version"),
                Json.names(smallest));
    }

    @Test
    void replacesPatchesAndDeletes() {
        JsonNode made = Api.post("/v1/sources", full()).is(201).json();
        String path = "/v1/sources/" + made.get("key").asText();
        JsonNode same = Api.put(path, made).is(200).json();
        assertEquals(2, same.get("version").asInt());
        JsonNode patched = Api.patch(path, Json.tree("{'aliases': null, 'kind': null, 'name': 'Syria', 'version': 9}"))
                .is(200)
                .json();
        assertEquals(Json.tree("[]"), patched.get("aliases"));
        assertFalse(patched.has("kind"));
        assertEquals("Syria", patched.get("name").asText());
        assertEquals(made.get("country"), patched.get("country"));
        Api.patch(path, Json.object("name", "x"), "If-Match", "\"2-0\"")
                .isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Api.patch(path, Json.object("name", null)).isProblem(400, "invalid-request", "/name required");
        Api.patch(path, Json.object("nmae", null)).isProblem(400, "unknown-field", "/nmae unknown-field");
        Api.delete(path, "If-Match", "\"3-0\"").is(204);
        Api.get(path).isProblem(404, "not-found");
        Api.delete(path).isProblem(404, "not-found");
        Api.patch(path, "{").isProblem(404, "not-found");
    }

    @Test
    void putCreatesByKeyAndById() {
        String key = Sources.fresh("put");
        Answer made = Api.put("/v1/sources/" + key, Json.object("key", key, "name", "x"))
                .is(201);
        Api.put("/v1/sources/" + key, Json.object("key", key, "name", "y")).is(200);
        Api.put("/v1/sources/" + key, Json.object("key", key, "name", "y"), "If-None-Match", "*")
                .isProblem(412, "version-mismatch", "If-None-Match: version-mismatch");
        Api.put("/v1/sources/" + key, Json.object("key", "other", "name", "y"))
                .isProblem(400, "invalid-request", "/key mismatch");
        Api.put("/v1/sources/" + made.id(), Json.object("key", key, "name", "y", "id", UUID.randomUUID()))
                .isProblem(400, "invalid-request", "/id mismatch");
        UUID id = UUID.randomUUID();
        assertEquals(
                id.toString(),
                Api.put("/v1/sources/" + id, Sources.body()).is(201).id());
        Api.post("/v1/sources", Sources.body("id", id)).isProblem(409, "source-exists", "/id source-exists");
    }

    @Test
    void isNotDeletedWhileItHasArticles() {
        String key = Sources.created();
        String article = Articles.path(Articles.created(key));
        Api.delete("/v1/sources/" + key).isProblem(409, "source-in-use");
        Api.delete(article).is(204);
        Api.delete("/v1/sources/" + key).is(204);
    }

    @Test
    void listsAllFaultsAtOnce() {
        Api.post(
                        "/v1/sources",
                        Json.tree("{'name': 5, 'country': 'XX', 'languages': ['not_a_tag'], 'kind': 'blog',"
                                + " 'timeZone': 'Mars/Base', 'homepage': 'x', 'more': 1, 'aliases': ['']}"))
                .isProblem(
                        400,
                        "invalid-request",
                        "/more unknown-field",
                        "/key required",
                        "/name type",
                        "/aliases/0 empty",
                        "/homepage invalid",
                        "/country invalid",
                        "/languages/0 invalid",
                        "/kind enum",
                        "/timeZone invalid");
    }

    @Test
    void embedsItsStatistics() {
        String key = Sources.created();
        String path = "/v1/sources/" + key;
        assertEquals(
                Json.tree("{'articles': 0}"),
                Api.get(path + "?embed=stats").json().get("stats"));
        Articles.created(key, "published", "2020");
        Articles.created(key, "published", "2021-05");
        Articles.created(key);
        Answer embedded = Api.get(path + "?embed=stats").is(200);
        assertEquals(
                Json.tree("{'articles': 3, 'firstPublishedAt': '2020-01-01T00:00:00Z',"
                        + " 'lastPublishedAt': '2021-05-01T00:00:00Z'}"),
                embedded.json().get("stats"));
        assertNotEquals(embedded.etag(), Api.get(path).etag());
        assertEquals(
                Json.tree("{'stats': {'articles': 3}}"),
                Api.get(path + "?embed=stats&fields=stats.articles").json());
        Api.get(path + "?fields=stats").isProblem(400, "unknown-field", "?fields unknown-field");
    }
}
