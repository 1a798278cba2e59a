package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Changes;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which source an imported article is of. */
@QuarkusTest
class ImportedSourcesTest {

    private static ObjectNode with(ObjectNode source) {
        return Json.object("body", Articles.DATED, "externalId", Sources.fresh("e"))
                .set("source", source);
    }

    private static JsonNode page(String url, String site, String text, String query) {
        String page = "<html><head><title>Harbour reopens</title><meta property='og:site_name' content='" + site
                + "'></head><body><article><p>" + text.repeat(3) + "</p></article></body></html>";
        return Imports.send("text/html", utf8(page), "?url=" + url + query)
                .is(200)
                .json()
                .path("items")
                .get(0);
    }

    @Test
    void refusesWhatASourceDoesNotHave() {
        String key = Sources.created();
        JsonNode report = lines(
                "",
                with(Json.object("key", key)),
                with(Json.object("key", key, "nmae", "x")),
                with(Json.object("key", 7)),
                with(Json.object("key", "not a key")),
                with(Json.object("key", Sources.fresh("new"), "name", "")));
        assertEquals(List.of("created", "rejected", "rejected", "rejected", "rejected"), outcomes(report));
        assertEquals(
                List.of("unknown-field source/nmae"),
                findings(report.path("items").get(1)));
        assertEquals(List.of("type source/key"), findings(report.path("items").get(2)));
        assertEquals(
                List.of("invalid source/key"), findings(report.path("items").get(3)));
        assertEquals(List.of("empty source/name"), findings(report.path("items").get(4)));
    }

    @Test
    void makesNoSourceForWhatIsRejected() {
        String key = Sources.fresh("new");
        ObjectNode source = Json.object("key", key, "name", "وكالة " + key);
        ObjectNode faulty = with(source.deepCopy()).put("title", " ");
        assertEquals(List.of("rejected"), outcomes(lines("", faulty)));
        Api.get("/v1/sources/" + key).is(404);
        JsonNode report = lines("", faulty, with(source.deepCopy()), with(source.deepCopy()));
        assertEquals(List.of("rejected", "created", "created"), outcomes(report));
        assertEquals(
                List.of("source-created source"), findings(report.path("items").get(1)));
        assertEquals(List.of(), findings(report.path("items").get(2)));
        assertEquals(
                "وكالة " + key,
                Api.get("/v1/sources/" + key).is(200).json().path("name").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryRun=true", ""})
    void findsWhatWasMadeForAnArticleBefore(String query) {
        String key = Sources.fresh("new");
        String id = UUID.randomUUID().toString();
        List<JsonNode> articles = new ArrayList<>();
        articles.add(with(Json.object("id", id, "key", key, "name", "وكالة " + key)));
        // More than one batch, of which some are taken apart at the same time.
        for (int i = 0; i < 400; i++) {
            articles.add(Json.object("body", Articles.DATED, "externalId", Sources.fresh("e"), "source", key));
            articles.add(Json.object("body", Articles.DATED, "externalId", Sources.fresh("e"), "source", id));
        }
        JsonNode report = lines(query, articles.toArray(JsonNode[]::new));
        assertEquals(Collections.nCopies(801, "created"), outcomes(report));
        assertEquals(
                List.of("source-created source"), findings(report.path("items").get(0)));
        assertEquals(List.of(), findings(report.path("items").get(800)));
        Api.get("/v1/sources/" + key).is(query.isEmpty() ? 200 : 404);
    }

    @Test
    void saysWhereOnlyTheDomainOfASourceIsKnown() {
        String host = Sources.fresh("paper") + ".example";
        String text = "The harbour of Port Saint Anne reopened to cargo ships on Tuesday after a strike. ";
        String url = "https://" + host + "/a/";
        JsonNode first = page(url + 1, "Herald " + host, text, "");
        assertEquals(List.of("source-created source"), findings(first));
        assertEquals(List.of(), findings(page(url + 2, "Herald " + host, text, "")));
        JsonNode other = page(url + 3, "Herald Arabic", text, "");
        assertEquals("created", other.path("outcome").asText());
        assertEquals(List.of("source-by-domain source"), findings(other));
    }

    @Test
    void isTheOneWhoseKeyIsTheName() {
        String key = Sources.created("name", "The Levant Courier", "aliases", List.of(Sources.fresh("Courier of ")));
        JsonNode text = Imports.text("", "The harbour reopened on Tuesday.\nSource: " + key + "\n");
        JsonNode page = page(
                "https://" + Sources.fresh("paper") + ".example/a/1",
                key,
                "The harbour of Port Saint Anne reopened to cargo ships on Tuesday after a strike. ",
                "");
        for (JsonNode item : List.of(text.path("items").get(0), page)) {
            assertEquals("created", item.path("outcome").asText(), item::toString);
            assertFalse(findings(item).contains("source-created source"), item::toString);
            assertEquals(key, item.at("/article/source/key").asText(), item::toString);
        }
    }

    @Test
    void isTheOneWhoseAliasIsItsKey() {
        String key = Sources.fresh("levant-courier");
        Api.post("/v1/sources", Json.object("key", key, "name", "بريد المشرق", "aliases", List.of(key)))
                .is(201);
        for (int change = 0; change < 2; change++) {
            JsonNode item = Imports.text(
                            "",
                            "The harbour of " + Sources.word() + " reopened on Tuesday.\nSource: "
                                    + key.replace('-', ' ') + "\n")
                    .path("items")
                    .get(0);
            assertEquals("created", item.path("outcome").asText(), item::toString);
            assertEquals(key, item.at("/article/source/key").asText(), item::toString);
            JsonNode written = Api.patch("/v1/sources/" + key, Json.object("description", "Number " + change))
                    .is(200)
                    .json();
            assertEquals(Json.tree("['" + key + "']"), written.path("aliases"));
        }
    }

    @Test
    void isRefusedWhereIdAndKeyAreThoseOfTwo() {
        String first = Sources.created();
        String other = Sources.created();
        String id = Api.get("/v1/sources/" + first).is(200).id();
        JsonNode report = lines(
                "",
                with(Json.object("id", id, "key", other)),
                with(Json.object("id", id, "key", other, "name", "B")),
                with(Json.object("id", id, "key", first)),
                // Called so where it comes from.
                with(Json.object("id", id, "key", Sources.fresh("renamed"), "name", "B")));
        assertEquals(List.of("rejected", "rejected", "created", "created"), outcomes(report));
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    List.of("mismatch source/key"),
                    findings(report.path("items").get(i)));
        }
        for (int i = 2; i < 4; i++) {
            JsonNode article = report.path("items").get(i).path("article");
            assertEquals(
                    first,
                    Api.get(Articles.path(article))
                            .is(200)
                            .json()
                            .at("/source/key")
                            .asText());
        }
    }

    @Test
    void makesNoSourceForWhatIsRejectedForItsDates() {
        String key = Sources.fresh("new");
        ObjectNode faulty = with(Json.object("key", key, "name", "وكالة " + key));
        faulty.set("dates", Json.tree("""
            [{'role': 'mentioned', 'value': '2021', 'text': 'zzz', 'startOffset': 0, 'endOffset': 3}]\
            """));
        JsonNode report = lines("", faulty);
        assertEquals(List.of("rejected"), outcomes(report));
        assertEquals(List.of("mismatch text"), findings(report.path("items").get(0)));
        Api.get("/v1/sources/" + key).is(404);
    }

    @Test
    void leavesNoSourceBehindThatGotNoArticle() {
        String url = "https://paper.example/" + Sources.fresh("a");
        String first = Sources.created();
        lines("", Articles.body(first, "url", url));
        String key = Sources.fresh("new");
        ObjectNode known = with(Json.object("key", key, "name", "وكالة " + key)).put("url", url);
        for (String query : List.of("", "?onExisting=reject")) {
            JsonNode report = lines(query, known.deepCopy());
            assertFalse(findings(report.path("items").get(0)).contains("source-created source"), report::toString);
        }
        Api.get("/v1/sources/" + key).is(404);
        JsonNode moved = lines("?onExisting=update", known.deepCopy());
        assertEquals(List.of("updated"), outcomes(moved));
        assertEquals(
                List.of("source-created source", "article-exists url"),
                findings(moved.path("items").get(0)));
        Api.get("/v1/sources/" + key).is(200);
    }

    @Test
    void makesNoSourceForWhatStaysAsItIs() {
        String url = "https://paper.example/" + Sources.fresh("a");
        String id = Articles.created(Sources.created(), "url", url).path("id").asText();
        String key = Sources.fresh("new");
        ObjectNode known = with(Json.object("key", key, "name", "وكالة " + key));
        Changes changes = Changes.fromNow();
        for (String query : List.of("", "?onExisting=reject")) {
            lines(query, known.deepCopy().put("url", url), known.deepCopy().put("id", id));
        }
        String other = Sources.created();
        assertEquals(
                List.of("source created 1"),
                changes.next(1).stream().map(Changes::brief).toList(),
                other);
        JsonNode report = lines("", known.deepCopy().put("url", url), known.deepCopy());
        assertEquals(List.of("exists", "created"), outcomes(report));
        assertEquals(
                List.of("source-created source"), findings(report.path("items").get(1)));
    }

    @Test
    void leavesNoSourceBehindWhereAPersonGaveAnother() {
        String host = Sources.fresh("paper") + ".example";
        String url = "https://" + host + "/a/1";
        String text = "The harbour of Port Saint Anne reopened on Tuesday. ";
        Articles.created(Sources.created(), "url", url);
        JsonNode item = page(url, "Herald " + host, text, "&onExisting=update");
        assertEquals(List.of("article-exists url"), findings(item));
        assertFalse(Json.texts(Api.get("/v1/sources?q=" + host).is(200).json().path("items"), "name")
                .contains("Herald " + host));
    }

    @Test
    void keepsTheSourceThatOneArticleOfTheImportHas() {
        String url = "https://paper.example/" + Sources.fresh("a");
        String first = Sources.created();
        lines("", Articles.body(first, "url", url));
        String key = Sources.fresh("new");
        ObjectNode source = Json.object("key", key, "name", "وكالة " + key);
        JsonNode report = lines(
                "",
                with(source.deepCopy()).put("url", url),
                with(source.deepCopy()),
                with(source.deepCopy()).put("url", url));
        assertEquals(List.of("exists", "created", "exists"), outcomes(report));
        assertEquals(
                List.of("source-created source"), findings(report.path("items").get(1)));
        Api.get("/v1/sources/" + key).is(200);
    }

    @Test
    void keepsTheSourceThatAPersonGave() {
        String host = Sources.fresh("paper") + ".example";
        String url = "https://" + host + "/a/1";
        JsonNode item = page(url, "Herald " + host, "The harbour of Port Saint Anne reopened on Tuesday. ", "");
        String path = "/v1/articles/" + item.path("article").path("id").asText();
        String given = Sources.created();
        Api.patch(path, Json.object("source", given)).is(200);
        JsonNode again = page(
                url,
                "Herald " + host,
                "The harbour of Port Saint Anne reopened on Tuesday, and closed again. ",
                "&onExisting=update");
        assertEquals("updated", again.path("outcome").asText());
        assertEquals(
                given, Api.get(path).is(200).json().path("source").path("key").asText());
    }
}
