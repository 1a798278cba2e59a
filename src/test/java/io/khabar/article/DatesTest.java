package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatesTest {

    private String source = "";
    private String article = "";

    @BeforeEach
    void createArticle() {
        source = Sources.created();
        article = Articles.path(Articles.created(source));
    }

    private static ObjectNode mentioned(Object... members) {
        return Json.with(Json.object("role", "mentioned"), members);
    }

    private Answer created(ObjectNode body) {
        return Api.post(article + "/dates", body).is(201);
    }

    private static String path(JsonNode date) {
        return "/v1/dates/" + date.path("id").asText();
    }

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

    private static int start(String expression) {
        return Articles.DATED.codePointCount(0, Articles.DATED.indexOf(expression));
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
    void keepsAnExpressionThatIsNotResolvedYet() {
        JsonNode shown = created(mentioned("text", "يوم الاثنين")).json();
        assertFalse(shown.get("resolved").asBoolean());
        assertFalse(shown.has("value") || shown.has("precision") || shown.has("earliest"), shown::toString);
        assertEquals(
                1,
                Api.get(article + "/dates?resolved=false").json().path("items").size());
        assertEquals(
                0,
                Api.get(article + "/dates?resolved=true").json().path("items").size());
        JsonNode resolved = Api.patch(path(shown), Json.object("value", "2021-09-13"))
                .is(200)
                .json();
        assertTrue(resolved.get("resolved").asBoolean());
        assertEquals("يوم الاثنين", resolved.get("text").asText());
        Api.patch(path(shown), Json.object("value", null)).is(200);
        Api.patch(path(shown), Json.object("text", null)).isProblem(400, "invalid-request", "/value required");
    }

    @Test
    void resolvesAGivenExpressionWhenPublishedBecomesKnown() {
        String path = path(created(mentioned("text", "أمس")).json());
        String never = path(created(mentioned("text", "ذات مرة")).json());
        assertFalse(Api.get(path).json().get("resolved").asBoolean());
        Api.patch(article, Json.object("published", "2021-09-14")).is(200);
        JsonNode resolved = Api.get(path).is(200).json();
        assertEquals("2021-09-13", resolved.path("value").asText());
        assertTrue(resolved.get("resolved").asBoolean());
        assertEquals("given", resolved.get("origin").asText());
        assertEquals(2, resolved.get("version").asInt());
        assertFalse(Api.get(never).json().get("resolved").asBoolean());
        assertEquals(1, Api.get(never).json().get("version").asInt());

        // It has its value then, as if somebody had given it; who takes that away asks anew.
        Api.patch(article, Json.object("published", "2021-09-20")).is(200);
        assertEquals(resolved, Api.get(path).json());
        JsonNode anew = Api.patch(path, Json.object("value", null)).is(200).json();
        assertEquals("2021-09-19", anew.path("value").asText());
        assertEquals(3, anew.get("version").asInt());
        JsonNode made = created(mentioned("text", "أمس")).json();
        assertEquals("2021-09-19", made.path("value").asText());
        assertEquals(1, made.get("version").asInt());
    }

    @Test
    void resolvesAnExpressionThatAnImportBringsAndDoesNotBringItTwice() {
        ObjectNode item = Articles.body(
                source,
                "externalId",
                Sources.fresh("x"),
                "published",
                "2021-09-14",
                "dates",
                List.of(mentioned("text", "أمس")));
        JsonNode brought = Imports.lines("", item).path("items").path(0);
        assertEquals("created", brought.path("outcome").asText(), brought::toString);
        article = Articles.path(brought.path("article"));
        assertEquals(List.of("2021-09-13"), values(article + "/dates?role=mentioned"));
        assertEquals(List.of("unchanged"), Imports.outcomes(Imports.lines("?onExisting=update", item)));
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
    void findsWhereTheTextOfADateStands() {
        String path = Articles.path(Articles.created(source, "body", "The fair was in May, in Homs and in Hama."));
        String dates = path + "/dates";
        JsonNode made = Api.post(dates, mentioned("value", "2021-05", "text", "May"))
                .is(201)
                .json();
        assertEquals(16, made.path("startOffset").asInt());
        assertEquals(19, made.path("endOffset").asInt());

        String id = UUID.randomUUID().toString();
        ObjectNode written = Json.with(
                mentioned("value", "2021", "text", "fair"), "articleId", path.substring(path.lastIndexOf('/') + 1));
        for (int status : new int[] {201, 200}) {
            JsonNode put = Api.put("/v1/dates/" + id, written).is(status).json();
            assertEquals(4, put.path("startOffset").asInt());
            assertEquals(8, put.path("endOffset").asInt());
        }
        JsonNode patched = Api.patch("/v1/dates/" + id, Json.object("text", "Homs"))
                .is(200)
                .json();
        assertEquals(24, patched.path("startOffset").asInt());
        assertEquals(28, patched.path("endOffset").asInt());
        for (String several : List.of("in", "nowhere")) {
            JsonNode none = Api.post(dates, mentioned("value", "2020", "text", several))
                    .is(201)
                    .json();
            assertFalse(none.has("startOffset") || none.has("endOffset"), none::toString);
        }
    }

    @Test
    void findsOffsetsAgainOrDropsThemWhenTheBodyChanges() {
        article = Articles.path(Articles.created(source, "body", Articles.DATED));
        String expression = "منذ عام 2011";
        String path = path(created(mentioned(
                        "value",
                        "2011/..",
                        "text",
                        expression,
                        "startOffset",
                        start(expression),
                        "endOffset",
                        start(expression) + expression.length()))
                .json());
        Api.patch(article, Json.object("body", "😀 " + Articles.DATED)).is(200);
        JsonNode moved = Api.get(path).json();
        assertEquals(start(expression) + 2, moved.get("startOffset").asInt());
        assertEquals(
                start(expression) + 2 + expression.length(),
                moved.get("endOffset").asInt());
        assertEquals(2, moved.get("version").asInt());

        Api.patch(article, Json.object("body", "😀 " + Articles.DATED + " أخيرا"))
                .is(200);
        assertEquals(2, Api.get(path).json().get("version").asInt(), "nothing of it changed");

        Api.patch(article, Json.object("body", "نص آخر")).is(200);
        JsonNode lost = Api.get(path).json();
        assertFalse(lost.has("startOffset") || lost.has("endOffset"), lost::toString);
        assertEquals("2011/..", lost.get("value").asText());
        assertEquals(expression, lost.get("text").asText());
        assertEquals("given", lost.get("origin").asText());
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

    @Test
    void listsDatesByEveryFilter() {
        created(mentioned("value", "2011/.."));
        created(mentioned("value", "../2009"));
        created(mentioned("value", "2020-05"));
        created(mentioned("text", "ذات مرة"));
        created(Json.object("role", "published", "value", "2021-09-13T22:30:00Z"));
        String all = "/v1/dates?source=" + source;
        assertEquals(List.of("../2009", "", "2011/..", "2020-05", "2021-09-13T22:30:00Z"), values(all));
        assertEquals(
                List.of("2021-09-13T22:30:00Z", "2020-05", "2011/..", "", "../2009"), values(all + "&sort=-earliest"));
        assertEquals(List.of("../2009"), values(all + "&on=..2010"));
        assertEquals(List.of("2011/..", "2020-05"), values(all + "&on=2020"));
        assertEquals(List.of("2011/..", "2021-09-13T22:30:00Z"), values(all + "&on=2021-09-13"));
        assertEquals(List.of("2011/.."), values(all + "&on=2021-09-13&zone=Asia/Damascus"));
        assertEquals(List.of("2011/..", "2021-09-13T22:30:00Z"), values(all + "&on=2021-09-14&zone=Asia/Damascus"));
        assertEquals(List.of("2021-09-13T22:30:00Z"), values(all + "&role=published"));
        assertEquals(5, values(all + "&role=published&role=mentioned").size());
        assertEquals(List.of("../2009", "2011/.."), values(all + "&precision=interval"));
        assertEquals(List.of(), values(all + "&origin=derived"));
        assertEquals(List.of(""), values(all + "&resolved=false"));
        assertEquals(5, values(all + "&language=ar").size());
        assertEquals(0, values(all + "&language=en").size());
        assertEquals(
                5,
                values("/v1/dates?article=" + article.substring("/v1/articles/".length()))
                        .size());
        Api.get("/v1/dates?article=1").isProblem(400, "invalid-request", "?article invalid");
        Api.get("/v1/dates?resolved=yes").isProblem(400, "invalid-request", "?resolved invalid");
        Api.get("/v1/dates?on=2011/2012").isProblem(400, "invalid-request", "?on invalid");
        Api.get(article + "/dates?article=" + UUID.randomUUID())
                .isProblem(400, "unknown-parameter", "?article unknown-parameter");
        assertEquals(
                Json.tree("[{'value': '2020-05'}]"),
                Api.get(all + "&on=2020&precision=month&fields=value").json().get("items"));
    }

    private static List<String> values(String address) {
        return Json.texts(Api.get(address).is(200).json().path("items"), "value");
    }
}
