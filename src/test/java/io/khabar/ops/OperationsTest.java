package io.khabar.ops;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.RawConnection;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people who run the service look at. */
@QuarkusTest
class OperationsTest {

    @Inject
    Clock clock;

    @Inject
    Flyway flyway;

    @Inject
    DataSource database;

    @Test
    void isReadyWithAMigratedDatabase() {
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", containsInAnyOrder("database", "search"))
                .body("checks.find { it.name == 'database' }.data.schema", startsWith("0"));
    }

    @Test
    void isStartedWithAllMigrations() {
        when().get("/q/health/started")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", equalTo(List.of("migrations")));
    }

    @Test
    void givesMigrationsAllTheTimeThatTheyNeed() throws SQLException {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            assertEquals(0, connection.getNetworkTimeout());
        }
        try (Connection connection = database.getConnection()) {
            assertEquals(300_000, connection.getNetworkTimeout());
        }
    }

    @Test
    void isAliveWithoutAskingTheDatabase() {
        when().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks", hasSize(0));
    }

    @Test
    void measuresTheLatencyOfEachEndpointInBuckets() {
        when().get("/").then().statusCode(200);
        when().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(
                        containsString(
                                "http_server_requests_seconds_bucket{method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"root\",le=\"0.005\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/openmetrics-text",
                "application/openmetrics-text;version=1.0.0 | application/openmetrics-text",
                "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1"
                        + " | application/openmetrics-text",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/plain",
                "text/html | text/plain",
                "text/plain | text/plain",
                "application/json, text/plain;q=0.1 | text/plain"
            })
    void showsMetricsAsTheyAreAskedFor(String accept, String type) {
        given().accept(accept)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .body(containsString("http_server_requests_seconds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png, text/plain;q=0"})
    void refusesToShowMetricsAsAnythingElse(String accept) {
        Api.get("/q/metrics", "Accept", accept).isProblem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics/nope", "/q/metrics/"})
    void knowsNoAddressBelowTheMetrics(String path) {
        Api.get(path).isProblem(404, "not-found");
    }

    @Test
    void countsEveryAnswerOfAnEndpointUnderIt() {
        JsonNode article = Articles.created(Sources.created());
        String path = Articles.path(article);
        String list = "/v1/articles?id=" + article.path("id").asText();
        Api.get(list, "If-None-Match", Api.get(list).etag()).is(304);
        Api.get(path, "If-None-Match", Api.get(path).etag()).is(304);
        Api.post(path, "{}").is(405);
        Api.patch(path, "{}", "Content-Type", "text/plain").is(415);
        given().header("X-API-Key", "wrong").get(path).then().statusCode(401);
        given().options(path).then().statusCode(204);
        String metrics = Api.get("/q/metrics", "Accept", "text/plain").is(200).text();
        for (String tags : List.of(
                "method=\"GET\",outcome=\"REDIRECTION\",status=\"304\",uri=\"/v1/articles\"",
                "method=\"GET\",outcome=\"REDIRECTION\",status=\"304\",uri=\"/v1/articles/{id}\"",
                "method=\"POST\",outcome=\"CLIENT_ERROR\",status=\"405\",uri=\"/v1/articles/{id}\"",
                "method=\"PATCH\",outcome=\"CLIENT_ERROR\",status=\"415\",uri=\"/v1/articles/{id}\"",
                "method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"401\",uri=\"/v1/articles/{id}\"",
                "method=\"OPTIONS\",outcome=\"SUCCESS\",status=\"204\",uri=\"/v1/articles/{id}\"")) {
            assertTrue(metrics.contains("http_server_requests_seconds_count{" + tags), tags);
        }
    }

    @Test
    void countsWhatIsAnsweredWithoutAnEndpointTogether() {
        for (int i = 0; i < 5; i++) {
            given().header("X-API-Key", "wrong")
                    .get("/v1/nowhere/" + UUID.randomUUID())
                    .then()
                    .statusCode(401);
            given().accept("text/html")
                    .get("/v1/dates/" + UUID.randomUUID())
                    .then()
                    .statusCode(404);
        }
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("uri=\"UNMATCHED\""))
                .body(not(matchesRegex("(?s).*uri=\"/v1/(?:nowhere|dates)/[0-9a-f]{8}-.*")));
    }

    @Test
    void countsInventedMethodsTogether() throws IOException {
        for (String method : List.of("ZZ000001", "ZZ000002", "get")) {
            try (RawConnection connection = new RawConnection()) {
                connection.send(method + " / HTTP/1.1\r\nHost: x\r\n\r\n").answer(false);
            }
        }
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("method=\"OTHER\""))
                .body(not(containsString("ZZ0000")))
                .body(not(containsString("method=\"get\"")));
    }

    @Test
    void namesItselfAndItsDocumentsOnTheFirstPage() {
        when().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", not(containsString("immutable")))
                .body(containsString("Khabar"), containsString("q/swagger-ui/"), containsString("q/openapi"));
    }

    @Test
    void ticksInMicrosecondsAsTheDatabaseDoes() {
        Instant now = clock.instant();
        assertEquals(now.truncatedTo(ChronoUnit.MICROS), now);
    }
}
