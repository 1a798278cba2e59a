package io.khabar.feed;

import static io.khabar.fixture.Feeds.path;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Feeds;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds as editors write them. */
@QuarkusTest
class FeedsTest {

    @Inject
    FeedLeaseService leases;

    @Test
    void isCreatedWithWhatItIsGiven() {
        String source = Sources.created("name", "سانا");
        String url = Feeds.url();
        Answer answer = Api.post(
                        "/v1/feeds",
                        Json.object(
                                "url",
                                url,
                                "source",
                                source,
                                "language",
                                "AR-sy",
                                "section",
                                "محليات",
                                "intervalMinutes",
                                60,
                                "enabled",
                                false))
                .is(201);
        JsonNode feed = answer.json();
        assertTrue(answer.header("Location").endsWith(path(feed)), () -> answer.header("Location"));
        assertTrue(answer.etag().startsWith("\"1-"), answer::etag);
        assertEquals(
                List.of(
                        "id",
                        "url",
                        "source",
                        "language",
                        "section",
                        "intervalMinutes",
                        "enabled",
                        "counts",
                        "createdAt",
                        "updatedAt",
                        "version"),
                Json.names(feed));
        assertEquals(url, feed.path("url").asText());
        assertEquals(source, feed.path("source").path("key").asText());
        assertEquals("سانا", feed.path("source").path("name").asText());
        assertEquals("ar-SY", feed.path("language").asText());
        assertEquals(60, feed.path("intervalMinutes").asInt());
        assertEquals(0, feed.path("counts").path("fetches").asInt());
        assertEquals(feed, Api.get(path(feed)).is(200).json());
    }

    @Test
    void isDueAtOnceByDefault() {
        JsonNode feed = Feeds.created();
        assertTrue(feed.path("enabled").asBoolean());
        assertEquals(feed.path("createdAt"), feed.path("nextFetchAt"));
        assertFalse(feed.has("source"));
        assertFalse(feed.has("lastStatus"));
    }

    @Test
    void isWrittenBackAsItWasRead() {
        JsonNode feed = Feeds.created("source", Sources.created(), "section", "x");
        JsonNode again = Api.put(path(feed), feed, "If-Match", "\"1\"").is(200).json();
        assertEquals(2, again.path("version").asInt());
        assertEquals(feed.path("source"), again.path("source"));
        assertEquals(feed.path("nextFetchAt"), again.path("nextFetchAt"));
        Api.put(path(feed), feed, "If-Match", "\"1\"").isProblem(412, "version-mismatch", "If-Match: version-mismatch");
    }

    @Test
    void isCreatedAtItsId() {
        String path = "/v1/feeds/" + UUID.randomUUID();
        Api.put(path, Feeds.body(), "If-None-Match", "*").is(201);
        Api.put(path, Feeds.body(), "If-None-Match", "*")
                .isProblem(412, "version-mismatch", "If-None-Match: version-mismatch");
        Api.put(path, Feeds.body("id", UUID.randomUUID())).isProblem(400, "invalid-request", "/id mismatch");
    }

    @Test
    void isPatched() {
        JsonNode feed = Feeds.created("language", "ar", "section", "x");
        JsonNode patched = Api.patch(path(feed), "{\"section\":null,\"intervalMinutes\":30}")
                .is(200)
                .json();
        assertFalse(patched.has("section"));
        assertEquals("ar", patched.path("language").asText());
        assertEquals(30, patched.path("intervalMinutes").asInt());
        assertFalse(Api.patch(path(feed), "{\"enabled\":false}").is(200).json().has("nextFetchAt"));
        assertTrue(Api.patch(path(feed), "{\"enabled\":true}").is(200).json().has("nextFetchAt"));
        Api.patch(path(feed), "{\"url\":null}").isProblem(400, "invalid-request", "/url required");
        Answer minimal = Api.patch(path(feed), "{}", "Prefer", "return=minimal").is(204);
        assertEquals("return=minimal", minimal.header("Preference-Applied"));
    }

    @Test
    void isDeletedAndItsSourceStays() {
        String source = Sources.created();
        JsonNode feed = Feeds.created("source", source);
        Answer used = Api.delete("/v1/sources/" + source).isProblem(409, "source-in-use");
        assertEquals(
                "A feed that is followed names the source.",
                used.json().path("detail").asText());
        Api.delete(path(feed), "If-Match", "\"2\"").isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Api.delete(path(feed)).is(204);
        Api.get(path(feed)).isProblem(404, "not-found");
        Api.delete("/v1/sources/" + source).is(204);
    }

    @Test
    void isFollowedOnce() {
        JsonNode feed = Feeds.created();
        String same = feed.path("url").asText().replace("https", "HTTPS") + "?utm_source=x#top";
        JsonNode problem = Api.post("/v1/feeds", Json.object("url", same))
                .isProblem(409, "feed-exists", "/url feed-exists")
                .json();
        assertEquals(
                Json.object("id", feed.path("id").asText(), "by", "url"),
                Json.object(
                        "id",
                        problem.path("existing").path("id").asText(),
                        "by",
                        problem.path("existing").path("by").asText()));
        Api.post("/v1/feeds", Feeds.body("id", feed.path("id").asText()))
                .isProblem(409, "feed-exists", "/id feed-exists");
        JsonNode other = Feeds.created();
        Api.patch(path(other), Json.object("url", same)).isProblem(409, "feed-exists", "/url feed-exists");
        Api.put(path(other), Json.object("url", same)).isProblem(409, "feed-exists", "/url feed-exists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /url required",
                "{'url': 'ftp://a.example/'} | /url invalid",
                "{'url': 'https://me:secret@a.example/'} | /url invalid",
                "{'url': 'https://a.example/', 'intervalMinutes': 4} | /intervalMinutes min",
                "{'url': 'https://a.example/', 'intervalMinutes': 10081} | /intervalMinutes max",
                "{'url': 'https://a.example/', 'enabled': 'yes'} | /enabled type",
                "{'url': 'https://a.example/', 'language': '?'} | /language invalid",
                "{'url': 'https://a.example/', 'section': ' '} | /section empty"
            })
    void refusesWhatIsNoFeed(String body, String fault) {
        Api.post("/v1/feeds", Json.tree(body)).isProblem(400, "invalid-request", fault);
    }

    @Test
    void refusesUnknownSourcesAndFields() {
        Api.post("/v1/feeds", Feeds.body("source", "no-such-source"))
                .isProblem(400, "unknown-source", "/source unknown-source");
        // What is wrong by itself is said before what fails a condition.
        JsonNode feed = Feeds.created();
        Api.put(path(feed), Feeds.body("source", "no-such-source"), "If-Match", "\"9\"")
                .isProblem(400, "unknown-source", "/source unknown-source");
        Api.patch(path(feed), Json.object("source", "no-such-source"), "If-Match", "\"9\"")
                .isProblem(400, "unknown-source", "/source unknown-source");
        Api.post("/v1/feeds", Feeds.body("interval", 5)).isProblem(400, "unknown-field", "/interval unknown-field");
        Api.post("/v1/feeds?x=1", Feeds.body()).isProblem(400, "unknown-parameter", "?x unknown-parameter");
    }

    @Test
    void areListed() {
        String source = Sources.created();
        String first = Feeds.created("source", source).path("id").asText();
        String second =
                Feeds.created("source", source, "enabled", false).path("id").asText();
        String list = "/v1/feeds?source=" + source;
        assertEquals(List.of(first, second), Json.texts(Api.get(list).json().path("items"), "id"));
        assertEquals(
                List.of(second, first),
                Json.texts(Api.get(list + "&sort=-created").json().path("items"), "id"));
        assertEquals(
                List.of(second),
                Json.texts(Api.get(list + "&enabled=false").json().path("items"), "id"));
        assertEquals(
                List.of(), Json.texts(Api.get(list + "&failing=true").json().path("items"), "id"));
        JsonNode page = Api.get(list + "&limit=1&count=exact&fields=source.key,counts.fetches")
                .is(200)
                .json();
        assertEquals(
                Json.tree("[{'source': {'key': '" + source + "'}, 'counts': {'fetches': 0}}]"), page.path("items"));
        assertEquals(2, page.path("total").path("value").asInt());
        JsonNode next = Api.get(list + "&limit=1&cursor="
                        + page.path("page").path("nextCursor").asText())
                .is(200)
                .json();
        assertEquals(List.of(second), Json.texts(next.path("items"), "id"));
        Api.get(list + "&enabled=maybe").isProblem(400, "invalid-request", "?enabled invalid");
        Api.get(list + "&fields=token").isProblem(400, "unknown-field", "?fields unknown-field");
    }

    /** What a fetch finds is no write of the feed: it fails no editor's condition, but shows in the entity tag. */
    @Test
    void keepsItsVersionWhileItIsFetched() {
        JsonNode feed = Feeds.created();
        String before = Api.get(path(feed)).etag();
        UUID id = UUID.fromString(feed.path("id").asText());
        leases.end(
                leases.take(id).orElseThrow(),
                new Outcome.Failed(503, "status", "The server answers with the status 503.", null, false));
        Answer after = Api.get(path(feed), "If-None-Match", before).is(200);
        assertNotEquals(before, after.etag());
        assertEquals(1, after.json().path("version").asInt());
        assertEquals(503, after.json().path("lastStatus").asInt());
        assertEquals("status", after.json().path("lastError").path("code").asText());
        Api.patch(path(feed), "{\"section\":\"x\"}", "If-Match", before).is(200);
        Api.get(path(feed), "If-None-Match", Api.get(path(feed)).etag()).is(304);
    }

    @Test
    void isReadWithAKeyOnly() {
        JsonNode feed = Feeds.created();
        for (String path : List.of("/v1/feeds", path(feed))) {
            given().get(path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer realm=\"khabar\"")
                    .body("detail", is("Reading this needs an API key."));
            given().head(path).then().statusCode(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000-0000-7000-8000-000000000000"})
    void isNotFoundWhereThereIsNone(String id) {
        Api.get("/v1/feeds/" + id).isProblem(404, "not-found");
        Api.delete("/v1/feeds/" + id).isProblem(404, "not-found");
        Api.patch("/v1/feeds/" + id, "{").isProblem(404, "not-found");
        Api.post("/v1/feeds/" + id + "/fetch", "").isProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/feed",
                "http://localhost/feed",
                "http://127.1/feed",
                "http://2130706433/feed",
                "http://[::1]/feed",
                "http://[::ffff:10.0.0.1]/feed",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "http://0.0.0.0/feed"
            })
    void isNotFetchedFromWithin(String url) {
        JsonNode feed = Feeds.created("url", url + "?" + Sources.fresh("x"));
        Api.post(path(feed) + "/fetch", "").isProblem(502, "feed-failed");
        assertEquals(
                "address-not-public",
                Api.get(path(feed)).json().path("lastError").path("code").asText());
    }
}
