package io.khabar.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ProblemResourceTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @EnumSource
    void explainsEveryCodeToPrograms(ProblemCode code) {
        given().get(code.type())
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .header("Cache-Control", "public, max-age=3600")
                .header("Vary", "Accept, Accept-Encoding")
                .body("$", aMapWithSize(5))
                .body("type", is(code.type()))
                .body("code", is(code.code()))
                .body("status", is(code.status()))
                .body("title", is(code.title()))
                .body("explanation", is(code.explanation()));
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryCodeToPeople(ProblemCode code) {
        given().accept(BROWSER)
                .get(code.type())
                .then()
                .statusCode(200)
                .contentType(equalTo("text/html;charset=utf-8"))
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
                .header("X-Content-Type-Options", "nosniff")
                .body(startsWith("<!doctype html>\n<html lang=\"en\">"))
                .body(containsString("<h1>" + code.title() + "</h1>"))
                .body(containsString("<code>" + code.code() + "</code>, HTTP status " + code.status()))
                .body(not(containsString("`")));
    }

    @Test
    void showsWordsOfTheContractAsCode() {
        given().accept(BROWSER)
                .get("/problems/forbidden")
                .then()
                .body(containsString("needs the role <code>editor</code>."));
    }

    @Test
    void doesNotRepeatAnUnknownCode() {
        given().accept(BROWSER)
                .header("X-Request-Id", "u")
                .get("/problems/%3Cscript%3E")
                .then()
                .statusCode(404)
                .contentType(equalTo("application/problem+json"))
                .body("code", is("not-found"))
                .body("requestId", is("u"))
                .body("detail", is("There is no such problem code."));
    }
}
