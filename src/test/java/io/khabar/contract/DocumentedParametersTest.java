package io.khabar.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Reading operations know exactly the query parameters that the document names for them. */
@QuarkusTest
class DocumentedParametersTest {

    private static final String UNKNOWN = "unknown-parameter";

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
        String address = path.replace("{id}", "01994c5e-8f1a-7c3e-9b1d-2f4a6c8e0b12")
                .replace("{idOrKey}", "syria-news")
                .replace("{code}", "internal");
        return given().queryParam(parameter, value)
                .get(address)
                .then()
                .extract()
                .asString()
                .contains("\"code\":\"" + UNKNOWN + "\"");
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
            operation
                    .path("parameters")
                    .forEach(parameter -> documented.add(parameter.path("name").asText()));
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
}
