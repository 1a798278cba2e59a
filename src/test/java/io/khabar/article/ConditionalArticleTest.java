package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConditionalArticleTest {

    private String source = "";
    private String path = "";

    @BeforeEach
    void createArticle() {
        source = Sources.created();
        path = Articles.path(Articles.created(source));
    }

    @Test
    void answersNotModifiedForTheTagItGave() {
        String etag = Api.get(path).etag();
        Answer same = Api.get(path, "If-None-Match", etag).is(304);
        assertEquals("", same.text());
        assertEquals(etag, same.etag());
        Api.get(path, "If-None-Match", "\"x\", W/" + etag).is(304);
        Api.get(path, "If-None-Match", "*").is(304);
        Api.get(path, "If-None-Match", "\"1-0000000000000000\"").is(200);
        Api.get(path, "If-None-Match", "no quotes").isProblem(400, "invalid-request", "If-None-Match: invalid");
    }

    /** The name of the source changes what is shown, not when the article was last written. */
    @Test
    void doesNotGoByTimes() {
        Answer before = Api.get(path).is(200);
        Api.patch("/v1/sources/" + source, Json.object("name", "Another name")).is(200);
        Answer after = Api.get(path, "If-Modified-Since", before.header("Last-Modified"))
                .is(200);
        assertEquals("Another name", after.json().at("/source/name").asText());
        assertNotEquals(before.etag(), after.etag());
        assertEquals(before.header("Last-Modified"), after.header("Last-Modified"));
    }

    @Test
    void tellsCompressedAnswersApart() {
        String plain = Api.get(path).etag();
        Answer compressed = Api.get(path, "Accept-Encoding", "gzip").is(200);
        assertEquals("gzip", compressed.header("Content-Encoding"));
        String etag = compressed.etag();
        assertEquals(plain.replaceFirst("\"$", "-gzip\""), etag);
        for (String accepted :
                List.of("deflate, gzip;q=0", "gzip;q=0", "br, gzip;q=0", "*", "identity", "deflate;q=0.5")) {
            Answer answer = Api.get(path, "Accept-Encoding", accepted).is(200);
            String coding = answer.header("Content-Encoding");
            assertEquals(
                    coding.isEmpty() ? plain : plain.replaceFirst("\"$", "-" + coding + "\""), answer.etag(), accepted);
        }
        assertEquals(
                etag,
                Api.send("HEAD", path, BodyPublishers.noBody(), "Accept-Encoding", "gzip")
                        .is(200)
                        .etag());

        Answer same =
                Api.get(path, "Accept-Encoding", "gzip", "If-None-Match", etag).is(304);
        assertEquals(etag, same.etag());
        // The comparison is weak: which coding the client has of the same content does not matter to it.
        assertEquals(
                etag,
                Api.get(path, "Accept-Encoding", "gzip", "If-None-Match", plain)
                        .is(304)
                        .etag());
        assertEquals(plain, Api.get(path, "If-None-Match", etag).is(304).etag());
        String patched = Api.patch(path, Json.object("title", "x"), "Accept-Encoding", "gzip", "If-Match", etag)
                .is(200)
                .etag();
        Api.get(path, "Accept-Encoding", "gzip", "If-None-Match", patched).is(304);
        Api.patch(path, Json.object("title", "y"), "If-Match", etag)
                .isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        String minimal = Api.patch(
                        path,
                        Json.object("title", "z"),
                        "Accept-Encoding",
                        "gzip",
                        "If-Match",
                        patched,
                        "Prefer",
                        "return=minimal")
                .is(204)
                .etag();
        assertEquals(Api.get(path).etag(), minimal);
    }

    @Test
    void changesTheTagWithWhatIsEmbedded() {
        String before = Api.get(path).etag();
        Api.patch("/v1/sources/" + source, Json.object("name", "Another name")).is(200);
        String after = Api.get(path).etag();
        assertNotEquals(before, after);
        assertEquals(before.substring(0, 3), after.substring(0, 3));
        Api.patch(path, Json.object("title", "x"), "If-Match", before).is(200);
    }

    @Test
    void writesOnlyOnTheVersionThatIsNamed() {
        String first = Api.get(path + "?fields=id").etag();
        String second = Api.patch(path, Json.object("title", "2"), "If-Match", first)
                .is(200)
                .etag();
        Api.patch(path, Json.object("title", "3"), "If-Match", first)
                .isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Api.put(path, Articles.body(source), "If-Match", first)
                .isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Api.delete(path, "If-Match", first).isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Api.patch(path, Json.object("title", "3"), "If-Match", "W/" + second)
                .isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Api.patch(path, Json.object("title", "3"), "If-Match", "nonsense")
                .isProblem(400, "invalid-request", "If-Match: invalid");
        Api.put(path, Articles.body(source), "If-Match", "\"99-0\", " + second).is(200);
        Api.delete(path, "If-Match", "*").is(204);
    }

    @Test
    void createsOnlyOrReplacesOnly() {
        Api.put(path, Articles.body(source), "If-None-Match", "*")
                .isProblem(412, "version-mismatch", "If-None-Match: version-mismatch");
        String fresh = "/v1/articles/" + UUID.randomUUID();
        Api.put(fresh, Articles.body(source), "If-Match", "*")
                .isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Api.put(fresh, Articles.body(source), "If-Match", "\"1-0\"")
                .isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Api.put(fresh, Articles.body(source), "If-None-Match", "\"1-0\"")
                .isProblem(400, "invalid-request", "If-None-Match: invalid");
        Api.put(fresh, Articles.body(source), "If-None-Match", "*").is(201);
    }

    @Test
    void leavesTheBodyOutWhereThatIsPreferred() {
        Answer created = Api.post("/v1/articles", Articles.body(source), "Prefer", "return=minimal")
                .is(201);
        assertEquals("", created.text());
        assertEquals("return=minimal", created.header("Preference-Applied"));
        String made = java.net.URI.create(created.header("Location")).getPath();
        assertEquals(Api.get(made).etag(), created.etag());
        Answer patched = Api.patch(made, Json.object("title", "x"), "Prefer", "foo, return=\"minimal\"; a=b")
                .is(204);
        assertEquals("return=minimal", patched.header("Preference-Applied"));
        assertEquals(Api.get(made).etag(), patched.etag());
        Answer put =
                Api.put(made, Articles.body(source), "Prefer", "return=minimal").is(204);
        assertEquals(Api.get(made).etag(), put.etag());
        Answer whole = Api.put(made, Articles.body(source), "Prefer", "return=representation")
                .is(200);
        assertEquals("return=representation", whole.header("Preference-Applied"));
    }

    @Test
    void looksForTheTargetBeforeItLooksAtTheRequest() {
        String nothing = "/v1/articles/" + UUID.randomUUID();
        Api.get(nothing + "?x=1").isProblem(404, "not-found");
        Api.patch(nothing, "{").isProblem(404, "not-found");
        Api.patch(nothing, Json.object("x", 1), "If-Match", "bad").isProblem(404, "not-found");
        Api.delete(nothing + "?x=1").isProblem(404, "not-found");
        Api.post(nothing + "/dates", "{").isProblem(404, "not-found");
        Api.get(nothing + "/dates?x=1").isProblem(404, "not-found");
        for (String malformed : new String[] {"1", "zz", "0-0-0-0-0", "%D8%A7", "null"}) {
            Api.get("/v1/articles/" + malformed).isProblem(404, "not-found");
            Api.put("/v1/articles/" + malformed, "{").isProblem(404, "not-found");
            Api.delete("/v1/articles/" + malformed).isProblem(404, "not-found");
        }
        Api.get(path + "?x=1").isProblem(400, "unknown-parameter", "?x unknown-parameter");
        Api.patch(path, "{", "If-Match", "\"9-0\"").isProblem(400, "malformed-json", " malformed-json");
    }
}
