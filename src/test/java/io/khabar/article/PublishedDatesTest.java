package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an article was published and modified: how it is written, and how it is shown. */
@QuarkusTest
class PublishedDatesTest {

    private String source = "";

    @BeforeEach
    void createSource() {
        source = Sources.created();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-13T18:30:00.1Z,         2021-09-13T18:30:00.1Z",
        "2021-09-13T18:30:00.500000Z,    2021-09-13T18:30:00.5Z",
        "2021-09-13T18:30:00.123456789Z, 2021-09-13T18:30:00.123456Z",
        "2021-09-13T18:30:00.000000001Z, 2021-09-13T18:30:00Z"
    })
    void writesAnInstantInOneWayWhereverItStands(String given, String written) {
        JsonNode article = Articles.created(source, "published", given);
        JsonNode stats =
                Api.get("/v1/sources/" + source + "?embed=stats").is(200).json();

        assertEquals(written, article.path("published").path("value").asText());
        assertEquals(written, article.path("published").path("earliest").asText());
        assertEquals(written, article.path("publishedAt").asText());
        assertEquals(written, article.path("dates").path(0).path("value").asText());
        assertEquals(written, stats.path("stats").path("firstPublishedAt").asText());
        assertEquals(written, stats.path("stats").path("lastPublishedAt").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "2017, year, 2017-01-01T00:00:00Z, 2018-01-01T00:00:00Z",
        "0000, year, 0000-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999, year, 9999-01-01T00:00:00Z, 9999-12-31T23:59:59.999999Z",
        "2021-09, month, 2021-09-01T00:00:00Z, 2021-10-01T00:00:00Z",
        "2020-02-29, day, 2020-02-29T00:00:00Z, 2020-03-01T00:00:00Z",
        "2021-09-13T18:30:00.250Z, instant, 2021-09-13T18:30:00.25Z, 2021-09-13T18:30:01.25Z"
    })
    void showsAPartialDateInFull(String value, String precision, String earliest, String latest) {
        for (Object way : List.of(value, Json.object("value", value, "precision", "ignored"))) {
            JsonNode published = Articles.created(source, "published", way).get("published");
            assertEquals(precision, published.get("precision").asText());
            assertEquals(earliest, published.get("earliest").asText());
            assertEquals(latest, published.get("latest").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011/..",
                "2011/2015",
                "2021-13",
                "2021-02-30",
                "yesterday",
                "2021-09-13T18:30:00",
                "10000",
                " 2021",
                "21",
                "2021-09-13T25:00:00Z"
            })
    void refusesWhatIsNoPartialDate(String value) {
        Api.post("/v1/articles", Articles.body(source, "published", value))
                .isProblem(400, "invalid-request", "/published invalid");
        Api.post("/v1/articles", Articles.body(source, "modified", Json.object("precision", "day")))
                .isProblem(400, "invalid-request", "/modified/value required");
    }

    @Test
    void offersNoIntervalWhereNoneMayBe() {
        for (String field : List.of("published", "modified")) {
            for (Object written : List.of("2011/2015", "2021/x", "x/..", Json.object("value", "2011/.."))) {
                Answer answer = Api.post("/v1/articles", Articles.body(source, field, written));
                answer.isProblem(
                        400, "invalid-request", "/" + field + (written instanceof String ? "" : "/value") + " invalid");
                assertEquals(
                        "must be a year, month, day or instant, not an interval",
                        answer.json().at("/errors/0/detail").asText());
            }
        }
    }

    @Test
    void showsHowADateIsWritten() {
        assertEquals(
                "must be a year, month, day or instant, as 2017, 2021-09, 2021-09-13 or 2021-09-13T18:30:00Z",
                Api.post("/v1/articles", Articles.body(source, "published", "17/05/2015"))
                        .isProblem(400, "invalid-request", "/published invalid")
                        .json()
                        .at("/errors/0/detail")
                        .asText());
    }
}
