package io.khabar.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.khabar.fixture.KeysForTests;
import io.khabar.fixture.SearchIndex;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example of the document is sent, and its answer compared with what the service says. */
@QuarkusTest
class ExamplesTest {

    /** What differs from run to run. */
    private static final Set<String> CHANGING = Set.of(
            "id",
            "articleId",
            "createdAt",
            "updatedAt",
            "version",
            "requestId",
            "documents",
            "lagMilliseconds",
            "rebuild",
            "score",
            "nextCursor",
            "previousCursor",
            "existing",
            "nextFetchAt");

    /** Feeds that examples make or use, by their addresses. */
    private static final List<String> FEEDS = List.of(
            "https://sham-daily.example/rss", "https://barada-weekly.example/atom.xml", "http://192.168.0.10/rss");

    /** Sources that examples make or use. */
    private static final List<String> SOURCES = List.of("sham-daily", "barada-weekly", "old-journal");

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Example> examples() {
        return Example.readAll(ContractFilter.EXAMPLES);
    }

    private static RequestSpecification editor() {
        return given().header("X-API-Key", KeysForTests.ADMIN).urlEncodingEnabled(false);
    }

    /** What the examples speak of is there, as the examples of `PUT` say, and nothing else of these sources. */
    @BeforeEach
    void prepare() throws IOException {
        JsonNode feeds = JSON.readTree(
                editor().get("/v1/feeds?limit=100&sort=-created&fields=id,url").asByteArray());
        for (JsonNode feed : feeds.path("items")) {
            if (FEEDS.contains(feed.path("url").textValue())) {
                editor().delete("/v1/feeds/" + feed.path("id").textValue())
                        .then()
                        .statusCode(204);
            }
        }
        for (String source : SOURCES) {
            JsonNode articles = JSON.readTree(editor().get("/v1/articles?limit=100&fields=id&source=" + source)
                    .asByteArray());
            for (JsonNode article : articles.path("items")) {
                editor().delete("/v1/articles/" + article.path("id").textValue())
                        .then()
                        .statusCode(204);
            }
            editor().delete("/v1/sources/" + source);
        }
        put("/v1/sources/old-journal", JSON.readTree("{\"key\": \"old-journal\", \"name\": \"الجريدة القديمة\"}"));
        for (String name : List.of("replace-source", "replace-article", "replace-date", "replace-feed")) {
            Example example = examples().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            put(address(example), example.requestBody());
        }
        put("/v1/feeds/01994c5e-8f1a-7c3e-9b1d-2f4a6c8e0b15", JSON.readTree("{\"url\": \"http://192.168.0.10/rss\"}"));
        SearchIndex.follows();
    }

    private static void put(String address, JsonNode body) {
        editor().contentType("application/json")
                .body(body.toString().getBytes(StandardCharsets.UTF_8))
                .put(address)
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answerAsTheDocumentShows(Example example) throws IOException {
        Response response = send(example);

        assertEquals(example.status(), response.statusCode(), response.asString());
        byte[] body = response.asByteArray();
        JsonNode answered = answered(response.contentType(), body);
        assertEquals(
                settled(example.responseBody()),
                settled(answered),
                () -> example.name() + " is answered with\n" + answered.toPrettyString());
    }

    /** JSON, or the text of what is none. */
    private static JsonNode answered(String type, byte[] body) throws IOException {
        if (body.length == 0) {
            return JSON.missingNode();
        }
        return type.contains("json") ? JSON.readTree(body) : TextNode.valueOf(new String(body, StandardCharsets.UTF_8));
    }

    private static Response send(Example example) throws IOException {
        JsonNode request = example.exchange().path("request");
        RequestSpecification sent =
                request.path("anonymous").asBoolean() ? given().urlEncodingEnabled(false) : editor();
        request.path("headers")
                .properties()
                .forEach(
                        header -> sent.header(header.getKey(), header.getValue().textValue()));
        String method = method(example);
        if (!example.requestBody().isMissingNode()) {
            String first = ContractTest.document()
                    .at(pointer(example) + "/requestBody/content")
                    .fieldNames()
                    .next();
            String mediaType = example.type().isEmpty() ? first : example.type();
            JsonNode content = example.requestBody();
            // REST Assured would add another charset to text.
            sent.contentType(mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType)
                    .body((content.isTextual() ? content.textValue() : content.toString())
                            .getBytes(StandardCharsets.UTF_8));
        }
        return sent.request(method, address(example));
    }

    private static String address(Example example) throws IOException {
        String pointer = pointer(example);
        String address =
                pointer.substring("/paths/".length(), pointer.lastIndexOf('/')).replace("~1", "/");
        JsonNode request = example.exchange().path("request");
        for (var part : request.path("path").properties()) {
            address = address.replace("{" + part.getKey() + "}", part.getValue().textValue());
        }
        return request.has("query") ? address + "?" + request.path("query").textValue() : address;
    }

    private static String method(Example example) throws IOException {
        String pointer = pointer(example);
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** Where the operation of an example stands in the document. */
    private static String pointer(Example example) throws IOException {
        for (var path : ContractTest.document().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (operation.getValue().path("operationId").asText().equals(example.operationId())) {
                    return "/paths/" + path.getKey().replace("/", "~1") + "/" + operation.getKey();
                }
            }
        }
        throw new AssertionError(example.name() + ": no operation " + example.operationId());
    }

    /** The same with what changes from run to run replaced: that it is there stays to be compared. */
    private static JsonNode settled(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode settled = JSON.createObjectNode();
            object.properties()
                    .forEach(field -> settled.set(
                            field.getKey(),
                            CHANGING.contains(field.getKey()) ? TextNode.valueOf("*") : settled(field.getValue())));
            return settled;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode settled = JSON.createArrayNode();
            array.forEach(element -> settled.add(settled(element)));
            return settled;
        }
        return node;
    }
}
