package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.timeless;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles as one JSON document: an article, an array of them, or what the list of articles answered. */
@QuarkusTest
class JsonImportTest {

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
                        "application/json", utf8("[{\"body\": \"" + "x".repeat(13 << 20) + "\"}, " + one + "]"), "")
                .is(200)
                .json();
        assertEquals(List.of("too-large "), findings(huge.path("items").get(0)));
        // What holds nothing takes the most room.
        String empty = "{\"derived\": [" + "[],".repeat(300_000) + "[]]}";
        JsonNode dense = Imports.send("application/json", utf8("[" + one + "," + empty + "]"), "")
                .is(200)
                .json();
        assertEquals(List.of("exists", "rejected"), outcomes(dense));
        assertEquals(List.of("too-large "), findings(dense.path("items").get(1)));
        JsonNode lines = Imports.lines("", empty + "\n" + one);
        assertEquals(List.of("rejected", "exists"), outcomes(lines));
        assertEquals(List.of("malformed-json "), findings(lines.path("items").get(0)));
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

    @ParameterizedTest
    @ValueSource(strings = {"FEFF0000", "005B0000", "0000005B00FFFFFF", "0000FFFE0000005B"})
    void rejectsOctetsThatAreInNoEncoding(String octets) {
        byte[] input = HexFormat.of().parseHex(octets);
        JsonNode report = Imports.send("application/json", input, "").is(200).json();
        assertEquals(List.of("rejected"), outcomes(report));
        assertEquals(List.of("malformed-json "), findings(report.path("items").get(0)));
    }

    /** The whole input counts, not the article that is read: its lines, and the octets of them. */
    @Test
    void saysWhereItIsNoJson() {
        String article = Articles.body(Sources.created()).toPrettyString();
        String broken = "[\n" + article + ",\n{\"body\": \"خبر عاجل\", }\n]";
        JsonNode report = Imports.send("application/json", utf8(broken), "?dryRun=true")
                .is(200)
                .json();
        assertEquals(List.of("created", "rejected"), outcomes(report));
        assertEquals(
                "at line " + (2 + article.lines().count()) + ", byte 29",
                report.at("/items/1/findings/0/detail").asText().replaceFirst(".*(at line \\d+, byte \\d+).*", "$1"));
    }
}
