package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** White space and what cannot be seen at the ends of texts is nobody's, wherever it comes from. */
@QuarkusTest
class NamesTest {

    private static final JsonNode NAMED =
            Json.tree("{'section': 's', 'keywords': ['k', 'two words'], 'authors': [{'name': 'a'}, {'name': 'b c'}]}");

    private String source = "";

    @BeforeEach
    void createSource() {
        source = Sources.created();
    }

    private static JsonNode named(JsonNode article) {
        return Json.object(
                "section", article.get("section"),
                "keywords", article.get("keywords"),
                "authors", article.get("authors"));
    }

    private Object[] padded() {
        return new Object[] {
            "section",
            "\u00a0s\t",
            "keywords",
            List.of(" k ", "k", "k\u200b", "\u3000two words"),
            "authors",
            List.of("\u200fa ", Json.object("name", "\n b c"))
        };
    }

    @Test
    void areStoredWithoutWhiteSpaceAtTheirEnds() {
        JsonNode created = Articles.created(source, padded());
        assertEquals(NAMED, named(created));

        String path = Articles.path(created);
        assertEquals(
                NAMED,
                named(Api.put(path, Articles.body(source, padded())).is(200).json()));
        assertEquals(NAMED, named(Api.patch(path, Json.object(padded())).is(200).json()));
    }

    @Test
    void areImportedWithoutWhiteSpaceAtTheirEnds() {
        JsonNode item =
                Imports.lines("", Articles.body(source, padded())).path("items").path(0);
        assertEquals(
                NAMED,
                named(Api.get(Articles.path(item.path("article"))).is(200).json()));

        JsonNode text = Imports.text(
                Api.query("?source=" + source, "section", " s ", "keyword", " k", "keyword", "two words\u00a0"),
                Sources.word() + " " + Articles.TEXT);
        JsonNode read = Api.get(Articles.path(text.path("items").path(0).path("article")))
                .is(200)
                .json();
        assertEquals(NAMED.get("section"), read.get("section"));
        assertEquals(NAMED.get("keywords"), read.get("keywords"));
    }

    @Test
    void areTheSameWhateverDoesNotShowAroundThem() {
        String id = Sources.word();
        JsonNode article = Articles.created(
                source,
                "externalId",
                " " + id + "\u200e",
                "title",
                "\u200f خبر\u200cها ",
                "lead",
                "\tمقدمة\u00a0",
                "rights",
                "\ufeffحقوق",
                "image",
                Json.tree(
                        "{'url': 'https://example.org/a b.jpg', 'alt': ' x ', 'caption': 'y\u200b', 'credit': ' z'}"));
        assertEquals(id, article.get("externalId").textValue());
        assertEquals("خبر\u200cها", article.get("title").textValue());
        assertEquals("مقدمة", article.get("lead").textValue());
        assertEquals("حقوق", article.get("rights").textValue());
        assertEquals(
                Json.tree("{'url': 'https://example.org/a%20b.jpg', 'alt': 'x', 'caption': 'y', 'credit': 'z'}"),
                article.get("image"));
        Api.post("/v1/articles", Articles.body(source, "externalId", id + " "))
                .isProblem(409, "article-exists", "/externalId article-exists");
        JsonNode item = Imports.lines("", Articles.body(source, "externalId", "\u200f" + id))
                .path("items")
                .path(0);
        assertEquals("exists", item.path("outcome").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u200f\u00a0\ufeff", "\u200d \u2060"})
    void areNoneWhereNothingShows(String body) {
        Api.post("/v1/articles", Articles.body(source, "body", body)).isProblem(400, "invalid-request", "/body empty");
        JsonNode item = Imports.lines("", Articles.body(source, "body", body))
                .path("items")
                .path(0);
        assertEquals("rejected", item.path("outcome").asText(), item::toString);
        JsonNode text = Imports.text("?source=" + source, body).path("items");
        assertEquals("rejected", text.path(0).path("outcome").asText("rejected"), text::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"section", "keyword", "author"})
    void areFoundWithWhiteSpaceAtTheirEnds(String filter) {
        String name = Sources.word();
        String id = Articles.created(source, "section", name, "keywords", List.of(name), "authors", List.of(name))
                .path("id")
                .asText();
        JsonNode found = Api.get(Api.query("/v1/articles", filter, " \u200f" + name + "\u00a0"))
                .is(200)
                .json();
        assertEquals(List.of(id), Json.texts(found.path("items"), "id"));
        Api.get(Api.query("/v1/articles", filter, "\u00a0")).isProblem(400, "invalid-request", "?" + filter + " empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "body | /body | must not be empty or blank",
                "title | /title | must not be empty or blank; send null for none",
                "section | /section | must not be empty or blank; send null for none"
            })
    void offerNullOnlyWhereItMayBeSent(String field, String pointer, String detail) {
        JsonNode error = Api.post("/v1/articles", Articles.body(source, field, " "))
                .isProblem(400, "invalid-request", pointer + " empty")
                .json()
                .path("errors")
                .path(0);
        assertEquals(detail, error.path("detail").asText());
    }

    @Test
    void takeNoNullForAKeyword() {
        JsonNode error = Api.post("/v1/articles", Articles.body(source, "keywords", List.of("")))
                .isProblem(400, "invalid-request", "/keywords/0 empty")
                .json()
                .path("errors")
                .path(0);
        assertEquals("must not be empty or blank", error.path("detail").asText());
    }

    @ParameterizedTest
    @CsvSource({"10.0, 10", "1e2, 100", "1.50e1, 15"})
    void takeANumberForWholeHoweverItIsWritten(String written, int width) {
        String body = Articles.body(source, "image", Json.tree("{'url': 'https://example.org/i.jpg', 'width': 7}"))
                .toString()
                .replace("\"width\":7", "\"width\":" + written);
        assertEquals(
                width,
                Api.post("/v1/articles", body)
                        .is(201)
                        .json()
                        .path("image")
                        .path("width")
                        .asInt());
    }

    @ParameterizedTest
    @CsvSource({"10.5, type", "1e-2, type", "1e7, max", "1e999999, max", "0.0, min", "-1.0, min"})
    void refuseOtherNumbersForAWidth(String written, String code) {
        String body = Articles.body(source, "image", Json.tree("{'url': 'https://example.org/i.jpg', 'width': 7}"))
                .toString()
                .replace("\"width\":7", "\"width\":" + written);
        Api.post("/v1/articles", body).isProblem(400, "invalid-request", "/image/width " + code);
    }
}
