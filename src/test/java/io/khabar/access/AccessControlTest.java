package io.khabar.access;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.KeysForTests;
import io.khabar.fixture.RawConnection;
import io.khabar.fixture.RawConnection.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessControlTest {

    private static final String WRONG = "khb_wrong-0000000000000000000000";
    private static final String CHALLENGE = "Bearer realm=\"khabar\"";
    private static final String INVALID = CHALLENGE + ", error=\"invalid_token\"";

    @Inject
    DataSource database;

    private static void isRefused(ValidatableResponse response, int status, String challenge, String detail) {
        String code = status == 401 ? "unauthenticated" : "forbidden";
        response.statusCode(status)
                .contentType(equalTo("application/problem+json"))
                .header("WWW-Authenticate", challenge)
                .header("Cache-Control", "no-store")
                .header("X-Request-Id", "r")
                .body("$", aMapWithSize(6))
                .body("type", is("/problems/" + code))
                .body("title", is(status == 401 ? "Who you are is not known" : "Your key may not do this"))
                .body("status", is(status))
                .body("code", is(code))
                .body("detail", is(detail))
                .body("requestId", is("r"));
    }

    /** A key of that role, made now. */
    private String issued(Role role) throws Exception {
        String key = ApiKey.generate();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into api_key (id, name, hash, role,"
                        + " origin, created_at) values (?, 'test', ?, ?, 'issued', now())")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setBytes(2, KeyHash.of(key).bytes());
            insert.setString(3, role.word());
            insert.executeUpdate();
        }
        // Another instance would learn of it after a second: here, somebody asks until it is known.
        for (int i = 0; given().header("X-API-Key", key).get("/test/echo").statusCode() == 401; i++) {
            assertTrue(i < 10_000, "the key is never known");
        }
        return key;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/echo", "/problems/forbidden", "/q/health/live", "/q/metrics", "/q/openapi"})
    void letsAnybodyRead(String path) {
        when().get(path).then().statusCode(200);
        when().head(path).then().statusCode(200);
        when().options(path).then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /test/echo",
        "PUT, /test/echo",
        "POST, /nothing",
        "PATCH, /test/echo/items/%00",
        "DELETE, /test/echo/items/1",
        "POST, /q/health",
        "BREW, /test/echo"
    })
    void asksWhoeverWritesForAKeyBeforeAnythingElse(String method, String path) {
        isRefused(
                given().urlEncodingEnabled(false)
                        .header("X-Request-Id", "r")
                        .request(method, path)
                        .then(),
                401,
                CHALLENGE,
                "Writing needs an API key.");
    }

    @Test
    void takesAKeyInEitherHeader() {
        given().header("X-API-Key", KeysForTests.ADMIN)
                .delete("/test/echo/items/1")
                .then()
                .statusCode(204);
        given().header("Authorization", "Bearer " + KeysForTests.ADMIN)
                .delete("/test/echo/items/1")
                .then()
                .statusCode(204);
        given().header("Authorization", "bearer " + KeysForTests.ADMIN)
                .header("X-API-Key", KeysForTests.ADMIN)
                .delete("/test/echo/items/1")
                .then()
                .statusCode(204);
    }

    @Test
    void refusesTwoKeysThatDiffer() {
        isRefused(
                given().header("X-Request-Id", "r")
                        .header("Authorization", "Bearer " + KeysForTests.ADMIN)
                        .header("X-API-Key", WRONG)
                        .get("/test/echo")
                        .then(),
                401,
                INVALID,
                "The request has no API key in the form that is read here, or several.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x", "Basic a2hiOmtoYg==", "Bearer ü", "Digest a=b"})
    void refusesWhatIsNoKeyEvenToReaders(String authorization) {
        isRefused(
                given().header("X-Request-Id", "r")
                        .header("Authorization", authorization)
                        .get("/test/echo")
                        .then(),
                401,
                INVALID,
                "The request has no API key in the form that is read here, or several.");
    }

    @Test
    void refusesAWrongKeyEvenToReaders() {
        isRefused(
                given().header("X-Request-Id", "r")
                        .header("X-API-Key", WRONG)
                        .get("/nothing")
                        .then(),
                401,
                INVALID,
                "The API key is unknown, expired or revoked.");
    }

    @Test
    void letsProbesPassWhateverTheySend() {
        given().header("Authorization", "Basic Og==")
                .get("/q/health/live")
                .then()
                .statusCode(200);
    }

    @Test
    void letsReadersReadAndNotWrite() throws Exception {
        String reader = issued(Role.READER);
        given().header("X-API-Key", reader).get("/test/echo").then().statusCode(200);
        isRefused(
                given().header("X-Request-Id", "r")
                        .header("X-API-Key", reader)
                        .delete("/nothing")
                        .then(),
                403,
                CHALLENGE + ", error=\"insufficient_scope\"",
                "The API key has the role `reader`; writing needs the role `editor`.");
    }

    @Test
    void keepsFeedsForEditors() throws Exception {
        isRefused(
                given().header("X-Request-Id", "r")
                        .header("X-API-Key", issued(Role.READER))
                        .get("/v1/feeds")
                        .then(),
                403,
                CHALLENGE + ", error=\"insufficient_scope\"",
                "The API key has the role `reader`; reading this needs the role `editor`.");
        given().header("X-API-Key", issued(Role.EDITOR)).get("/v1/feeds").then().statusCode(200);
    }

    @Test
    void letsEditorsWrite() throws Exception {
        given().header("X-API-Key", issued(Role.EDITOR))
                .delete("/test/echo/items/1")
                .then()
                .statusCode(204);
    }

    @Test
    void keepsSomeThingsForAdministrators() throws Exception {
        given().header("X-API-Key", issued(Role.EDITOR))
                .post("/v1/search/rebuild")
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", CHALLENGE + ", error=\"insufficient_scope\"")
                .body("code", is("forbidden"))
                .body("detail", is("The request has a key with the role `editor`; this needs the role `admin`."));
    }

    @Test
    void readsTheBodyThatCameWhileTheKeyWasLookedUp() throws Exception {
        String body = "x".repeat(1_000_000);
        given().header("X-API-Key", issued(Role.EDITOR))
                .contentType("text/plain")
                .body(body)
                .post("/test/echo")
                .then()
                .statusCode(200)
                .body("length", is(body.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X-API-Key: " + WRONG + "\r\n"})
    void keepsTheConnectionUsableAfterALargeRefusedBody(String header) throws Exception {
        try (RawConnection connection = new RawConnection()) {
            connection.send("POST /test/echo HTTP/1.1\r\nHost: x\r\n" + header + "Content-Length: 5000000\r\n\r\n"
                    + "x".repeat(5_000_000) + "GET /problems/internal HTTP/1.1\r\nHost: x\r\n\r\n");
            assertEquals(401, connection.answer(false).status());
            assertEquals(200, connection.answer(false).status());
        }
    }

    @Test
    void doesNotAskForABodyThatItWillRefuse() throws Exception {
        try (RawConnection connection = new RawConnection()) {
            Answer answer = connection
                    .send("POST /test/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n")
                    .answer(false);
            assertEquals(401, answer.status());
            assertEquals(Optional.of("close"), answer.header("Connection"));
            assertTrue(connection.isClosed());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, true",
        "/problems/forbidden, true",
        "/q/health, true",
        "/q/health/ready, true",
        "/q/openapi, true",
        "/q/openapi.json, true",
        "/q/swagger-ui/index.html, true",
        "/q/metrics, false",
        "/q/healthy, false",
        "/v1/articles, false",
        "/problems, false",
        "/problems/../v1/articles, false",
        "/problems/%2e%2e/v1/articles, false",
        "/problems//v1, false",
        "/q/health/;/v1/articles, false"
    })
    void knowsWhatStaysOpenWhereReadingNeedsAKey(String path, boolean open) {
        assertEquals(open, new OpenAddresses(false).contains(path));
    }

    @Test
    void letsMetricsBeOpen() {
        assertTrue(new OpenAddresses(true).contains("/q/metrics"));
    }
}
