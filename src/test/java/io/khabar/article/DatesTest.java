package io.khabar.article;

import static io.khabar.fixture.Dates.mentioned;
import static io.khabar.fixture.Dates.path;
import static io.khabar.fixture.Dates.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatesTest extends DatesOfOneArticle {

    private JsonNode row(String role) {
        return Api.get(article + "/dates?role=" + role)
                .is(200)
                .json()
                .path("items")
                .path(0);
    }

    private int version() {
        return Api.get(article + "?fields=version").json().get("version").asInt();
    }

    @Test
    void createsAndShowsADate() {
        article = Articles.path(Articles.created(source, "body", Articles.DATED));
        Answer answer = created(mentioned(
                "value",
                "2011/..",
                "text",
                "منذ عام 2011",
                "startOffset",
                start("منذ عام 2011"),
                "endOffset",
                start("منذ عام 2011") + 12));
        JsonNode shown = answer.json();
        assertEquals(path(shown), URI.create(answer.header("Location")).getPath());
        assertTrue(answer.etag().startsWith("\"1-"), answer.etag());
        assertEquals(
                List.of(
                        "id",
                        "articleId",
                        "role",
                        "value",
                        "precision",
                        "earliest",
                        "resolved",
                        "text",
                        "startOffset",
                        "endOffset",
                        "origin",
                        "createdAt",
                        "updatedAt",
                        "version"),
                Json.names(shown));
        assertEquals("interval", shown.get("precision").asText());
        assertEquals("2011-01-01T00:00:00Z", shown.get("earliest").asText());
        assertEquals("given", shown.get("origin").asText());
        assertTrue(shown.get("resolved").asBoolean());
        Answer read = Api.get(path(shown)).is(200);
        assertEquals(answer.text(), read.text());
        assertEquals(answer.etag(), read.etag());
        Api.get(path(shown), "If-None-Match", read.etag()).is(304);
        assertEquals(shown, Api.get(article).json().get("dates").get(0));
        assertEquals(2, version());
    }

    @Test
    void rowsAndFieldsAreTheSameFactsWhicheverIsWritten() {
        Api.patch(article, Json.object("published", "2021")).is(200);
        JsonNode published = row("published");
        assertEquals("2021", published.get("value").asText());

        Api.patch(path(published), Json.object("value", "2020-05")).is(200);
        JsonNode shown = Api.get(article).json();
        assertEquals("2020-05", shown.path("published").path("value").asText());
        assertEquals("2020-05-01T00:00:00Z", shown.path("publishedAt").asText());
        assertEquals(3, shown.get("version").asInt());

        Api.put(path(published), Json.object("role", "published", "value", "2019"))
                .is(200);
        assertEquals(
                "2019", Api.get(article).json().path("published").path("value").asText());

        Api.patch(article, Json.object("published", "2018-01-01T00:00:00Z")).is(200);
        assertEquals(
                "2018-01-01T00:00:00Z",
                Api.get(path(published)).json().get("value").asText());
        assertEquals(4, Api.get(path(published)).json().get("version").asInt());

        Api.delete(path(published)).is(204);
        assertFalse(Api.get(article).json().has("published"));
        created(Json.object("role", "modified", "value", "2022"));
        assertEquals(
                "2022", Api.get(article).json().path("modified").path("value").asText());
        Api.patch(article, Json.object("modified", null)).is(200);
        assertTrue(row("modified").isMissingNode());
        assertEquals(8, version());
    }

    @Test
    void hasOnePublishedAndOneModifiedDate() {
        created(Json.object("role", "published", "value", "2021"));
        Api.post(article + "/dates", Json.object("role", "published", "value", "2022"))
                .isProblem(409, "date-exists", "/role date-exists");
        created(Json.object("role", "modified", "value", "2021"));
        Api.post(article + "/dates", Json.object("role", "modified", "value", "2021"))
                .isProblem(409, "date-exists", "/role date-exists");
        UUID id = UUID.randomUUID();
        created(mentioned("value", "2021", "id", id));
        Api.post(article + "/dates", mentioned("value", "2021", "id", id))
                .isProblem(409, "date-exists", "/id date-exists");
        assertEquals(4, version());
    }

    @Test
    void raisesTheVersionOfItsArticleWithEveryWrite() {
        String date = path(created(mentioned("value", "2021")).json());
        assertEquals(2, version());
        Api.patch(date, Json.object("value", "2022")).is(200);
        assertEquals(3, version());
        Api.put(date, mentioned("value", "2023")).is(200);
        assertEquals(4, version());
        Api.delete(date).is(204);
        assertEquals(5, version());
    }

    @Test
    void checksTheShapeOfADate() {
        String dates = article + "/dates";
        Api.post(dates, Json.object("value", "2021")).isProblem(400, "invalid-request", "/role required");
        Api.post(dates, Json.object("role", "born", "value", "2021")).isProblem(400, "invalid-request", "/role enum");
        Api.post(dates, mentioned()).isProblem(400, "invalid-request", "/value required");
        Api.post(dates, Json.object("role", "published")).isProblem(400, "invalid-request", "/value required");
        Api.post(dates, Json.object("role", "published", "value", "2011/2012"))
                .isProblem(400, "invalid-request", "/value invalid");
        Api.post(dates, mentioned("value", "2021", "startOffset", 1))
                .isProblem(400, "invalid-request", "/endOffset required");
        Api.post(dates, mentioned("value", "2021", "startOffset", 5, "endOffset", 5))
                .isProblem(400, "invalid-request", "/endOffset min");
        Api.post(dates, mentioned("value", "2021", "startOffset", 0, "endOffset", 999_999))
                .isProblem(400, "invalid-request", "/endOffset max");
        Api.post(dates, mentioned("value", "2021", "text", "x", "startOffset", 0, "endOffset", 1))
                .isProblem(400, "invalid-request", "/text mismatch");
        Api.post(dates, mentioned("value", "2021", "articleId", UUID.randomUUID()))
                .isProblem(400, "invalid-request", "/articleId mismatch");
        Api.post(dates, mentioned("value", "2021", "orgin", "given"))
                .isProblem(400, "unknown-field", "/orgin unknown-field");
    }

    @Test
    void patchesTheValueInTheFormThatIsShown() {
        String path = path(created(mentioned("value", "2021-09")).json());
        for (String patch :
                List.of("{'value': {}}", "{'value': {'precision': 'day'}}", "{'value': {'latest': null}}")) {
            assertEquals(
                    "2021-09",
                    Api.patch(path, Json.tree(patch))
                            .is(200)
                            .json()
                            .path("value")
                            .asText(),
                    patch);
        }
        assertEquals(
                "2020",
                Api.patch(path, Json.tree("{'value': {'value': '2020'}}"))
                        .is(200)
                        .json()
                        .path("value")
                        .asText());
        Api.patch(path, Json.tree("{'value': {'value': null}}"))
                .isProblem(400, "invalid-request", "/value/value required");
        Api.patch(path, Json.tree("{'value': {'valeu': null}}"))
                .isProblem(400, "unknown-field", "/value/valeu unknown-field");
    }

    @Test
    void keepsRoleAndArticleOnceMade() {
        JsonNode date = created(mentioned("value", "2021")).json();
        Api.patch(path(date), Json.object("role", "published")).isProblem(400, "invalid-request", "/role mismatch");
        Api.put(path(date), Json.object("role", "modified", "value", "2021"))
                .isProblem(400, "invalid-request", "/role mismatch");
        Api.patch(path(date), Json.object("articleId", UUID.randomUUID()))
                .isProblem(400, "invalid-request", "/articleId mismatch");
        Api.patch(path(date), Json.object("id", UUID.randomUUID())).isProblem(400, "invalid-request", "/id mismatch");
        Api.put(path(date), date).is(200);
    }

    @Test
    void putCreatesWhereTheArticleIsNamed() {
        String path = "/v1/dates/" + UUID.randomUUID();
        Api.put(path, mentioned("value", "2021")).isProblem(400, "invalid-request", "/articleId required");
        Api.put(path, mentioned("value", "2021", "articleId", UUID.randomUUID()))
                .isProblem(400, "unknown-article", "/articleId unknown-article");
        String id = article.substring(article.lastIndexOf('/') + 1);
        Api.put(path, mentioned("value", "2021", "articleId", id), "If-Match", "*")
                .isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Answer made = Api.put(path, mentioned("value", "2021", "articleId", id)).is(201);
        assertEquals(path, URI.create(made.header("Location")).getPath());
        Api.put(path, mentioned("value", "2021"), "If-None-Match", "*")
                .isProblem(412, "version-mismatch", "If-None-Match: version-mismatch");
        assertEquals(2, version());
    }

    @Test
    void writesOnlyOnTheVersionThatIsNamed() {
        Answer made = created(mentioned("value", "2021"));
        String path = path(made.json());
        Api.patch(path, Json.object("value", "2022"), "If-Match", made.etag()).is(200);
        Api.patch(path, Json.object("value", "2023"), "If-Match", made.etag())
                .isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Api.delete(path, "If-Match", made.etag()).isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Api.delete(path).is(204);
        Api.delete(path).isProblem(404, "not-found");
        Api.patch(path, "{").isProblem(404, "not-found");
        Api.get(path).isProblem(404, "not-found");
    }

    @Test
    void endsAtAThousandGivenMentions() {
        article = Articles.withGivenDates(source, 999);
        String last = path(created(mentioned("value", "2021")).json());
        Api.post(article + "/dates", mentioned("value", "2021")).isProblem(409, "too-many-dates");
        Api.patch(article, Json.object("body", "وصل عام 2017.")).is(200);
        JsonNode derived = Api.get(article + "/dates?origin=derived")
                .is(200)
                .json()
                .path("items")
                .path(0);
        assertEquals("2017", derived.path("value").asText());
        Api.patch(path(derived), Json.object("value", "2018")).isProblem(409, "too-many-dates");
        // What is given already may be written, and there is room for other roles.
        Api.patch(last, Json.object("value", "2018")).is(200);
        created(Json.object("role", "published", "value", "2021"));
        Api.delete(last).is(204);
        Api.patch(path(derived), Json.object("value", "2018")).is(200);
    }

    @Test
    void goesWithItsArticle() {
        String path = path(created(mentioned("value", "2021")).json());
        Api.delete(article).is(204);
        Api.get(path).isProblem(404, "not-found");
        Api.get(article + "/dates").isProblem(404, "not-found");
        Api.post(article + "/dates", mentioned("value", "2021")).isProblem(404, "not-found");
    }
}
