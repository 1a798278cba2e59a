package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NegotiationTest {

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Imports.utf8(text));
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "br", "gzip, identity", "identity, gzip"})
    void refusesABodyInACodingAndSaysWhatIsRead(String coding) throws IOException {
        byte[] body = packed(Articles.body(Sources.created()).toString());
        Answer answer = Api.post("/v1/articles", body, "Content-Encoding", coding);
        answer.isProblem(415, "unsupported-media-type");
        assertEquals("identity", answer.header("Accept-Encoding"));
        assertEquals("", answer.header("Accept-Patch"));
    }

    @Test
    void refusesACodedBodyWhereverThereIsOne() {
        String source = "/v1/sources/" + Sources.created();
        for (Answer answer : new Answer[] {
            Api.patch(source, "{}", "Content-Encoding", "gzip"),
            Api.put(source, "{}", "Content-Encoding", "gzip"),
            Imports.send("text/plain", Imports.utf8("x"), "", "Content-Encoding", "gzip"),
            Imports.send("application/gzip", Imports.utf8("x"), "", "Content-Encoding", "gzip")
        }) {
            answer.isProblem(415, "unsupported-media-type");
            assertEquals("identity", answer.header("Accept-Encoding"));
        }
    }

    @Test
    void saysFirstThatNothingIsThere() {
        Api.patch("/v1/sources/" + Sources.fresh("nobody"), "{}", "Content-Encoding", "gzip")
                .isProblem(404, "not-found");
        Api.get("/v1/articles/" + UUID.randomUUID(), "Accept", "*/*;q=0").isProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity"})
    void readsABodyThatIsSaidToBeInNone(String coding) {
        Api.post("/v1/articles", Articles.body(Sources.created()), "Content-Encoding", coding)
                .is(201);
    }

    @Test
    void takesABodyOfNoTypeForWhatIsReadThere() {
        String body = Articles.body(Sources.created()).toString();
        String path = Articles.path(Api.send("POST", "/v1/articles", BodyPublishers.ofString(body))
                .is(201)
                .json());
        Api.send("PATCH", path, BodyPublishers.ofString("{\"section\": \"s\"}")).is(200);
        String text = Sources.word() + " " + Articles.TEXT;
        assertEquals(
                "created",
                Api.send("POST", "/v1/imports?source=" + Sources.created(), BodyPublishers.ofString(text))
                        .is(200)
                        .json()
                        .at("/items/0/outcome")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource({"/q/metrics, 200, text/plain", "/q/metrics, 406, image/png", "/q/openapi, 200, application/json"})
    void tellsCachesThatTheFormIsChosen(String path, int status, String accept) {
        assertEquals(
                "Accept, Accept-Encoding",
                Api.get(path, "Accept", accept).is(status).header("Vary"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/articles | application/json;q=0 | 406",
                "/v1/articles | application/json;q=0.0, text/html | 406",
                "/v1/articles | application/json;q=0, */* | 406",
                "/v1/articles | application/*;q=0, */*;q=0.1 | 406",
                "/v1/articles | */*;q=0 | 406",
                "/v1/articles | application/json, */*;q=0 | 200",
                "/v1/articles | application/json;q=0.1, text/html;q=0 | 200",
                "/v1/articles | text/html;q=0, */* | 200",
                "/v1/articles | application/JSON, */*;q=0 | 200",
                "/v1/articles | application/json ;q=1, */*;q=0 | 200",
                "/q/metrics | TEXT/PLAIN | 200",
                "/q/metrics | text/plain ;version=0.0.4 | 200",
                "/q/metrics | text/plain;x=\" | 200",
                "/v1/changes | application/json;q=0 | 406",
                "/v1/changes | application/json;q=0.5, text/event-stream;q=0 | 200",
                "/v1/articles | \" | 200",
                "/v1/articles | ; | 200",
                "/v1/articles | , | 200",
                "/v1/articles | , , | 200",
                "/v1/articles | / | 200",
                "/v1/articles | html | 200",
                "/v1/articles | text/html, \" | 406",
                "/v1/changes | ; | 200",
                "/problems/internal | \" | 200",
                "/q/metrics | \" | 200",
                "/q/metrics | , | 200",
                "/q/metrics | ; | 200"
            })
    void sendsNothingThatIsRuledOut(String path, String accept, int status) {
        Answer answer = Api.get(path, "Accept", accept).is(status);
        if (status == 406) {
            answer.isProblem(406, "not-acceptable");
        }
    }
}
