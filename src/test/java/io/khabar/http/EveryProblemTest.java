package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.change.ChangePosition;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Claims;
import io.khabar.fixture.Feeds;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.SearchIndex;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each code of the contract is provoked, and its whole body is as {@code problems/CODE.json} has it. A code without a case
 * does not compile.
 */
@QuarkusTest
class EveryProblemTest {

    /** What differs from run to run: the bodies have it under a name, as {@code <source>}. */
    private final Map<String, String> named = new HashMap<>();

    private String as(String name, String value) {
        named.put(name, value);
        return value;
    }

    @ParameterizedTest
    @EnumSource
    void isAnsweredAsTheContractSays(ProblemCode code) throws IOException {
        Answer answer = provoked(code);
        answer.isAnyProblem().is(code.status());
        as("requestId", answer.header("X-Request-Id"));
        assertEquals(expected(code), answer.json());
        assertFalse(answer.text().contains("secret"), answer::text);
        String page = Api.get(code.type(), "Accept", "text/html").is(200).text();
        assertFalse(page.isBlank());
        switch (code) {
            case UNAUTHENTICATED ->
                assertFalse(answer.header("WWW-Authenticate").isEmpty());
            case METHOD_NOT_ALLOWED -> assertFalse(answer.header("Allow").isEmpty());
            case UNAVAILABLE, SEARCH_REBUILDING, SEARCH_UNAVAILABLE, IDEMPOTENCY_KEY_IN_USE, FEED_BUSY ->
                assertFalse(answer.header("Retry-After").isEmpty());
            default -> {}
        }
    }

    private JsonNode expected(ProblemCode code) throws IOException {
        String resource = "/problems/" + code.code() + ".json";
        try (InputStream body = Objects.requireNonNull(getClass().getResourceAsStream(resource), resource)) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> each : named.entrySet()) {
                text = text.replace("<" + each.getKey() + ">", each.getValue());
            }
            return Json.tree(text);
        }
    }

    private Answer provoked(ProblemCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> Api.post("/v1/sources", Sources.body(), "X-API-Key", "khb_wrong");
            case FORBIDDEN -> forbidden();
            case NOT_FOUND ->
                Api.get("/v1/articles/" + as("id", UUID.randomUUID().toString()));
            case METHOD_NOT_ALLOWED -> Api.delete("/v1/articles");
            case NOT_ACCEPTABLE -> Api.get("/v1/articles", "Accept", "image/png");
            case UNSUPPORTED_MEDIA_TYPE -> Api.post("/v1/articles", "x", "Content-Type", "text/csv");
            case TOO_LARGE -> Api.post("/v1/articles", " ".repeat(JsonBody.LIMIT + 1));
            case TOO_MANY_DATES -> tooManyDates();
            case MALFORMED_JSON -> Api.post("/v1/articles", "{");
            case INVALID_REQUEST -> Api.post("/v1/articles", "{}");
            case UNKNOWN_PARAMETER -> Api.get("/v1/articles?sorce=x");
            case UNKNOWN_FIELD -> Api.get("/v1/articles?fields=titel");
            case LIMIT_OUT_OF_RANGE -> Api.get("/v1/articles?limit=101");
            case CURSOR_INVALID -> Api.get("/v1/articles?cursor=x");
            case CURSOR_MISMATCH -> Api.get("/v1/articles?sort=created&cursor=" + cursor());
            case TOO_MANY_BUCKETS ->
                Api.get("/v1/calendar?by=day&role=published&empty=true&published=1900..2020&source=" + twoFarApart());
            case UNKNOWN_SOURCE -> Api.post("/v1/articles", Articles.body("no-such-source"));
            case UNKNOWN_ARTICLE ->
                Api.put(
                        "/v1/dates/" + UUID.randomUUID(),
                        Json.object("articleId", UUID.randomUUID(), "role", "mentioned", "value", "2021"));
            case CHANGES_EXPIRED -> Api.get("/v1/changes?after=" + new ChangePosition(1L << 60, 0).encode());
            case VERSION_MISMATCH -> Api.delete(article(), "If-Match", "\"9-0\"");
            case ARTICLE_EXISTS -> {
                String url = "https://example.org/" + Sources.fresh("a");
                String source = Sources.created();
                as("id", Articles.created(source, "url", url).path("id").asText());
                yield Api.post("/v1/articles", Articles.body(source, "url", url));
            }
            case SOURCE_KEY_TAKEN -> Api.post("/v1/sources", Sources.body("key", as("source", Sources.created())));
            case SOURCE_EXISTS -> {
                String id = Api.get("/v1/sources/" + Sources.created()).id();
                yield Api.post("/v1/sources", Sources.body("id", id));
            }
            case SOURCE_IN_USE -> {
                String source = Sources.created();
                Articles.created(source);
                yield Api.delete("/v1/sources/" + source);
            }
            case DATE_EXISTS -> {
                String dates = article() + "/dates";
                Api.post(dates, Json.object("role", "published", "value", "2021"))
                        .is(201);
                yield Api.post(dates, Json.object("role", "published", "value", "2022"));
            }
            case FEED_EXISTS -> {
                JsonNode feed = Feeds.created();
                as("id", feed.path("id").asText());
                yield Api.post("/v1/feeds", Feeds.body("url", feed.path("url").asText()));
            }
            case FEED_BUSY -> Api.post(Claims.fetching() + "/fetch", "");
            case FEED_FAILED -> {
                // Nothing is asked of this machine.
                JsonNode feed = Feeds.created("url", "http://127.0.0.1/secret?" + Sources.fresh("feed"));
                yield Api.post(Feeds.path(feed) + "/fetch", "");
            }
            case IDEMPOTENCY_KEY_REUSED -> {
                String source = Sources.created();
                String key = Sources.fresh("key");
                Api.post("/v1/articles", Articles.body(source), "Idempotency-Key", key)
                        .is(201);
                yield Api.post("/v1/articles", Articles.body(source, "title", "x"), "Idempotency-Key", key);
            }
            case IDEMPOTENCY_KEY_IN_USE ->
                Imports.send("text/plain", Imports.utf8("نص"), "", "Idempotency-Key", Claims.running());
            case DEPTH_EXCEEDED -> Api.get("/v1/articles?limit=1&q=-nowhere&cursor=" + tooDeep());
            case SEARCH_REBUILDING -> Api.get("/test/echo/rebuilding");
            case SEARCH_UNAVAILABLE -> Api.get("/test/echo/mute");
            case UNAVAILABLE -> Api.get("/test/echo/away");
            case INTERNAL -> Api.get("/test/echo/failing");
        };
    }

    private static String article() {
        return Articles.path(Articles.created(Sources.created()));
    }

    private static String cursor() {
        String source = Sources.created();
        Articles.created(source);
        Articles.created(source);
        return Api.get("/v1/articles?limit=1&source=" + source)
                .json()
                .path("page")
                .path("nextCursor")
                .asText();
    }

    /** The cursor behind the first hit, set to the ten-thousandth: nobody stores so many for a test. */
    private static String tooDeep() {
        String source = Sources.created();
        Articles.created(source);
        Articles.created(source);
        SearchIndex.follows();
        byte[] cursor = Base64.getUrlDecoder()
                .decode(Api.get("/v1/articles?limit=1&q=-nowhere")
                        .json()
                        .path("page")
                        .path("nextCursor")
                        .asText());
        ByteBuffer deep = ByteBuffer.wrap(cursor);
        // The last of the cursor is its checksum, before it the moment, and before that how far it is.
        deep.putLong(cursor.length - Integer.BYTES - 2 * Long.BYTES, 10_000);
        CRC32 sum = new CRC32();
        sum.update(cursor, 0, cursor.length - Integer.BYTES);
        deep.putInt(cursor.length - Integer.BYTES, (int) sum.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    private static String twoFarApart() {
        String source = Sources.created();
        List.of("1900-01-01", "2020-01-01").forEach(day -> Articles.created(source, "published", day));
        return source;
    }

    /** No endpoint needs more than the role {@code editor} yet: the problem is sent by what checks it. */
    private static Answer tooManyDates() {
        String article = Articles.withGivenDates(Sources.created(), 1000);
        return Api.post(article + "/dates", Json.object("role", "mentioned", "value", "2021"));
    }

    private static Answer forbidden() {
        return Api.send("GET", "/test/echo/forbidden", BodyPublishers.noBody());
    }
}
