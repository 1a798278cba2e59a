package io.khabar.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.khabar.fixture.KeysForTests;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The jar that is shipped does its main job, on a database that was given to it. */
@QuarkusIntegrationTest
class PackagedIT {

    @Test
    void importsReadsChangesAndDeletes() {
        String url = "https://example.org/" + UUID.randomUUID();
        String id = given().header("X-API-Key", KeysForTests.ADMIN)
                .contentType("text/plain; charset=UTF-8")
                .queryParam("url", url)
                .queryParam("published", "2021-09-14")
                .body("افتتحت بلدية طرطوس مكتبة عامة جديدة قرب الميناء.\nوهي مجانية.\nوكالة التعبئة\n"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(200)
                .body("items[0].outcome", equalTo("created"))
                .body("items[0].article.language", equalTo("ar"))
                .extract()
                .path("items[0].article.id");
        ValidatableResponse read = given().get("/v1/articles/" + id).then().statusCode(200);
        read.body("published.value", equalTo("2021-09-14"))
                .body("direction", equalTo("rtl"))
                .body("source.name", equalTo("وكالة التعبئة"));
        given().queryParam("url", url)
                .get("/v1/articles")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        given().header("X-API-Key", KeysForTests.ADMIN)
                .header("If-Match", read.extract().header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"A library\"}")
                .patch("/v1/articles/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("A library"))
                .body("version", equalTo(2));
        given().header("X-API-Key", KeysForTests.ADMIN)
                .delete("/v1/articles/" + id)
                .then()
                .statusCode(204);
        given().get("/v1/articles/" + id).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void carriesItsDocumentsAndHealth() {
        given().get("/").then().statusCode(200).contentType("text/html").body(containsString("Khabar"));
        given().get("/q/swagger-ui/").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200).body(containsString("openapi: 3.1.0"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("http_server_requests_seconds_bucket"));
    }
}
