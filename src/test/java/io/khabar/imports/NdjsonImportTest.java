package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.stored;
import static io.khabar.fixture.Imports.timeless;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Articles as JSON, one on each line. */
@QuarkusTest
class NdjsonImportTest {

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
        input.writeBytes(utf8("{\"source\": \"" + source + "\", \"body\": \"" + "x".repeat(12 << 20) + "\"}\n"));
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
    void saysWhereALineIsNoJson() {
        JsonNode items = lines(
                        "?dryRun=true",
                        Articles.body(Sources.created()) + "\r\n\n{\"body\": }\n{\"title\": \"ع\", \"body\"}\n{}")
                .path("items");
        assertEquals(List.of(), findings(items.get(0)));
        assertEquals(
                "The item is not valid JSON at line 3, column 10: Unexpected character ('}' (code 125)): expected a valid value (JSON String, Number,"
                        + " Array, Object or token 'null', 'true' or 'false').",
                items.at("/1/findings/0/detail").asText());
        assertEquals(
                "at line 4, column",
                items.at("/2/findings/0/detail").asText().replaceFirst(".*(at line \\d+, column).*", "$1"));
    }
}
