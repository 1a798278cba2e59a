package io.khabar.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.KeysForTests;
import io.khabar.fixture.RawConnection;
import io.khabar.fixture.RawConnection.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FrontTest {

    private static void isProblem(ValidatableResponse response, ProblemCode code, String requestId) {
        response.statusCode(code.status())
                .contentType(equalTo("application/problem+json"))
                .header("X-Request-Id", requestId)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body("type", is("/problems/" + code.code()))
                .body("title", is(code.title()))
                .body("status", is(code.status()))
                .body("code", is(code.code()))
                .body("requestId", is(requestId))
                .body("detail", not(emptyString()))
                .body("errors", nullValue());
    }

    private Answer raw(String head) throws IOException {
        try (RawConnection connection = new RawConnection()) {
            return connection.send(head.replace("\n", "\r\n") + "\r\n\r\n").answer(head.startsWith("HEAD "));
        }
    }

    @Test
    void keepsTheRequestIdOfTheClientOnEveryLineOfTheRequest() {
        given().header("X-Request-Id", "my-id_1.2:3")
                .get("/test/echo")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "my-id_1.2:3")
                .body("virtual", is(true))
                .body("requestId", is("my-id_1.2:3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ä", "x\ty", "<script>", "\"", "a;b"})
    void replacesARequestIdThatMayNotStandInALog(String id) {
        given().header("X-Request-Id", id)
                .get("/test/echo")
                .then()
                .statusCode(200)
                .header("X-Request-Id", matchesPattern("[0-9a-f]{16}"));
    }

    @Test
    void takesARequestIdOfAHundredCharactersAndNotOneMore() {
        given().header("X-Request-Id", "x".repeat(100)).get("/").then().header("X-Request-Id", "x".repeat(100));
        given().header("X-Request-Id", "x".repeat(101))
                .get("/")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f]{16}"));
    }

    @Test
    void givesEveryRequestItsOwnId() {
        String one = when().get("/q/health/live").header("X-Request-Id");
        String other = when().get("/q/health/live").header("X-Request-Id");
        assertTrue(one.matches("[0-9a-f]{16}") && !one.equals(other), one + " " + other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /test/echo              | GET, HEAD, POST, OPTIONS
                    /test/echo/             | GET, HEAD, POST, OPTIONS
                    /test/echo/items/1      | GET, HEAD, PATCH, DELETE, OPTIONS
                    /problems/forbidden     | GET, HEAD, OPTIONS
                    /v1/feeds/opml          | GET, HEAD, POST, OPTIONS
                    /v1/articles            | GET, HEAD, POST, OPTIONS
                    /q/health               | GET, HEAD, OPTIONS
                    /q/health/ready         | GET, HEAD, OPTIONS
                    /q/metrics              | GET, HEAD, OPTIONS
                    /q/openapi              | GET, HEAD, OPTIONS
                    /q/swagger-ui/          | GET, HEAD, OPTIONS
                    """)
    void listsTheMethodsOfAnAddress(String path, String allowed) {
        when().options(path)
                .then()
                .statusCode(204)
                .header("Allow", allowed)
                .header("Accept-Patch", allowed.contains("PATCH") ? "application/merge-patch+json" : null)
                .body(emptyString());
        given().header("X-API-Key", KeysForTests.ADMIN)
                .header("X-Request-Id", "put")
                .put(path)
                .then()
                .statusCode(405)
                .header("Allow", allowed)
                .body("code", is("method-not-allowed"))
                .body("requestId", is("put"));
    }

    @Test
    void knowsNoMethodsOfAnUnknownAddress() {
        isProblem(given().header("X-Request-Id", "o").options("/test/nothing").then(), ProblemCode.NOT_FOUND, "o");
        isProblem(given().header("X-Request-Id", "o").options("/q/nothing").then(), ProblemCode.NOT_FOUND, "o");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "FOO", "get"})
    void answersUnknownMethodsWithWhatIsAllowed(String method) throws IOException {
        Answer answer =
                raw(method + " /test/echo HTTP/1.1\nHost: x\nX-Request-Id: t\nX-API-Key: " + KeysForTests.ADMIN);
        assertEquals(405, answer.status());
        assertEquals(Optional.of("GET, HEAD, POST, OPTIONS"), answer.header("Allow"));
        assertEquals(Optional.of("application/problem+json"), answer.header("Content-Type"));
        assertEquals("""
                {"type":"/problems/method-not-allowed","title":"This method is not supported here",\
                "status":405,"detail":"This address knows GET, HEAD, POST, OPTIONS.",\
                "code":"method-not-allowed","requestId":"t"}""", answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/echo", "/problems/forbidden", "/q/health", "/q/metrics", "/q/openapi"})
    void answersHeadLikeGetWithoutABody(String path) throws IOException {
        Answer head = raw("HEAD " + path + " HTTP/1.1\nHost: x\nConnection: close");
        Answer get = raw("GET " + path + " HTTP/1.1\nHost: x\nConnection: close");
        assertEquals(200, head.status());
        assertEquals(get.header("Content-Type"), head.header("Content-Type"));
        assertEquals(get.header("Vary"), head.header("Vary"));
        assertTrue(head.header("X-Request-Id").isPresent());
    }

    @Test
    void sendsNothingAfterTheHeadOfAnAnswerToHead() throws IOException {
        try (RawConnection connection = new RawConnection()) {
            for (String line :
                    new String[] {"HEAD /test/echo", "HEAD /nothing", "HEAD /test/echo/unchanged", "GET /nothing"}) {
                connection.send(line + " HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            assertEquals(200, connection.answer(true).status());
            assertEquals(404, connection.answer(true).status());
            assertEquals(304, connection.answer(true).status());
            assertEquals(404, connection.answer(false).status());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/test/nothing, NOT_FOUND",
        "/nothing%00here, NOT_FOUND",
        "/test/echo/items/%00, NOT_FOUND",
        "/test/echo;a=b, NOT_FOUND",
        "/q/nothing, NOT_FOUND",
        "/test/echo/items/%zz, INVALID_REQUEST",
        "/%, INVALID_REQUEST",
        "/%2, INVALID_REQUEST",
        "/q/health/%g0, INVALID_REQUEST",
        "/problems/no-such-code, NOT_FOUND"
    })
    void answersAddressesThatLeadNowhere(String path, ProblemCode code) throws IOException {
        Answer answer = raw("GET " + path + " HTTP/1.1\nHost: x\nX-Request-Id: n");
        assertEquals(code.status(), answer.status());
        assertEquals(Optional.of("application/problem+json"), answer.header("Content-Type"));
        assertEquals(Optional.of("n"), answer.header("X-Request-Id"));
        assertEquals(Optional.of("nosniff"), answer.header("X-Content-Type-Options"));
        assertTrue(answer.text().contains("\"code\":\"" + code.code() + "\""), answer.text());
        assertTrue(answer.text().endsWith("\"requestId\":\"n\"}"), answer.text());
    }

    @Test
    void readsAnEncodedSlashAsPartOfOneSegment() {
        given().urlEncodingEnabled(false)
                .get("/test/echo/items/a%2Fb")
                .then()
                .statusCode(200)
                .body("id", is("a/b"));
    }

    @Test
    void readsArabicThatWasNotEscaped() throws IOException {
        String utf8 = new String(
                "سوريا".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        Answer answer = raw("GET /test/echo/query?q=" + utf8 + " HTTP/1.1\nHost: x\nX-Request-Id: a");
        assertEquals(200, answer.status());
        assertEquals("{\"q\":\"سوريا\"}", answer.text());
        assertEquals(Optional.of("a"), answer.header("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET * HTTP/1.1\nHost: x", "GET nothing HTTP/1.1\nHost: x", "GET /test/echo HTTP/1.1"})
    void answersMalformedHeadsWithAProblem(String head) throws IOException {
        Answer answer = raw(head + "\nX-Request-Id: m");
        assertTrue(answer.status() == 404 || answer.status() == 400, head + " " + answer.status());
        assertEquals(Optional.of("application/problem+json"), answer.header("Content-Type"));
        assertEquals(Optional.of("m"), answer.header("X-Request-Id"));
        assertTrue(answer.text().endsWith("\"requestId\":\"m\"}"), answer.text());
    }

    @Test
    void answersWhatIsNotAcceptableOrNotReadable() {
        isProblem(
                given().header("X-Request-Id", "c")
                        .accept("image/png")
                        .get("/test/echo")
                        .then(),
                ProblemCode.NOT_ACCEPTABLE,
                "c");
        isProblem(
                given().header("X-Request-Id", "c")
                        .header("X-API-Key", KeysForTests.ADMIN)
                        .contentType("image/png")
                        .body(new byte[] {1})
                        .post("/test/echo")
                        .then(),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                "c");
    }

    @Test
    void tellsNothingOfAFaultOfItsOwn() {
        ValidatableResponse response =
                given().header("X-Request-Id", "f").get("/test/echo/failing").then();
        isProblem(response, ProblemCode.INTERNAL, "f");
        response.body(not(containsString("secret")));
    }

    @Test
    void refusesABodyThatIsAnnouncedLargerThanAnything() throws IOException {
        Answer answer =
                raw("POST /test/echo HTTP/1.1\nHost: x\nX-Request-Id: l\nContent-Length: 99999999999\nX-API-Key: "
                        + KeysForTests.ADMIN);
        assertEquals(413, answer.status());
        assertTrue(answer.text().contains("\"code\":\"too-large\""), answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /test/echo", "HEAD /test/echo", "GET /q/health"})
    void refusesItWhereNoBodyIsReadToo(String request) throws IOException {
        Answer answer = raw(request + " HTTP/1.1\nHost: x\nX-Request-Id: l\nContent-Length: 99999999999");
        assertEquals(413, answer.status());
        assertEquals(Optional.of("application/problem+json"), answer.header("Content-Type"));
        assertEquals(Optional.of("l"), answer.header("X-Request-Id"));
    }

    @Test
    void doesNotSayWhatItRunsOn() {
        when().get("/test/echo").then().header("Server", nullValue()).header("X-Powered-By", nullValue());
    }
}
