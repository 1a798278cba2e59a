package io.khabar.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Json;
import io.khabar.fixture.KeysForTests;
import io.khabar.imports.ImportResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading operations know exactly the query parameters that the document names for them. */
@QuarkusTest
class DocumentedParametersTest {

    private static final String UNKNOWN = "unknown-parameter";

    private static final String SOURCE = "documented-parameters";
    private static final String ARTICLE = "01994c5e-8f1a-7c3e-9b1d-2f4a6c8e0c01";
    private static final String DATE = "01994c5e-8f1a-7c3e-9b1d-2f4a6c8e0c02";

    private static final String FEED = "01994c5e-8f1a-7c3e-9b1d-2f4a6c8e0c03";

    /** A value for every parameter anywhere in the document, by name; parameters without an example take any text. */
    private static Map<String, String> values(JsonNode document) {
        Map<String, String> values = new TreeMap<>();
        for (JsonNode item : document.path("paths")) {
            for (JsonNode operation : item) {
                for (JsonNode parameter : operation.path("parameters")) {
                    if (parameter.path("in").asText().equals("query")) {
                        JsonNode example = parameter.path("example");
                        JsonNode one = example.isArray() ? example.path(0) : example;
                        values.merge(
                                parameter.path("name").textValue(),
                                one.asText("x"),
                                (first, second) -> first.equals("x") ? second : first);
                    }
                }
            }
        }
        return values;
    }

    private static boolean isUnknown(String path, String parameter, String value) {
        String id =
                path.contains("feeds") ? FEED : path.contains("dates") && !path.contains("articles") ? DATE : ARTICLE;
        String address = path.replace("{id}", id).replace("{idOrKey}", SOURCE).replace("{code}", "internal");
        return given().header("X-API-Key", KeysForTests.ADMIN)
                .queryParam(parameter, value)
                .get(address)
                .then()
                .extract()
                .asString()
                .contains("\"code\":\"" + UNKNOWN + "\"");
    }

    /** What does not exist is answered 404 whatever else is wrong: it has to be there. */
    @BeforeEach
    void prepare() {
        put("/v1/sources/" + SOURCE, "{'key': '" + SOURCE + "', 'name': 'مصدر'}");
        put("/v1/articles/" + ARTICLE, "{'source': '" + SOURCE + "', 'body': 'نص الخبر.'}");
        put("/v1/feeds/" + FEED, "{'url': 'https://documented-parameters.example/'}");
        put("/v1/dates/" + DATE, "{'articleId': '" + ARTICLE + "', 'role': 'mentioned', 'value': '2011'}");
    }

    private static void put(String address, String body) {
        given().header("X-API-Key", KeysForTests.ADMIN)
                .contentType("application/json")
                .body(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .put(address)
                .then()
                .statusCode(201);
    }

    @AfterEach
    void removeAgain() {
        given().header("X-API-Key", KeysForTests.ADMIN)
                .delete("/v1/feeds/" + FEED)
                .then()
                .statusCode(204);
        given().header("X-API-Key", KeysForTests.ADMIN)
                .delete("/v1/articles/" + ARTICLE)
                .then()
                .statusCode(204);
        given().header("X-API-Key", KeysForTests.ADMIN)
                .delete("/v1/sources/" + SOURCE)
                .then()
                .statusCode(204);
    }

    @Test
    void areKnownAndNoOthersAre() throws IOException {
        JsonNode document = ContractTest.document();
        Map<String, String> values = values(document);
        assertTrue(values.size() > 30, () -> "parameters: " + values.keySet());
        int asked = 0;
        for (var path : document.path("paths").properties()) {
            JsonNode operation = path.getValue().path("get");
            String id = operation.path("operationId").asText();
            if (operation.isMissingNode() || id.equals("explainProblem")) {
                continue;
            }
            Set<String> documented = new TreeSet<>();
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("in").asText().equals("query")) {
                    documented.add(parameter.path("name").asText());
                }
            }
            for (var value : values.entrySet()) {
                assertEquals(
                        !documented.contains(value.getKey()),
                        isUnknown(path.getKey(), value.getKey(), value.getValue()),
                        () -> id + ": " + value.getKey());
                asked++;
            }
        }
        assertNotEquals(0, asked);
    }

    @Test
    void sayWhatTheirValuesLookLike() throws IOException {
        Set<String> bounded = Set.of(
                "published",
                "modified",
                "created",
                "updated",
                "mentions",
                "on",
                "words",
                "q",
                "zone",
                "source",
                "source.not",
                "language",
                "language.not",
                "country",
                "country.not");
        Set<String> seen = new TreeSet<>();
        for (JsonNode path : ContractTest.document().path("paths")) {
            for (JsonNode operation : path) {
                for (JsonNode parameter : operation.path("parameters")) {
                    String name = parameter.path("name").asText();
                    JsonNode schema = parameter.path("schema");
                    JsonNode value = schema.has("items") ? schema.get("items") : schema;
                    if (bounded.contains(name)) {
                        seen.add(name);
                        assertTrue(value.has("pattern") || value.has("maxLength"), parameter::toString);
                    }
                    JsonNode example = parameter.path("example");
                    String one = (example.isArray() ? example.path(0) : example).asText();
                    if (value.has("pattern") && !one.isEmpty()) {
                        assertTrue(one.matches(value.get("pattern").asText()), parameter::toString);
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(bounded), seen);
    }

    @Test
    void boundWhatAnImportIsTold() throws IOException {
        int seen = 0;
        for (JsonNode parameter : ContractTest.document().at("/paths/~1v1~1imports/post/parameters")) {
            JsonNode schema = parameter.path("schema");
            JsonNode value = schema.has("items") ? schema.get("items") : schema;
            switch (value.path("type").asText()) {
                case "boolean" -> assertEquals("false", schema.path("default").asText("none"), parameter::toString);
                case "string" ->
                    assertTrue(
                            value.has("pattern") || value.has("maxLength") || value.has("enum"), parameter::toString);
                default -> seen--;
            }
            seen++;
        }
        assertEquals(ImportResource.PARAMETERS.size(), seen);
    }

    @Test
    void takeNoEmptyTexts() throws IOException {
        for (JsonNode path : ContractTest.document().path("paths")) {
            for (JsonNode operation : path) {
                for (JsonNode parameter : operation.path("parameters")) {
                    JsonNode schema = parameter.path("schema");
                    JsonNode value = schema.has("items") ? schema.get("items") : schema;
                    if (parameter.path("in").asText().equals("query")
                            && value.path("type").asText().equals("string")
                            && !value.has("enum")
                            && !value.has("pattern")) {
                        assertEquals(1, value.path("minLength").asInt(), parameter::toString);
                    }
                }
            }
        }
    }

    @Test
    void sayWhatKeysAndIdsOfRequestsLookLike() throws IOException {
        JsonNode headers = ContractTest.document().at("/components/parameters");
        assertEquals(
                Json.tree("{'type': 'string', 'pattern': '^[ -~]+$', 'minLength': 1, 'maxLength': 255}"),
                headers.at("/Idempotency-Key/schema"));
        assertEquals(
                Json.tree("{'type': 'string', 'pattern': '^[A-Za-z0-9._:-]+$', 'minLength': 1, 'maxLength': 100}"),
                headers.at("/X-Request-Id/schema"));
    }

    @Test
    void offerEveryRequestAnIdOfItsOwn() throws IOException {
        for (JsonNode path : ContractTest.document().path("paths")) {
            for (JsonNode operation : path) {
                assertTrue(
                        operation.path("parameters").toString().contains("#/components/parameters/X-Request-Id"),
                        operation::toString);
            }
        }
    }
}
