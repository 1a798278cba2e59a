package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.fixture.KeysForTests;
import io.khabar.fixture.RawConnection;
import io.khabar.fixture.RawConnection.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Some thousand request heads that no well-meaning client would send. The seed is fixed: a failure repeats. */
@QuarkusTest
class MalformedRequestsTest {

    private static final int REQUESTS = 4_000;

    private static final List<String> METHODS = List.of(
            "GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW", "get", "G%T");
    private static final List<String> ROOTS = List.of(
            "/",
            "/test/echo",
            "/test/echo/items/",
            "/test/echo/query",
            "/problems/",
            "/q/health",
            "/q/openapi",
            "/q/metrics",
            "/q/swagger-ui/",
            "/v1/sources",
            "/v1/articles",
            "*",
            "",
            "http://x/test/echo",
            "//",
            "x");
    private static final List<String> PIECES = List.of(
            "%zz",
            "%",
            "%2",
            "%00",
            "%2F",
            "%2f..",
            "..",
            "/../",
            "//",
            "/./",
            ";a=b",
            ";",
            "?",
            "?q=%zz",
            "?q=%ff",
            "?q=%00",
            "?a&b=&=c",
            "&",
            "#",
            "\u00d9\u0084",
            "\u00ff",
            "\u0001",
            "\\",
            "{x}",
            "[",
            "|",
            "'",
            "\"",
            "<b>",
            "a".repeat(300),
            "+",
            "*",
            "$",
            "%C3%28",
            "%u0041",
            "limit-out-of-range",
            "1");
    private static final List<String> HEADERS = List.of(
            "Accept: ;;;",
            "Accept: */*;q=x",
            "Accept: a/b/c",
            "Accept: ",
            "Accept: text/html;q=2",
            "Content-Type: x",
            "Content-Type: ;",
            "Content-Type: application/json;charset=none",
            "Authorization: ",
            "Authorization: Bearer",
            "Authorization: Basic Og==",
            "X-API-Key: \u00e4",
            "X-Request-Id: \u0000",
            "X-Request-Id: a b",
            "Origin: null",
            "Origin: ::",
            "If-Match: \"",
            "If-None-Match: W/",
            "If-Modified-Since: yesterday",
            "Range: bytes=9-1",
            "Expect: miracles",
            "Cookie: a;;=",
            "Host: ",
            "Host: a b",
            "Host: x:99999",
            "Host: [::",
            "Forwarded: for=;",
            "Access-Control-Request-Method: ",
            "Accept-Language: --",
            "Content-Length: 0",
            "X: \u00d9\u0084",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "TE: x",
            "Prefer: return=",
            "Content-Encoding: gzip",
            "X-HTTP-Method-Override: DELETE");

    private final Random random = new Random(20_261_124);
    private final ObjectMapper json = new ObjectMapper();

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String head(String method) {
        StringBuilder target = new StringBuilder(any(ROOTS));
        for (int i = random.nextInt(4); i > 0; i--) {
            target.append(any(PIECES));
        }
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (random.nextInt(20) > 0) {
            head.append("Host: x\r\n");
        }
        if (random.nextInt(3) > 0) {
            head.append("X-API-Key: ").append(KeysForTests.ADMIN).append("\r\n");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            head.append(any(HEADERS)).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString();
    }

    @Test
    void neverBreakTheServiceAndAlwaysGetAProblem() throws IOException {
        int problems = 0;
        for (int i = 0; i < REQUESTS; i++) {
            String method = any(METHODS);
            String head = head(method);
            Answer answer;
            try (RawConnection connection = new RawConnection()) {
                answer = connection.send(head).answer(method.equals("HEAD"));
            } catch (IOException e) {
                throw new IOException(head, e);
            }
            assertTrue(answer.status() < 500, () -> head + answer.status() + answer.text());
            if (answer.header("X-Request-Id").isEmpty()) {
                // The head could not be parsed: Vert.x has answered, and there is nothing to hook.
                assertEquals(400, answer.status(), head);
                assertEquals(0, answer.body().length(), head);
            } else if (answer.status() >= 400 && !method.equals("HEAD")) {
                problems++;
                assertEquals(Optional.of("application/problem+json"), answer.header("Content-Type"), head);
                JsonNode problem = json.readTree(answer.text());
                assertEquals(answer.status(), problem.path("status").asInt(), head);
                assertEquals(
                        answer.header("X-Request-Id").get(),
                        problem.path("requestId").asText(),
                        head);
                assertTrue(ProblemCode.of(problem.path("code").asText()).isPresent(), head);
            }
        }
        assertTrue(problems > REQUESTS / 4, "only " + problems + " problems: the requests are not wild enough");
    }
}
