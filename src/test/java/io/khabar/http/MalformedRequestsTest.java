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
import java.util.ArrayList;
import java.util.List;
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
            "Accept: application/json;x=\"",
            "Accept: */*;x=\", text/html",
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
        List<String> faults = new ArrayList<>();
        int problems = 0;
        for (int i = 0; i < REQUESTS && faults.size() < 20; i++) {
            String method = any(METHODS);
            String head = head(method);
            try (RawConnection connection = new RawConnection()) {
                Answer answer = connection.send(head).answer(method.equals("HEAD"));
                problems += answer.status() >= 400 ? 1 : 0;
                String fault = fault(answer, method.equals("HEAD"));
                if (!fault.isEmpty()) {
                    faults.add(fault + " " + answer.status() + " " + answer.text() + " after " + head);
                }
            } catch (IOException e) {
                faults.add(e + " after " + head);
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(problems > REQUESTS / 4, "only " + problems + " problems: the requests are not wild enough");
    }

    /** What is wrong with an answer; empty if nothing is. */
    private String fault(Answer answer, boolean toHead) throws IOException {
        if (answer.status() >= 500) {
            return "a fault of the service";
        }
        String id = answer.header("X-Request-Id").orElse("");
        if (id.isEmpty()) {
            // The head could not be parsed: Vert.x has answered, and there is nothing to hook.
            return answer.status() == 400 && answer.body().length() == 0 ? "" : "no request id";
        }
        if (answer.status() < 400 || toHead) {
            return "";
        }
        if (!answer.header("Content-Type").orElse("").equals("application/problem+json")) {
            return "not a problem";
        }
        JsonNode problem = json.readTree(answer.text());
        boolean whole = problem.path("status").asInt() == answer.status()
                && problem.path("requestId").asText().equals(id)
                && ProblemCode.of(problem.path("code").asText()).isPresent();
        return whole ? "" : "not a whole problem";
    }
}
