package io.khabar.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed OpenAPI document is the one that the code makes, and it is complete. */
@QuarkusTest
class ContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static String served(String format) {
        return new String(
                given().get("/q/openapi?format=" + format)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    static JsonNode document() throws IOException {
        return JSON.readTree(served("json"));
    }

    /** What is served has another order of fields: what the build wrote is compared letter by letter. */
    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json"})
    void committedDocumentIsWhatTheBuildMakes(String format) throws IOException {
        String made = Files.readString(Path.of("target", "openapi", "openapi." + format));
        String committed = Files.readString(Path.of("openapi", "openapi." + format));
        assertTrue(
                made.equals(committed),
                "openapi." + format + " has changed. If that is meant: cp target/openapi/openapi.* openapi/");
    }

    @Test
    void servedDocumentIsTheCommittedOne() throws IOException {
        assertEquals(JSON.readTree(Files.readString(Path.of("openapi", "openapi.json"))), document());
    }

    @Test
    void documentHasTheVersionOfTheProject() throws IOException {
        String project = ConfigProvider.getConfig().getValue("quarkus.application.version", String.class);
        assertEquals(
                project.replace("-SNAPSHOT", ""), document().at("/info/version").asText());
    }

    @Test
    void everyOperationIsDescribedAndNamedOnce() throws IOException {
        Set<String> seen = new HashSet<>();
        for (JsonNode item : document().path("paths")) {
            for (JsonNode operation : item) {
                String id = operation.path("operationId").asText();
                assertTrue(Operations.ALL.containsKey(id), "`" + id + "` is missing in Operations");
                assertTrue(seen.add(id), "`" + id + "` names two operations");
                assertFalse(operation.path("summary").asText().isBlank(), id);
                assertEquals(1, operation.path("tags").size(), id);
            }
        }
        assertEquals(new TreeSet<>(Operations.ALL.keySet()), new TreeSet<>(seen));
    }

    @Test
    void everyOperationHasAnExample() {
        Set<String> shown = new TreeSet<>();
        List<Example> examples = Example.readAll(ContractFilter.EXAMPLES);
        examples.forEach(example -> shown.add(example.operationId()));
        assertEquals(new TreeSet<>(Operations.ALL.keySet()), shown);
    }

    @Test
    void everyParameterAndHeaderIsDescribed() throws IOException {
        JsonNode document = document();
        for (JsonNode item : document.path("paths")) {
            for (JsonNode operation : item) {
                for (JsonNode parameter : operation.path("parameters")) {
                    JsonNode whole = parameter.has("$ref")
                            ? document.at(parameter.path("$ref").textValue().substring(1))
                            : parameter;
                    assertFalse(whole.path("description").asText().isBlank(), () -> operation + " " + whole);
                    assertTrue(whole.path("schema").has("type"), () -> operation + " " + whole);
                }
            }
        }
    }
}
