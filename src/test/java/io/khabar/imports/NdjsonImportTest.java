package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles as JSON, one on each line or in an array. */
@QuarkusTest
class NdjsonImportTest {

    private static JsonNode stored(JsonNode item) {
        return Api.get("/v1/articles/" + item.path("article").path("id").asText())
                .is(200)
                .json();
    }

    /** Without what tells when it was stored. */
    private static JsonNode timeless(JsonNode article) {
        ObjectNode copy = article.deepCopy();
        copy.remove(List.of("createdAt", "updatedAt", "version"));
        copy.path("dates").forEach(date -> ((ObjectNode) date).remove(List.of("createdAt", "updatedAt", "version")));
        return copy;
    }

    @Test
    void storesEveryFieldThatIsGiven() {
        String source = Sources.created();
        ObjectNode full = Articles.full(source);
        JsonNode report = lines("", full);
        assertEquals(List.of("created"), outcomes(report));
        assertEquals(List.of(), findings(report.path("items").get(0)));
        assertEquals(
                List.of("id", "title"), Json.names(report.path("items").get(0).path("article")));
        JsonNode created = Api.post(
                        "/v1/articles",
                        Articles.full(source)
                                .put("url", "https://example.org/" + Sources.fresh("u"))
                                .put("externalId", Sources.fresh("ext")))
                .is(201)
                .json();
        ObjectNode expected = (ObjectNode) timeless(created);
        ObjectNode imported = (ObjectNode) timeless(stored(report.path("items").get(0)));
        for (ObjectNode one : List.of(expected, imported)) {
            one.remove(List.of("id", "url", "externalId"));
            one.path("dates").forEach(date -> ((ObjectNode) date).remove(List.of("id", "articleId")));
        }
        assertEquals(expected, imported);
    }

    @Test
    void derivesWhatIsLeftOpen() {
        String source = Sources.created("timeZone", "Asia/Damascus");
        JsonNode report = lines(
                "", Json.object("source", source, "body", Articles.DATED, "title", "خبر", "published", "2021-09-14"));
        JsonNode article = stored(report.path("items").get(0));
        assertEquals("ar", article.path("language").asText());
        assertEquals(Json.tree("['language', 'direction', 'titleDirection']"), article.path("derived"));
        assertEquals(List.of("2011/..", "2021-09-13", "2021-09-14"), Json.texts(article.path("dates"), "value"));
    }

    @Test
    void rejectsOneLineAndGoesOn() {
        String source = Sources.created();
        String good =
                Articles.body(source).put("externalId", Sources.fresh("e")).toString();
        String other =
                Articles.body(source).put("externalId", Sources.fresh("e")).toString();
        JsonNode report = lines(
                "",
                "\uFEFF" + good + "\r\n\n{broken\n[1]\n"
                        + Articles.body(source, "titel", "x", "title", " ", "published", "2021-13") + "\n"
                        + Json.object("source", "no-such-source", "body", "نص")
                        + "\n" + Json.object("body", "نص") + "\n  \n" + other);
        assertEquals(
                List.of("created", "rejected", "rejected", "rejected", "rejected", "rejected", "created"),
                outcomes(report));
        JsonNode items = report.path("items");
        assertEquals(List.of("malformed-json "), findings(items.get(1)));
        assertEquals(List.of("type "), findings(items.get(2)));
        assertEquals(List.of("unknown-field titel", "empty title", "invalid published"), findings(items.get(3)));
        assertEquals(List.of("unknown-source source"), findings(items.get(4)));
        assertEquals(List.of("source-unknown source"), findings(items.get(5)));
        for (int i = 0; i < items.size(); i++) {
            assertEquals(i, items.get(i).path("index").asInt());
        }
        assertEquals(
                Json.object("items", 7, "created", 2, "updated", 0, "unchanged", 0, "exists", 0, "rejected", 5),
                report.path("totals"));
    }

    @Test
    void rejectsLinesThatAreNoUtf8OrTooLong() {
        String source = Sources.created();
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(utf8("{\"source\": \"" + source + "\", \"body\": \""));
        input.write(0xFF);
        input.writeBytes(utf8("\"}\n"));
        input.writeBytes(utf8("{\"source\": \"" + source + "\", \"body\": \"" + "x".repeat(2 << 20) + "\"}\n"));
        input.writeBytes(utf8(Articles.body(source).toString()));
        JsonNode report = Imports.send("application/x-ndjson", input.toByteArray(), "")
                .is(200)
                .json();
        assertEquals(List.of("rejected", "rejected", "created"), outcomes(report));
        assertEquals(List.of("malformed-json "), findings(report.path("items").get(0)));
        assertEquals(List.of("too-large "), findings(report.path("items").get(1)));
    }

    @Test
    void storesNothingTwice() {
        String source = Sources.created();
        ObjectNode byUrl = Articles.body(source, "url", "https://example.org/" + Sources.fresh("u"));
        ObjectNode byId = Articles.body(source, "externalId", Sources.fresh("e"));
        ObjectNode byText = Json.object("source", source, "body", "نص لا مثيل له.\n\nفقرة.");
        ObjectNode wrapped = Json.object("source", source, "body", "  نص لا مثيل\r\nله.\n\n\nفقرة. ");
        JsonNode first = lines("", byUrl, byId, byText, byUrl, wrapped);
        assertEquals(List.of("created", "created", "created", "exists", "exists"), outcomes(first));
        assertEquals(List.of("article-exists url"), findings(first.path("items").get(3)));
        assertEquals(
                List.of("article-exists text"), findings(first.path("items").get(4)));
        assertEquals(
                first.path("items").get(0).path("article").path("id"),
                first.path("items").get(3).path("article").path("id"));
        JsonNode again = lines("", byUrl, byId, byText);
        assertEquals(List.of("exists", "exists", "exists"), outcomes(again));
        assertEquals(
                List.of("rejected", "rejected", "rejected"),
                outcomes(lines("?onExisting=reject", byUrl, byId, byText)));
        // Another source may have the same text, and so may an article with an address of its own.
        ObjectNode elsewhere = byText.deepCopy().put("source", Sources.created());
        ObjectNode repeated = byText.deepCopy().put("url", "https://example.org/" + Sources.fresh("u"));
        assertEquals(List.of("created", "created"), outcomes(lines("", elsewhere, repeated)));
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

    @Test
    void takesBackWhatWasExported() {
        String source = Sources.created();
        JsonNode article = Articles.created(source, "title", "عنوان", "published", "2021-09-14");
        String path = Articles.path(article);
        Api.patch(path, Json.object("body", Articles.DATED)).is(200);
        Api.post(path + "/dates", Json.object("role", "mentioned", "value", "1990", "text", "قديما"))
                .is(201);
        JsonNode taken = Api.get(path).json().path("dates").get(1);
        assertEquals("derived", taken.path("origin").asText());
        Api.delete("/v1/dates/" + taken.path("id").asText()).is(204);
        JsonNode exported = Api.get("/v1/articles?view=full&source=" + source).json();

        assertEquals(
                List.of("exists"), outcomes(lines("", exported.path("items").get(0))));
        assertEquals(
                List.of("unchanged"),
                outcomes(lines("?onExisting=update", exported.path("items").get(0))));

        Api.delete(path).is(204);
        Api.delete("/v1/sources/" + source).is(204);
        JsonNode report = Imports.send("application/json", utf8(exported.toString()), "")
                .is(200)
                .json();
        assertEquals(List.of("created"), outcomes(report));
        assertEquals(
                List.of("source-created source"), findings(report.path("items").get(0)));
        assertEquals(
                timeless(exported.path("items").get(0)), timeless(Api.get(path).json()));
        // What a person took away stays away.
        Api.patch(path, Json.object("published", "2021-09-15")).is(200);
        assertEquals(
                List.of("1990", "2021-09-13", "2021-09-15"),
                Json.texts(Api.get(path).json().path("dates"), "value"));
    }

    @Test
    void readsAnArrayAndASingleArticle() {
        String source = Sources.created();
        ObjectNode one = Articles.body(source, "externalId", Sources.fresh("e"));
        ObjectNode two = Articles.body(source, "externalId", Sources.fresh("e"));
        JsonNode report = Imports.send("application/json", utf8("[" + one + ", 7, " + two + "]"), "")
                .is(200)
                .json();
        assertEquals(List.of("created", "rejected", "created"), outcomes(report));
        assertEquals(
                List.of("exists"),
                outcomes(Imports.send("application/json", utf8(one.toString()), "")
                        .is(200)
                        .json()));
        JsonNode broken = Imports.send("application/json", utf8("[" + two + ", {"), "")
                .is(200)
                .json();
        assertEquals(List.of("exists", "rejected"), outcomes(broken));
        assertEquals(List.of("malformed-json "), findings(broken.path("items").get(1)));
        assertEquals(
                List.of(),
                outcomes(
                        Imports.send("application/json", utf8("[]"), "").is(200).json()));
        JsonNode huge = Imports.send(
                        "application/json", utf8("[{\"body\": \"" + "x".repeat(3 << 20) + "\"}, " + one + "]"), "")
                .is(200)
                .json();
        assertEquals(List.of("too-large "), findings(huge.path("items").get(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'items': [%s], 'next': {'a': [1]}} {'items': [%s]}",
                "{'items': [%s]} [%s]",
                "{'items': [%s]} x %s",
                "[%s] {'items': [%s]}"
            })
    void saysWhereAnotherDocumentStandsBehindTheFirst(String documents) {
        String source = Sources.created();
        String input = documents
                .replace('\'', '"')
                .formatted(
                        Articles.body(source, "externalId", Sources.fresh("e")),
                        Articles.body(source, "externalId", Sources.fresh("e")));
        JsonNode report =
                Imports.send("application/json", utf8(input), "").is(200).json();
        assertEquals(List.of("created", "rejected"), outcomes(report));
        assertEquals(List.of("malformed-json "), findings(report.path("items").get(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|it has no array `items`",
                "{\"page\": {}}|it has no array `items`",
                "{\"items\": 5}|its `items` are no array",
                "{\"items\": {}, \"page\": {\"limit\": 20}}|its `items` are no array"
            })
    void saysThatADocumentHasNoArticles(String document, String reason) {
        JsonNode report =
                Imports.send("application/json", utf8(document), "").is(200).json();
        assertEquals(List.of("rejected"), outcomes(report));
        assertEquals(
                Json.tree("[{'stage': 'read', 'level': 'error', 'code': 'type', 'detail':"
                        + " 'The document is no article, as it has none of the fields of one, and " + reason
                        + " of articles.'}]"),
                report.at("/items/0/findings"));
    }

    @Test
    void saysThatAnObjectIsNoArticle() {
        JsonNode report = lines("", "{}\n{\"page\": {}}");
        assertEquals(List.of("rejected", "rejected"), outcomes(report));
        for (JsonNode item : report.path("items")) {
            assertEquals(
                    Json.tree("[{'stage': 'read', 'level': 'error', 'code': 'type',"
                            + " 'detail': 'The item is no article: it has none of the fields of one.'}]"),
                    item.path("findings"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FEFF0000", "005B0000", "0000005B00FFFFFF", "0000FFFE0000005B"})
    void rejectsOctetsThatAreInNoEncoding(String octets) {
        byte[] input = HexFormat.of().parseHex(octets);
        JsonNode report = Imports.send("application/json", input, "").is(200).json();
        assertEquals(List.of("rejected"), outcomes(report));
        assertEquals(List.of("malformed-json "), findings(report.path("items").get(0)));
    }

    @Test
    void sendsALineForEachItem() {
        String source = Sources.created();
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            input.append(Articles.body(source, "externalId", Sources.fresh("e")))
                    .append('\n');
        }
        Api.Answer answer =
                Imports.send("application/x-ndjson", utf8(input.toString()), "", "Accept", "application/x-ndjson");
        assertEquals("application/x-ndjson", answer.is(200).header("Content-Type"));
        List<JsonNode> items = new ArrayList<>();
        answer.text().lines().map(Json::tree).forEach(items::add);
        assertEquals(601, items.size());
        assertEquals(599, items.get(599).path("index").asInt());
        assertEquals(600, items.get(600).path("totals").path("created").asInt());
        assertFalse(items.get(0).path("article").path("id").asText().isEmpty());
    }

    @Test
    void storesNothingInADryRun() {
        String source = Sources.created();
        ObjectNode article = Json.object("source", source, "body", Articles.DATED, "published", "2021-09-14");
        JsonNode report = lines("?dryRun=true", article, article);
        assertEquals(List.of("created", "exists"), outcomes(report));
        JsonNode shown = report.path("items").get(0).path("article");
        assertEquals(Articles.DATED, shown.path("body").asText());
        assertEquals(source, shown.path("source").path("key").asText());
        assertEquals(List.of("2011/..", "2021-09-13", "2021-09-14"), Json.texts(shown.path("dates"), "value"));
        Api.get("/v1/articles/" + shown.path("id").asText()).is(404);

        String name = "وكالة " + Sources.fresh("dry");
        JsonNode text = Imports.text("?dryRun=true", "خبر عاجل من دمشق.\nالمصدر: " + name);
        assertEquals(List.of("created"), outcomes(text));
        assertEquals(
                name,
                text.path("items")
                        .get(0)
                        .path("article")
                        .path("source")
                        .path("name")
                        .asText());
        Api.get("/v1/sources/" + text.at("/items/0/article/source/key").asText())
                .is(404);
    }

    @Test
    void letsParametersBeatWhatIsDerivedAndStatedOnesOnlyWhenAsked() {
        String source = Sources.created();
        ObjectNode stated = Articles.body(source, "section", "محليات", "language", "fa");
        ObjectNode open = Json.object("body", "نص آخر قصير.");
        String query = "?source=" + source + "&section=world&language=en&keyword=a&keyword=b";
        JsonNode report = lines(query, stated, open);
        JsonNode first = stored(report.path("items").get(0));
        assertEquals("محليات", first.path("section").asText());
        assertEquals("fa", first.path("language").asText());
        assertEquals(Json.tree("['a', 'b']"), first.path("keywords"));
        JsonNode second = stored(report.path("items").get(1));
        assertEquals("world", second.path("section").asText());
        assertEquals("en", second.path("language").asText());
        assertEquals(Json.tree("['direction']"), second.path("derived"));
        JsonNode over = stored(lines(query + "&override=true&onExisting=update", stated)
                .path("items")
                .get(0));
        assertEquals("world", over.path("section").asText());
        assertEquals("en", over.path("language").asText());
        assertEquals(first.path("id"), over.path("id"));
    }

    @Test
    void resolvesDatesInTheGivenZoneAndDirection() {
        String source = Sources.created();
        ObjectNode article =
                Json.object("source", source, "body", "وصل الوفد أمس.", "published", "2021-09-13T22:30:00Z");
        assertTrue(Json.texts(lines("?dryRun=true", article).at("/items/0/article/dates"), "value")
                .contains("2021-09-12"));
        assertTrue(Json.texts(lines("?dryRun=true&zone=Asia/Damascus", article).at("/items/0/article/dates"), "value")
                .contains("2021-09-13"));
        ObjectNode weekday = Json.object("source", source, "body", "يصل الوفد يوم الاثنين.", "published", "2021-09-15");
        assertTrue(Json.texts(lines("?dryRun=true", weekday).at("/items/0/article/dates"), "value")
                .contains("2021-09-13"));
        assertTrue(Json.texts(lines("?dryRun=true&bias=future", weekday).at("/items/0/article/dates"), "value")
                .contains("2021-09-20"));
    }

    @Test
    void namesWhatIsWrongWithTheParameters() {
        Imports.send("application/x-ndjson", utf8(""), "?onExisting=maybe&split=true&url=https://example.org/")
                .isProblem(400, "invalid-request", "?split invalid", "?url invalid", "?onExisting enum");
        Imports.send("application/x-ndjson", utf8(""), "?source=no-such-source")
                .isProblem(400, "unknown-source", "?source unknown-source");
        Imports.send("application/x-ndjson; charset=windows-1256", utf8(""), "")
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void splitsARawText() {
        String source = Sources.created();
        JsonNode report = Imports.text(
                "?split=true&source=" + source,
                "---\nالخبر الأول من دمشق.\nفقرة ثانية.\n-----\r\n\nالخبر الثاني من حلب.\n====\n\n=== \nالثالث من حمص.");
        assertEquals(List.of("created", "created", "created"), outcomes(report));
        assertEquals(
                "الخبر الأول من دمشق.\n\nفقرة ثانية.",
                stored(report.path("items").get(0)).path("body").asText());
        assertEquals(
                Json.tree("['keywords', 'lead', 'language', 'direction']"),
                stored(report.path("items").get(1)).path("derived"));
    }
}
