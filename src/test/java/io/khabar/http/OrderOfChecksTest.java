package io.khabar.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing is at an address comes before what is wrong with the request: section 1 of the contract. */
@QuarkusTest
class OrderOfChecksTest {

    private static Api.Answer send(String method, String path, String accept, String type) {
        return Api.send(method, path, BodyPublishers.ofString("{}"), "Accept", accept, "Content-Type", type);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/articles/{}",
        "DELETE, /v1/sources/{}",
        "PATCH, /v1/articles/{}",
        "PATCH, /v1/sources/no-such-source",
        "PATCH, /v1/dates/{}",
        "POST, /v1/articles/{}",
        "POST, /v1/articles/{}/dates",
        "DELETE, /v1/articles/{}/dates",
        "GET, /v1/articles/{}/similar",
        "PATCH, /v1/feeds/{}",
        "POST, /v1/feeds/{}",
        "PUT, /v1/feeds/no-id",
        "PUT, /v1/articles/no-id",
        "PUT, /v1/dates/no-id",
        "PUT, /v1/sources/No_Key"
    })
    void saysThatNothingIsThereFirst(String method, String path) {
        String address = path.replace("{}", UUID.randomUUID().toString());
        send(method, address, "image/png", "text/html").isProblem(404, "not-found");
        send(method, address, "application/json", "text/html").isProblem(404, "not-found");
    }

    @Test
    void saysWhatIsWrongWithARequestForSomething() {
        String article = Articles.path(Articles.created(Sources.created()));
        send("GET", article, "image/png", "text/html").isProblem(406, "not-acceptable");
        Api.send(
                        "POST",
                        "/v1/articles",
                        BodyPublishers.ofString("{}"),
                        "Accept",
                        "text/html",
                        "Accept",
                        "application/json",
                        "Content-Type",
                        "text/csv")
                .isProblem(415, "unsupported-media-type");
        send("PATCH", article, "application/json", "text/html").isProblem(415, "unsupported-media-type");
        send("POST", article, "application/json", "text/html").isProblem(405, "method-not-allowed");
        send("POST", article + "/dates", "application/json", "text/html").isProblem(415, "unsupported-media-type");
        send("DELETE", article + "/dates", "application/json", "text/html").isProblem(405, "method-not-allowed");
        send("DELETE", "/v1/feeds/opml", "application/json", "text/html").isProblem(405, "method-not-allowed");
        send("PUT", article, "application/json", "text/html").isProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png, text/*;q=0.5", "application/json;q=0, text/html", "*/*;q=0"})
    void looksAtWhatIsAcceptedBeforeTheBody(String accept) {
        String article = Articles.path(Articles.created(Sources.created()));
        send("POST", "/v1/articles", accept, "text/foo").isProblem(406, "not-acceptable");
        send("PATCH", article, accept, "text/foo").isProblem(406, "not-acceptable");
        send("PUT", article, accept, "text/foo").isProblem(406, "not-acceptable");
        send("POST", article + "/dates", accept, "text/foo").isProblem(406, "not-acceptable");
        send("POST", "/v1/imports", accept, "text/foo").isProblem(406, "not-acceptable");
        Api.send(
                        "POST",
                        "/v1/articles",
                        BodyPublishers.ofString("{}"),
                        "Accept",
                        accept,
                        "Content-Type",
                        "application/json",
                        "Content-Encoding",
                        "gzip")
                .isProblem(406, "not-acceptable");
    }

    @Test
    void saysToNobodyElseWhatIsThere() {
        String feed = "/v1/feeds/" + UUID.randomUUID();
        given().accept("image/png")
                .get(feed)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", not(blankOrNullString()))
                .body("code", equalTo("unauthenticated"));
    }

    @ParameterizedTest
    @CsvSource({"/v1/articles/{}", "/v1/dates/{}", "/v1/sources/{}", "/v1/feeds/{}"})
    void takesNothingForAPlaceWhereAPutMayCreate(String path) {
        String address = path.replace("{}", UUID.randomUUID().toString());
        send("PUT", address, "application/json", "text/html").isProblem(415, "unsupported-media-type");
        send("PUT", address, "image/png", "application/json").isProblem(406, "not-acceptable");
    }
}
