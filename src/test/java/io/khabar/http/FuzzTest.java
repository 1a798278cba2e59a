package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Some thousand bodies, parameters and headers that are wrong somewhere: never a fault of the service. Seeded. */
@QuarkusTest
class FuzzTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "x".repeat(5000),
            "null",
            "2021",
            "2021-13",
            "9999-12-31T23:59:60Z",
            "-1",
            "1e400",
            "2011/..",
            "..",
            "../..",
            "\u202e",
            "😀",
            "\uFFFF",
            "'; drop table article; --",
            "%",
            "\\",
            "http://[::1",
            "https://example.org/\u0001",
            "https://xn--a/",
            "ar-",
            "x-private",
            "SY",
            "UTC+25",
            "Etc/GMT+14",
            "\u0640",
            "018f0000-0000-7000-8000-000000000000",
            "{\"a\":1}",
            "published",
            "+00:00");
    private static final List<String> FIELDS = List.of(
            "id",
            "source",
            "url",
            "externalId",
            "title",
            "titleDirection",
            "lead",
            "body",
            "language",
            "direction",
            "authors",
            "section",
            "keywords",
            "image",
            "rights",
            "published",
            "modified",
            "dates",
            "version",
            "key",
            "name",
            "aliases",
            "homepage",
            "country",
            "languages",
            "kind",
            "timeZone",
            "description",
            "role",
            "value",
            "text",
            "startOffset",
            "endOffset",
            "articleId",
            "precision",
            "extra");
    private static final List<String> PARAMETERS = List.of(
            "source",
            "source.not",
            "language",
            "language.not",
            "country",
            "section",
            "keyword",
            "keyword.not",
            "author",
            "id",
            "url",
            "published",
            "modified",
            "created",
            "updated",
            "mentions",
            "has",
            "has.not",
            "words",
            "zone",
            "sort",
            "limit",
            "cursor",
            "count",
            "fields",
            "view",
            "embed",
            "q",
            "kind",
            "on",
            "role",
            "precision",
            "origin",
            "resolved",
            "article",
            "x");
    private static final List<String> HEADERS = List.of(
            "*",
            "\"1-0\"",
            "\"",
            "W/\"1\"",
            "\"1\",",
            "return=minimal",
            "return=",
            ";;",
            "\"99999999999999999999-1\"",
            "a,b",
            "\"-\"",
            "W/",
            "identity;q=0");

    private final Random random = new Random(20_211_113);

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 2 ? 6 : 9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(random.nextInt(20) - 5);
            case 3 -> NODES.numberNode(random.nextDouble());
            case 4 -> NODES.booleanNode(random.nextBoolean());
            case 5, 6 -> NODES.textNode(one(TEXTS));
            case 7 -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(depth + 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = NODES.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(one(FIELDS), value(depth + 1));
                }
                yield object;
            }
        };
    }

    private byte[] mangled(JsonNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        switch (random.nextInt(6)) {
            case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            case 1 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            default -> {}
        }
        return bytes;
    }

    private static void check(Answer answer, String what) {
        assertTrue(answer.status() < 500, () -> what + "\n" + answer.text());
        if (answer.status() >= 400) {
            answer.isAnyProblem();
        }
    }

    @Test
    void bodiesNeverMakeItFail() {
        String source = Sources.created();
        String article = Articles.path(Articles.created(source, "published", "2021"));
        String date = "/v1/dates/"
                + Api.post(article + "/dates", Json.object("role", "mentioned", "value", "2021"))
                        .is(201)
                        .id();
        for (int i = 0; i < 2000; i++) {
            ObjectNode body = random.nextBoolean() ? Articles.body(source) : Sources.body();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                body.set(one(FIELDS), value(0));
            }
            byte[] bytes = mangled(body);
            String header = one(List.of("If-Match", "If-None-Match", "Prefer"));
            String at = one(HEADERS);
            String what = i + " " + new String(bytes, StandardCharsets.UTF_8);
            check(
                    switch (random.nextInt(8)) {
                        case 0, 1 -> Api.post("/v1/articles", bytes, header, at);
                        case 2 -> Api.put("/v1/articles/" + UUID.randomUUID(), bytes);
                        case 3 -> Api.patch(article, bytes, header, at);
                        case 4 -> Api.post("/v1/sources", bytes, header, at);
                        case 5 -> Api.patch("/v1/sources/" + source, bytes);
                        case 6 -> Api.post(article + "/dates", bytes);
                        default -> Api.patch(date, bytes, header, at);
                    },
                    what);
        }
    }

    @Test
    void parametersAndHeadersNeverMakeItFail() {
        String source = Sources.created();
        String article = Articles.path(Articles.created(source, "published", "2021"));
        List<String> paths = List.of(
                "/v1/articles",
                "/v1/sources",
                "/v1/dates",
                "/v1/calendar?by=day&role=mentioned",
                article,
                article + "/dates",
                "/v1/sources/" + source);
        for (int i = 0; i < 3000; i++) {
            List<String> query = new ArrayList<>();
            for (int count = 1 + random.nextInt(3); count > 0; count--) {
                query.add(one(PARAMETERS));
                query.add(random.nextInt(4) == 0 ? Long.toString(random.nextInt(200) - 50) : one(TEXTS));
            }
            String address = Api.query(one(paths), query.toArray(String[]::new));
            check(Api.get(address, one(List.of("If-None-Match", "Prefer", "Accept-Encoding")), one(HEADERS)), address);
        }
    }
}
