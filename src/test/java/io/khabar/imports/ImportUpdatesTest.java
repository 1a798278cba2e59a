package io.khabar.imports;

import static io.khabar.fixture.Imports.article;
import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of articles that are imported again, of their dates, and of how their text was read. */
@QuarkusTest
class ImportUpdatesTest {

    private static final String WEEKDAY = "يصل الوفد يوم الاثنين.";

    private static List<String> dates(JsonNode report, int index) {
        String id = report.path("items").get(index).path("article").path("id").asText();
        return Json.texts(Api.get("/v1/articles/" + id).is(200).json().path("dates"), "value");
    }

    private static ObjectNode weekday(String source) {
        return article(source, WEEKDAY, "2021-09-15");
    }

    @Test
    void namesWhatIsStoredAndNotWhatWasSent() {
        String source = Sources.created();
        ObjectNode stored = Articles.body(source, "externalId", Sources.fresh("e"), "title", "Old");
        ObjectNode untitled = Articles.body(source, "externalId", Sources.fresh("e"));
        JsonNode first = lines("", stored, untitled);
        List<JsonNode> named = List.of(
                Json.object("id", first.at("/items/0/article/id").asText(), "title", "Old"),
                Json.object("id", first.at("/items/1/article/id").asText()));
        ObjectNode other = stored.deepCopy().put("title", "New");
        ObjectNode titled = untitled.deepCopy().put("title", "New");
        for (String onExisting : List.of("skip", "reject")) {
            JsonNode report = lines("?onExisting=" + onExisting, other, titled);
            assertEquals(named, List.of(report.at("/items/0/article"), report.at("/items/1/article")));
        }
        stored.remove("title");
        JsonNode report = lines("?onExisting=update", stored.put("section", "Ports"), titled);
        assertEquals(List.of("updated", "updated"), outcomes(report));
        assertEquals(named.get(0), report.at("/items/0/article"));
        assertEquals("New", report.at("/items/1/article/title").asText());
    }

    @Test
    void takesANewTextTogetherWithADateInIt() {
        ObjectNode article = Json.object(
                "source", Sources.created(), "externalId", Sources.fresh("e"), "body", "عاد الوفد.", "language", "ar");
        lines("", article);
        ObjectNode changed = article.deepCopy().put("body", "قال الناطق إن الوفد عاد في مطلع الشتاء البارد.");
        changed.set("dates", Json.tree("""
            [{'role': 'mentioned', 'value': '2020-12', 'text': 'مطلع الشتاء', 'startOffset': 27, 'endOffset': 38}]\
            """));
        JsonNode report = lines("?onExisting=update", changed);
        assertEquals(
                List.of("article-exists externalId"),
                findings(report.path("items").get(0)));
        assertEquals(List.of("updated"), outcomes(report));
        assertEquals(List.of("2020-12"), dates(report, 0));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", changed)));
    }

    @Test
    void movesAGivenDateAndDoesNotBringItTwice() {
        ObjectNode article = Json.object(
                "source", Sources.created(), "externalId", Sources.fresh("e"), "body", "عاد في مطلع الشتاء البارد.");
        article.set("dates", Json.tree("""
            [{'role': 'mentioned', 'value': '2020-12', 'text': 'مطلع الشتاء', 'startOffset': 7, 'endOffset': 18}]\
            """));
        lines("", article);
        ObjectNode changed = article.deepCopy().put("body", "قيل إنه عاد في مطلع الشتاء البارد.");
        ((ObjectNode) changed.path("dates").get(0)).put("startOffset", 15).put("endOffset", 26);
        JsonNode report = lines("?onExisting=update", changed);
        assertEquals(List.of("updated"), outcomes(report));
        assertEquals(List.of("2020-12"), dates(report, 0));
    }

    @Test
    void readsUpdatedTextsLikeNewOnes() {
        String source = Sources.created();
        ObjectNode stored = weekday(source);
        JsonNode first = lines("", stored);
        assertEquals(List.of("2021-09-13", "2021-09-15"), dates(first, 0));
        JsonNode report = lines("?onExisting=update&bias=future", stored, weekday(source));
        assertEquals(List.of("updated", "created"), outcomes(report));
        assertEquals(List.of("2021-09-15", "2021-09-20"), dates(report, 0));
        assertEquals(List.of("2021-09-15", "2021-09-20"), dates(report, 1));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update&bias=future", stored)));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", stored)));
    }

    @Test
    void readsATextAgainAsItWasReadFirst() {
        String source = Sources.created();
        ObjectNode late = article(source, "وصل الوفد أمس.", "2021-09-12T22:30:00Z");
        JsonNode report = lines("?zone=Asia/Damascus&bias=future", late, weekday(source));
        assertTrue(dates(report, 0).contains("2021-09-12"));
        Api.patch(path(report, 0), Json.object("published", "2021-09-13T22:30:00Z"))
                .is(200);
        assertTrue(dates(report, 0).contains("2021-09-13"));
        Api.patch(path(report, 1), Json.object("published", "2021-09-22")).is(200);
        assertEquals(List.of("2021-09-22", "2021-09-27"), dates(report, 1));
    }

    @Test
    void readsGivenExpressionsAsItReadTheText() {
        ObjectNode late = Json.object(
                "source",
                Sources.created(),
                "body",
                "وصل الوفد.",
                "language",
                "ar",
                "published",
                "2021-09-12T22:30:00Z");
        JsonNode report = lines("?zone=Asia/Damascus&bias=future", late);
        for (String[] expected : new String[][] {{"أمس", "2021-09-12"}, {"يوم الاثنين", "2021-09-13"}}) {
            JsonNode given = Api.post(path(report, 0) + "/dates", Json.object("role", "mentioned", "text", expected[0]))
                    .is(201)
                    .json();
            assertEquals(expected[1], given.path("value").asText(), given::toString);
        }
        // A Monday there: the coming one is today, and a week later from the next day on.
        Api.patch(path(report, 0), Json.object("published", null)).is(200);
        JsonNode waiting = Api.post(path(report, 0) + "/dates", Json.object("role", "mentioned", "text", "غدا"))
                .is(201)
                .json();
        assertFalse(waiting.has("value"), waiting::toString);
        Api.patch(path(report, 0), Json.object("published", "2021-09-13T22:30:00Z"))
                .is(200);
        assertEquals(
                "2021-09-15",
                Api.get("/v1/dates/" + waiting.path("id").asText())
                        .json()
                        .path("value")
                        .asText());
    }

    private static String path(JsonNode report, int index) {
        return "/v1/articles/"
                + report.path("items").get(index).path("article").path("id").asText();
    }

    @Test
    void updatesWhatTheInputStates() {
        String source = Sources.created();
        ObjectNode article =
                Articles.body(source, "externalId", Sources.fresh("e"), "title", "عنوان", "section", "محليات");
        lines("", article);
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
        ObjectNode changed = Json.object(
                "source",
                source,
                "externalId",
                article.get("externalId").asText(),
                "body",
                Articles.DATED,
                "title",
                "آخر");
        JsonNode report = lines("?onExisting=update", changed);
        assertEquals(List.of("updated"), outcomes(report));
        JsonNode stored = stored(report.path("items").get(0));
        assertEquals("آخر", stored.path("title").asText());
        assertEquals("محليات", stored.path("section").asText(), "what is not stated stays");
        assertEquals(List.of("2011/..", "2021-09-13"), Json.texts(stored.path("dates"), "value"));
        assertEquals(2, stored.path("version").asInt());
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", changed)));
    }

    @Test
    void updatesOneArticleTwiceInOneInput() {
        String source = Sources.created();
        ObjectNode first = Articles.body(source, "externalId", Sources.fresh("e"), "title", "أ");
        ObjectNode second = first.deepCopy().put("title", "ب");
        JsonNode report = lines("?onExisting=update", first, second, first);
        assertEquals(List.of("created", "updated", "updated"), outcomes(report));
        assertEquals("أ", stored(report.path("items").get(0)).path("title").asText());
    }

    @Test
    void rejectsAnUpdateThatTakesTheAddressOfAnother() {
        String source = Sources.created();
        String url = "https://example.org/" + Sources.fresh("u");
        ObjectNode one = Articles.body(source, "url", url);
        ObjectNode two = Articles.body(source, "externalId", Sources.fresh("e"));
        JsonNode ids = lines("", one, two);
        ObjectNode clash = two.deepCopy()
                .put("id", ids.path("items").get(1).path("article").path("id").asText())
                .put("url", url);
        ObjectNode fine = Articles.body(source, "externalId", Sources.fresh("e"));
        JsonNode report = lines("?onExisting=update", clash, fine);
        assertEquals(List.of("rejected", "created"), outcomes(report));
        assertEquals(
                List.of("article-exists url"), findings(report.path("items").get(0)));
    }
}
