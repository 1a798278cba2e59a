package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Articles are created, replaced, patched and deleted. */
@QuarkusTest
class ArticleWritingTest {

    private String source = "";

    @BeforeEach
    void createSource() {
        source = Sources.created();
    }

    @Test
    void createsWithEveryFieldAndShowsIt() {
        ObjectNode body = Articles.full(source);
        Answer answer = Api.post("/v1/articles", body).is(201);
        JsonNode shown = answer.json();
        String id = answer.id();

        assertEquals(
                "/v1/articles/" + id,
                java.net.URI.create(answer.header("Location")).getPath());
        assertTrue(answer.etag().matches("\"1-[0-9a-f]{16}\""), answer.etag());
        assertFalse(answer.header("Last-Modified").isEmpty());
        assertEquals("application/json", answer.header("Content-Type").replaceFirst(";.*", ""));
        assertEquals(
                List.of(
                        "id",
                        "source",
                        "url",
                        "externalId",
                        "title",
                        "titleDirection",
                        "lead",
                        "body",
                        "language",
                        "direction",
                        "authors",
                        "section",
                        "keywords",
                        "image",
                        "rights",
                        "published",
                        "publishedAt",
                        "modified",
                        "dates",
                        "derived",
                        "zone",
                        "bias",
                        "wordCount",
                        "readingMinutes",
                        "createdAt",
                        "updatedAt",
                        "version"),
                Json.names(shown));
        for (String same : List.of(
                "url",
                "externalId",
                "title",
                "titleDirection",
                "lead",
                "body",
                "language",
                "direction",
                "section",
                "keywords",
                "image",
                "rights",
                "zone",
                "bias")) {
            assertEquals(body.get(same), shown.get(same), same);
        }
        assertEquals(List.of("id", "key", "name"), Json.names(shown.get("source")));
        assertEquals(
                Json.tree("[{'name': 'لينا الأحمد'}, {'name': 'Omar', 'url': 'https://example.org/omar'}]"),
                shown.get("authors"));
        assertEquals(
                Json.tree("{'value': '2021-09-13', 'precision': 'day', 'earliest': '2021-09-13T00:00:00Z',"
                        + " 'latest': '2021-09-14T00:00:00Z'}"),
                shown.get("published"));
        assertEquals("2021-09-13T00:00:00Z", shown.get("publishedAt").asText());
        assertEquals(
                Json.tree("{'value': '2021-09-14T07:00:00Z', 'precision': 'instant',"
                        + " 'earliest': '2021-09-14T07:00:00Z', 'latest': '2021-09-14T07:00:01Z'}"),
                shown.get("modified"));
        assertEquals(List.of("published", "modified"), Json.texts(shown.get("dates"), "role"));
        assertEquals(Json.tree("[]"), shown.get("derived"));
        assertEquals(
                Articles.TEXT.split("\\s+", -1).length, shown.get("wordCount").asInt());
        assertEquals(1, shown.get("version").asInt());
        assertEquals(shown.get("createdAt"), shown.get("updatedAt"));
        assertTrue(answer.text().contains("لينا"), "Arabic is sent as Arabic");

        Answer read = Api.get("/v1/articles/" + id).is(200);
        assertEquals(answer.text(), read.text());
        assertEquals(answer.etag(), read.etag());
        assertEquals(answer.header("Last-Modified"), read.header("Last-Modified"));
    }

    @Test
    void derivesWhatIsNotSent() {
        JsonNode shown = Articles.created(source, "title", "Schools open");
        assertEquals("ar", shown.get("language").asText());
        assertEquals("rtl", shown.get("direction").asText());
        assertEquals("ltr", shown.get("titleDirection").asText());
        assertEquals(Json.tree("['language', 'direction', 'titleDirection']"), shown.get("derived"));
        assertEquals(Json.tree("[]"), shown.get("authors"));
        assertEquals(Json.tree("[]"), shown.get("keywords"));
        assertEquals(Json.tree("[]"), shown.get("dates"));
        assertFalse(shown.has("published") || shown.has("publishedAt") || shown.has("lead"), shown::toString);
    }

    @Test
    void neverOverwritesWhatAClientGaveUntilItIsGivenBack() {
        String path = Articles.path(Articles.created(source, "language", "fa", "direction", "ltr"));
        JsonNode patched = Api.patch(path, Json.object("body", "A new text in English, long enough to be told apart."))
                .is(200)
                .json();
        assertEquals("fa", patched.get("language").asText());
        assertEquals("ltr", patched.get("direction").asText());
        assertEquals(Json.tree("[]"), patched.get("derived"));

        JsonNode back = Api.patch(path, Json.object("language", null, "direction", null))
                .is(200)
                .json();
        assertEquals("en", back.get("language").asText());
        assertEquals(Json.tree("['language', 'direction']"), back.get("derived"));
        JsonNode arabic =
                Api.patch(path, Json.object("body", Articles.TEXT)).is(200).json();
        assertEquals("ar", arabic.get("language").asText());
        assertEquals("rtl", arabic.get("direction").asText());
    }

    @Test
    void takesTheIdOfTheClient() {
        UUID id = UUID.randomUUID();
        assertEquals(id.toString(), Articles.created(source, "id", id).get("id").asText());
        Answer again = Api.post("/v1/articles", Articles.body(source, "id", id));
        again.isProblem(409, "article-exists", "/id article-exists");
        assertEquals(Json.object("id", id, "by", "id"), again.json().get("existing"));
    }

    @Test
    void mergesAPatch() {
        JsonNode made = Api.post("/v1/articles", Articles.full(source)).is(201).json();
        JsonNode patched = Api.patch(
                        Articles.path(made),
                        Json.tree("{'title': null, 'keywords': ['one'], 'image': {'alt': null, 'width': 800},"
                                + " 'published': null, 'wordCount': 1, 'dates': [], 'version': null}"))
                .is(200)
                .json();
        assertFalse(patched.has("title"), patched::toString);
        assertEquals("rtl", patched.get("titleDirection").asText(), "given, so it stays");
        assertFalse(patched.has("published") || patched.has("publishedAt"), patched::toString);
        assertEquals(Json.tree("['one']"), patched.get("keywords"));
        assertEquals(
                Json.tree("{'url': 'https://example.org/i.jpg', 'caption': 'c', 'credit': 'd', 'width': 800,"
                        + " 'height': 480}"),
                patched.get("image"));
        assertEquals(List.of("modified"), Json.texts(patched.get("dates"), "role"));
        assertEquals(2, patched.get("version").asInt());
        for (String same : List.of("lead", "body", "url", "authors", "section", "rights", "createdAt", "modified")) {
            assertEquals(made.get(same), patched.get(same), same);
        }
    }

    @Test
    void refusesAPatchThatTakesWhatIsRequiredOrNamesWhatIsNotThere() {
        String path = Articles.path(Articles.created(source));
        Api.patch(path, Json.object("body", null)).isProblem(400, "invalid-request", "/body required");
        Api.patch(path, Json.object("source", null)).isProblem(400, "invalid-request", "/source required");
        Api.patch(path, Json.object("titel", null)).isProblem(400, "unknown-field", "/titel unknown-field");
        Api.patch(path, Json.object("titel", "x")).isProblem(400, "unknown-field", "/titel unknown-field");
        Api.patch(path, "[]").isProblem(400, "invalid-request", " type");
        Api.patch(path, "null").isProblem(400, "invalid-request", " type");
        Api.patch(path, Json.object("id", UUID.randomUUID())).isProblem(400, "invalid-request", "/id mismatch");
        assertEquals(1, Api.get(path).json().get("version").asInt());
    }

    @Test
    void takesBackWhatItShowed() {
        JsonNode made = Api.post("/v1/articles", Articles.full(source)).is(201).json();
        String path = Articles.path(made);
        JsonNode put = Api.put(path, made).is(200).json();
        JsonNode patched = Api.patch(path, put).is(200).json();
        for (String name : Json.names(made)) {
            if (!List.of("updatedAt", "version").contains(name)) {
                assertEquals(made.get(name), put.get(name), name);
                assertEquals(made.get(name), patched.get(name), name);
            }
        }
        JsonNode embedded = Api.get(path + "?embed=source,dates").is(200).json();
        Api.put(path, embedded).is(200);
    }

    @Test
    void putCreatesAndReplaces() {
        String path = "/v1/articles/" + UUID.randomUUID();
        Answer created = Api.put(path, Articles.body(source, "title", "x")).is(201);
        assertEquals(path, java.net.URI.create(created.header("Location")).getPath());
        Answer replaced = Api.put(path, Articles.body(source)).is(200);
        assertEquals("", replaced.header("Location"));
        assertFalse(replaced.json().has("title"));
        assertEquals(2, replaced.json().get("version").asInt());
        assertEquals(created.json().get("createdAt"), replaced.json().get("createdAt"));
        Api.put(path, Articles.body(source, "id", UUID.randomUUID())).isProblem(400, "invalid-request", "/id mismatch");
    }

    @Test
    void storesLineEndsAsLineFeedsAndNothingElseDifferently() {
        JsonNode made = Articles.created(source, "body", "  one\r\n\r\ntwo\rthree \t<b>&amp;\u200f ");
        assertEquals("  one\n\ntwo\nthree \t<b>&amp;\u200f ", made.get("body").asText());
    }

    @Test
    void deletesOnce() {
        String path = Articles.path(Articles.created(source));
        Answer gone = Api.delete(path).is(204);
        assertEquals("", gone.text());
        Api.delete(path).isProblem(404, "not-found");
        Api.get(path).isProblem(404, "not-found");
        Api.patch(path, Json.object("title", "x")).isProblem(404, "not-found");
    }
}
