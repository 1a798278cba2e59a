package io.khabar.idempotency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Claims;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request with a key is done once, however often it is sent. */
@QuarkusTest
class IdempotencyTest {

    private static final String KEY = "Idempotency-Key";

    private static int articles(String source) {
        return Api.get("/v1/articles?count=exact&limit=1&source=" + source)
                .json()
                .at("/total/value")
                .asInt();
    }

    private static void assertSame(Answer first, Answer again) {
        assertEquals(first.status(), again.status(), again::text);
        assertArrayEquals(first.response().body(), again.response().body(), again::text);
        for (String header : List.of("Content-Type", "Location", "ETag", "Preference-Applied")) {
            assertEquals(first.header(header), again.header(header), header);
        }
    }

    @Test
    void createsAnArticleOnce() {
        String source = Sources.created();
        String key = Sources.fresh("key");
        ObjectNode body = Articles.body(source);
        Answer first = Api.post("/v1/articles", body, KEY, key).is(201);
        assertSame(first, Api.post("/v1/articles", body, KEY, key));
        assertEquals(1, articles(source));
        Api.post("/v1/articles", body, KEY, Sources.fresh("key")).is(201);
        assertEquals(2, articles(source));
    }

    @Test
    void answersWithoutABodyAgain() {
        String source = Sources.created();
        String key = Sources.fresh("key");
        ObjectNode body = Articles.body(source);
        Answer first = Api.post("/v1/articles", body, KEY, key, "Prefer", "return=minimal")
                .is(201);
        assertSame(first, Api.post("/v1/articles", body, KEY, key, "Prefer", "return=minimal"));
        assertEquals(1, articles(source));
    }

    @Test
    void refusesTheKeyOfAnotherRequest() {
        String source = Sources.created();
        String key = Sources.fresh("key");
        Api.post("/v1/articles", Articles.body(source), KEY, key).is(201);
        Api.post("/v1/articles", Articles.body(source, "title", "آخر"), KEY, key)
                .isProblem(422, "idempotency-key-reused", "Idempotency-Key: idempotency-key-reused");
        Api.post("/v1/articles", Articles.body(source), KEY, "k".repeat(256))
                .isProblem(400, "invalid-request", "Idempotency-Key: invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesAnEmptyKey(String key) {
        String source = Sources.created();
        Answer article = Api.post("/v1/articles", Articles.body(source), KEY, key);
        article.isProblem(400, "invalid-request", "Idempotency-Key: invalid");
        assertEquals(
                "The header `Idempotency-Key` must be 1 to 255 printable ASCII characters.",
                article.json().path("detail").asText());
        Imports.send("text/plain", Imports.utf8("نص"), "?source=" + source, KEY, key)
                .isProblem(400, "invalid-request", "Idempotency-Key: invalid");
        assertEquals(0, articles(source));
    }

    @Test
    void takesAKeyAgainWhoseRequestWasRefused() {
        String source = Sources.created();
        String key = Sources.fresh("key");
        Api.post("/v1/articles", Articles.body("no-such-source"), KEY, key).is(400);
        Api.post("/v1/articles", Articles.body(source), KEY, key).is(201);
    }

    @Test
    void createsOneArticleHoweverManySendTheSameAtOnce() throws Exception {
        String source = Sources.created();
        String key = Sources.fresh("key");
        ObjectNode body = Articles.body(source);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(senders.submit(() -> Api.post("/v1/articles", body, KEY, key)));
            }
            for (Future<Answer> answer : answers) {
                assertSame(answers.getFirst().get(), answer.get().is(201));
            }
        }
        assertEquals(1, articles(source));
    }

    @Test
    void importsOnce() {
        String source = Sources.created();
        byte[] lines = Imports.utf8(Articles.body(source, "externalId", "a") + "\n{}\n");
        for (String accept : List.of("application/json", "application/x-ndjson")) {
            String key = Sources.fresh("key");
            Answer first = Imports.send("application/x-ndjson", lines, "", KEY, key, "Accept", accept)
                    .is(200);
            assertSame(first, Imports.send("application/x-ndjson", lines, "", KEY, key, "Accept", accept));
            Imports.send("application/x-ndjson", lines, "?dryRun=true", KEY, key, "Accept", accept)
                    .isProblem(422, "idempotency-key-reused", "Idempotency-Key: idempotency-key-reused");
            Imports.send("application/x-ndjson", Imports.utf8("{}"), "", KEY, key, "Accept", accept)
                    .isProblem(422, "idempotency-key-reused", "Idempotency-Key: idempotency-key-reused");
        }
    }

    @Test
    void doesNotRunAnImportTwiceAtATime() {
        Answer answer = Imports.send("text/plain", Imports.utf8("نص"), "", KEY, Claims.running());
        answer.isProblem(409, "idempotency-key-in-use");
        assertEquals("60", answer.header("Retry-After"));
    }
}
