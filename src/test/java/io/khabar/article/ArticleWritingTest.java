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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void refusesASourceOfWhichIdAndKeyAreOfDifferentOnes() {
        String id = Api.get("/v1/sources/" + source).is(200).id();
        String other = Sources.created();
        ObjectNode agreeing = Json.object("id", id, "key", source, "name", "x");
        ObjectNode contradictory = Json.object("id", id, "key", other);
        String article = Articles.path(Api.post("/v1/articles", Articles.body(source, "source", agreeing))
                .is(201)
                .json());

        for (Answer answer : List.of(
                Api.post("/v1/articles", Articles.body(source, "source", contradictory)),
                Api.put(article, Articles.body(source, "source", contradictory)),
                Api.patch(article, Json.object("source", contradictory)))) {
            answer.isProblem(400, "invalid-request", "/source/key mismatch");
        }
        Api.post("/v1/articles", Articles.body(source, "source", Json.object("id", UUID.randomUUID(), "key", source)))
                .isProblem(400, "unknown-source", "/source unknown-source");
        Api.post("/v1/articles", Articles.body(source, "source", Json.object("id", id, "key", "NO KEY")))
                .isProblem(400, "invalid-request", "/source/key invalid");
        Api.patch(article, Json.object("source", Json.object("key", other))).is(200);
    }

    @Test
    void takesAKeyThatTheSourceHadWhenItWasRead() {
        String key = Sources.created();
        JsonNode read = Api.post("/v1/articles", Articles.body(key)).is(201).json();
        String renamed = Sources.fresh("renamed");
        Api.patch("/v1/sources/" + key, Json.object("key", renamed)).is(200);
        JsonNode put = Api.put(Articles.path(read), read).is(200).json();
        assertEquals(renamed, put.at("/source/key").asText());
        assertEquals(read.at("/source/id"), put.at("/source/id"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-13T18:30:00.1Z,         2021-09-13T18:30:00.1Z",
        "2021-09-13T18:30:00.500000Z,    2021-09-13T18:30:00.5Z",
        "2021-09-13T18:30:00.123456789Z, 2021-09-13T18:30:00.123456Z",
        "2021-09-13T18:30:00.000000001Z, 2021-09-13T18:30:00Z"
    })
    void writesAnInstantInOneWayWhereverItStands(String given, String written) {
        JsonNode article = Articles.created(source, "published", given);
        JsonNode stats =
                Api.get("/v1/sources/" + source + "?embed=stats").is(200).json();

        assertEquals(written, article.path("published").path("value").asText());
        assertEquals(written, article.path("published").path("earliest").asText());
        assertEquals(written, article.path("publishedAt").asText());
        assertEquals(written, article.path("dates").path(0).path("value").asText());
        assertEquals(written, stats.path("stats").path("firstPublishedAt").asText());
        assertEquals(written, stats.path("stats").path("lastPublishedAt").asText());
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
    void namesTheSourceByKeyByIdOrByObject() {
        JsonNode reference = Articles.created(source).get("source");
        for (Object way : List.of(
                reference.get("id"), reference, Json.object("id", reference.get("id")), Json.object("key", source))) {
            assertEquals(
                    reference,
                    Api.post("/v1/articles", Json.object("source", way, "body", "x"))
                            .is(201)
                            .json()
                            .get("source"));
        }
        Api.post("/v1/articles", Articles.body("no-such-source"))
                .isProblem(400, "unknown-source", "/source unknown-source");
        Api.post("/v1/articles", Articles.body(UUID.randomUUID().toString()))
                .isProblem(400, "unknown-source", "/source unknown-source");
        Api.post("/v1/articles", Articles.body("Not A Key")).isProblem(400, "invalid-request", "/source invalid");
        Api.post("/v1/articles", Json.object("source", Json.object("name", "x"), "body", "x"))
                .isProblem(400, "invalid-request", "/source required");
        Api.post("/v1/articles", Json.object("source", 7, "body", "x"))
                .isProblem(400, "invalid-request", "/source type");
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

    @ParameterizedTest
    @CsvSource({
        "2017, year, 2017-01-01T00:00:00Z, 2018-01-01T00:00:00Z",
        "0000, year, 0000-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999, year, 9999-01-01T00:00:00Z, 9999-12-31T23:59:59.999999Z",
        "2021-09, month, 2021-09-01T00:00:00Z, 2021-10-01T00:00:00Z",
        "2020-02-29, day, 2020-02-29T00:00:00Z, 2020-03-01T00:00:00Z",
        "2021-09-13T18:30:00.250Z, instant, 2021-09-13T18:30:00.25Z, 2021-09-13T18:30:01.25Z"
    })
    void showsAPartialDateInFull(String value, String precision, String earliest, String latest) {
        for (Object way : List.of(value, Json.object("value", value, "precision", "ignored"))) {
            JsonNode published = Articles.created(source, "published", way).get("published");
            assertEquals(precision, published.get("precision").asText());
            assertEquals(earliest, published.get("earliest").asText());
            assertEquals(latest, published.get("latest").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011/..",
                "2011/2015",
                "2021-13",
                "2021-02-30",
                "yesterday",
                "2021-09-13T18:30:00",
                "10000",
                " 2021",
                "21",
                "2021-09-13T25:00:00Z"
            })
    void refusesWhatIsNoPartialDate(String value) {
        Api.post("/v1/articles", Articles.body(source, "published", value))
                .isProblem(400, "invalid-request", "/published invalid");
        Api.post("/v1/articles", Articles.body(source, "modified", Json.object("precision", "day")))
                .isProblem(400, "invalid-request", "/modified/value required");
    }

    @Test
    void countsLimitsInCodePoints() {
        String emoji = "😀";
        Articles.created(source, "title", emoji.repeat(500), "lead", emoji.repeat(2000));
        Api.post(
                        "/v1/articles",
                        Articles.body(
                                source,
                                "title",
                                emoji.repeat(501),
                                "lead",
                                emoji.repeat(2001),
                                "section",
                                emoji.repeat(101)))
                .isProblem(400, "invalid-request", "/title max", "/lead max", "/section max");
        Articles.created(source, "body", "x".repeat(1_000_000));
        Api.post("/v1/articles", Articles.body(source, "body", "x".repeat(1_000_001)))
                .isProblem(400, "invalid-request", "/body max");
        Api.post("/v1/articles", Articles.body(source, "keywords", java.util.Collections.nCopies(51, "k")))
                .isProblem(400, "invalid-request", "/keywords max");
    }

    @Test
    void listsAllFaultsOfTheShapeAtOnce() {
        Api.post(
                        "/v1/articles",
                        Json.tree("{'titel': 'x', 'body': 5, 'authors': [{'name': ''}, 7, null], 'direction': 'up',"
                                + " 'image': {'width': 0}, 'keywords': 'k', 'url': 'ftp://x', 'a/b~c': 1}"))
                .isProblem(
                        400,
                        "invalid-request",
                        "/titel unknown-field",
                        "/a~1b~0c unknown-field",
                        "/source required",
                        "/url invalid",
                        "/body type",
                        "/direction enum",
                        "/authors/0/name empty",
                        "/authors/1 type",
                        "/authors/2 required",
                        "/keywords type",
                        "/image/url required",
                        "/image/width min");
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

    @Test
    void offersNoIntervalWhereNoneMayBe() {
        for (String field : List.of("published", "modified")) {
            for (Object written : List.of("2011/2015", "2021/x", "x/..", Json.object("value", "2011/.."))) {
                Answer answer = Api.post("/v1/articles", Articles.body(source, field, written));
                answer.isProblem(
                        400, "invalid-request", "/" + field + (written instanceof String ? "" : "/value") + " invalid");
                assertEquals(
                        "must be a year, month, day or instant, not an interval",
                        answer.json().at("/errors/0/detail").asText());
            }
        }
    }

    @Test
    void saysWhatElseMayStandForAString() {
        for (String field : List.of("source", "published", "modified")) {
            assertEquals(
                    "must be a string or an object",
                    Api.post("/v1/articles", Articles.body(source, field, 5))
                            .isProblem(400, "invalid-request", "/" + field + " type")
                            .json()
                            .at("/errors/0/detail")
                            .asText());
        }
        assertEquals(
                "must be a string or an object",
                Api.post("/v1/articles", Articles.body(source, "authors", List.of(5)))
                        .isProblem(400, "invalid-request", "/authors/0 type")
                        .json()
                        .at("/errors/0/detail")
                        .asText());
    }

    @Test
    void showsHowADateIsWritten() {
        assertEquals(
                "must be a year, month, day or instant, as 2017, 2021-09, 2021-09-13 or 2021-09-13T18:30:00Z",
                Api.post("/v1/articles", Articles.body(source, "published", "17/05/2015"))
                        .isProblem(400, "invalid-request", "/published invalid")
                        .json()
                        .at("/errors/0/detail")
                        .asText());
    }
}
