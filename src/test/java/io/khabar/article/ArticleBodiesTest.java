package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body may be, whatever is in it. */
@QuarkusTest
class ArticleBodiesTest {

    private String source = "";

    @BeforeEach
    void createSource() {
        source = Sources.created();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "{} x",
                "{'a':1,'a':2}",
                "{a:1}",
                "{'a':1,}",
                "nul",
                "[1,",
                "'\\x'",
                "{'a':01}",
                "{'a':NaN}",
                "// x\n{}",
                "\u0000"
            })
    void refusesWhatIsNotJson(String text) {
        Api.post("/v1/articles", text.replace('\'', '"')).isProblem(400, "malformed-json", " malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1", "{'source':'x'"})
    void saysThatATextEndsTooEarly(String text) {
        String detail = Api.post("/v1/articles", text.replace('\'', '"'))
                .isProblem(400, "malformed-json", " malformed-json")
                .json()
                .path("detail")
                .asText();
        assertTrue(detail.contains("Unexpected end-of-input"), detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00a0", "\u2003\u202f"})
    void refusesWhatShowsNothing(String blank) {
        Api.post("/v1/articles", Articles.body(source, "body", blank)).isProblem(400, "invalid-request", "/body empty");
    }

    @Test
    void tellsAFaultOnce() {
        Api.get("/v1/articles?q=").isProblem(400, "invalid-request", "?q empty");
        Api.get("/v1/articles?source=,").isProblem(400, "invalid-request", "?source empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "'text'", "true"})
    void refusesWhatIsNoObject(String text) {
        Api.post("/v1/articles", text.replace('\'', '"')).isProblem(400, "invalid-request", " type");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] body = Articles.body(source, "title", "é").toString().getBytes(StandardCharsets.ISO_8859_1);
        Api.post("/v1/articles", body).isProblem(400, "malformed-json", " malformed-json");
    }

    @Test
    void readsAByteOrderMarkAndNamesOfTheMediaTypeInAnyCase() {
        Api.post("/v1/articles", "\uFEFF" + Articles.body(source), "Content-Type", "Application/JSON; charset=UTF-8")
                .is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00x", "x\\ud83d"})
    void refusesCharactersThatAreNone(String escaped) {
        String body = "{\"source\":\"" + source + "\",\"body\":\"" + escaped + "\",\"keywords\":[\"" + escaped + "\"]}";
        Api.post("/v1/articles", body).isProblem(400, "invalid-request", "/body characters", "/keywords/0 characters");
        String name = "{\"source\":\"" + source + "\",\"body\":\"x\",\"" + escaped + "\":1}";
        assertEquals(400, Api.post("/v1/articles", name).isAnyProblem().status());
    }

    @Test
    void refusesOtherMediaTypes() {
        String path = Articles.path(Articles.created(source));
        Answer patch = Api.patch(path, Json.object("title", "x"), "Content-Type", "application/json");
        patch.isProblem(415, "unsupported-media-type");
        assertEquals("application/merge-patch+json", patch.header("Accept-Patch"));
        Api.post("/v1/articles", Articles.body(source), "Content-Type", "text/plain")
                .isProblem(415, "unsupported-media-type");
        // Without any type it is taken for what is read here.
        Api.send("POST", "/v1/articles", BodyPublishers.ofString("{}"))
                .isProblem(400, "invalid-request", "/source required", "/body required");
        Api.get(path, "Accept", "text/csv").isProblem(406, "not-acceptable");
        Api.get(path, "Accept", "text/html, */*;q=0.1").is(200);
    }

    @Test
    void refusesMoreThanTwoMebibytesWhetherAnnouncedOrNot() {
        byte[] fits = padded(2 * 1024 * 1024);
        byte[] larger = padded(2 * 1024 * 1024 + 1);
        Api.post("/v1/articles", fits).is(201);
        Api.post("/v1/articles", larger).isProblem(413, "too-large");
        Api.send(
                        "POST",
                        "/v1/articles",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(larger)),
                        "Content-Type",
                        "application/json")
                .isProblem(413, "too-large");
    }

    private byte[] padded(int size) {
        String body = Articles.body(source).toString();
        int rest = size - body.getBytes(StandardCharsets.UTF_8).length;
        return (body + " ".repeat(rest)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void survivesDepthAndNumbersWithoutEnd() {
        Api.post("/v1/articles", "[".repeat(100_000)).isProblem(400, "malformed-json", " malformed-json");
        Api.post("/v1/articles", "{\"body\":" + "9".repeat(5000) + "}")
                .isAnyProblem()
                .is(400);
        Api.post("/v1/articles", "{\"image\":{\"width\":1e999999999}}")
                .isAnyProblem()
                .is(400);
    }
}
