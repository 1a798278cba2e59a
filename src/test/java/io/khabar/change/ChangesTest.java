package io.khabar.change;

import static io.khabar.fixture.Changes.briefs;
import static io.khabar.fixture.Changes.eventually;
import static io.khabar.fixture.Changes.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Changes;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change log, as a client reads it. */
@QuarkusTest
class ChangesTest {

    @Test
    void everyWriteAppearsOnceWithItsVersion() {
        Changes changes = Changes.fromNow();
        String source = Sources.created();
        Api.patch("/v1/sources/" + source, Json.object("name", "two")).is(200);
        assertEquals(List.of("source created 1", "source updated 2"), briefs(changes.next(2)));

        JsonNode article = Articles.created(source, "published", "2021");
        String path = Articles.path(article);
        List<JsonNode> made = changes.next(2);
        assertEquals(List.of("article created 1", "date created 1"), briefs(made));
        assertEquals(List.of("entity", "id", "version", "kind", "time"), Json.names(made.getFirst()));
        assertEquals(article.path("id"), made.getFirst().path("id"));
        assertEquals(article.path("dates").path(0).path("id"), made.getLast().path("id"));
        Duration age =
                Duration.between(Instant.parse(made.getFirst().path("time").asText()), Instant.now());
        assertTrue(age.abs().compareTo(Duration.ofMinutes(1)) < 0, made::toString);

        Api.patch(path, Json.object("title", "t")).is(200);
        assertEquals(List.of("article updated 2"), briefs(changes.next(1)));
        Api.put(path, Articles.body(source)).is(200);
        assertEquals(List.of("article updated 3", "date deleted 1"), briefs(changes.next(2)));

        String date = "/v1/dates/"
                + Api.post(path + "/dates", Json.object("role", "mentioned", "value", "2011"))
                        .is(201)
                        .id();
        assertEquals(List.of("date created 1", "article updated 4"), briefs(changes.next(2)));
        Api.patch(date, Json.object("value", "2012")).is(200);
        assertEquals(
                List.of("article updated 5", "date updated 2"),
                briefs(changes.next(2)).stream().sorted().toList());
        Api.delete(date).is(204);
        assertEquals(List.of("article updated 6", "date deleted 2"), briefs(changes.next(2)));

        Api.post(path + "/dates", Json.object("role", "mentioned", "value", "2011"))
                .is(201);
        changes.next(2);
        Api.delete(path).is(204);
        assertEquals(
                List.of("article deleted 7", "date deleted 1"),
                briefs(changes.next(2)).stream().sorted().toList());
        Api.delete("/v1/sources/" + source).is(204);
        assertEquals(List.of("source deleted 2"), briefs(changes.next(1)));
        assertEquals(List.of(), changes.page(100));
    }

    @Test
    void whatIsCreatedAgainStandsBehindItsTombstone() {
        String source = Sources.created();
        String path = Articles.path(Articles.created(source));
        Api.patch(path, Json.object("title", "t")).is(200);
        Changes changes = Changes.fromNow();
        Api.delete(path).is(204);
        Api.put(path, Articles.body(source)).is(201);
        assertEquals(List.of("article deleted 2", "article created 1"), briefs(changes.next(2)));
    }

    @Test
    void writesThatFailLeaveNothing() {
        String source = Sources.created();
        JsonNode article = Articles.created(source, "published", "2021", "externalId", "e");
        Changes changes = Changes.fromNow();
        Api.post("/v1/articles", Articles.body(source, "externalId", "e")).is(409);
        Api.delete("/v1/sources/" + source).is(409);
        Api.patch(Articles.path(article), Json.object("title", "x"), "If-Match", "\"9-0\"")
                .is(412);
        Api.post(Articles.path(article) + "/dates", Json.object("role", "published", "value", "2022"))
                .is(409);
        Sources.created();
        assertEquals(List.of("source created 1"), briefs(changes.next(1)));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        Changes changes = Changes.fromNow();
        String start = changes.cursor();
        String source = Sources.created();
        for (int i = 0; i < 4; i++) {
            Articles.created(source, "published", "2021");
        }
        List<JsonNode> all = changes.next(9);
        Changes small = Changes.from(start);
        for (int i = 0; i < 9; i += 3) {
            assertEquals(all.subList(i, i + 3), small.page(3));
        }
        assertEquals(List.of(), small.page(3));
        // The whole time there is a place to go on from, and it is what `Link` says.
        Answer last = Api.get("/v1/changes?limit=7&after=" + start).is(200);
        assertEquals("</v1/changes?after=" + Changes.cursor(last) + "&limit=7>; rel=\"next\"", last.header("Link"));
        assertEquals(List.of("items", "page"), Json.names(last.json()));
        assertEquals(7, last.json().path("page").path("limit").asInt());
    }

    @Test
    void oneEntityIsFollowedWithoutTheOthers() {
        Changes changes = Changes.fromNow();
        String start = "&after=" + changes.cursor();
        String source = Sources.created();
        Articles.created(source, "published", "2021");
        changes.next(3);
        assertEquals(List.of("source created 1"), kinds(Api.get("/v1/changes?entity=source" + start)));
        assertEquals(List.of("article created 1"), kinds(Api.get("/v1/changes?entity=article" + start)));
        Answer two = Api.get("/v1/changes?entity=date,source" + start);
        assertEquals(List.of("source created 1", "date created 1"), kinds(two));
        assertTrue(two.header("Link").contains("&entity=source,date>"), two.header("Link"));
        // Not the cursor: the place goes on with whatever else is written to the database.
        assertEquals(
                two.json().path("items"),
                Api.get("/v1/changes?entity=date&entity=source" + start).json().path("items"));
        Answer first = Api.get("/v1/changes?entity=date,source&limit=1" + start);
        assertEquals(List.of("source created 1"), kinds(first));
        assertEquals(
                List.of("date created 1"),
                kinds(Api.get("/v1/changes?entity=date,source&after=" + Changes.cursor(first))));
    }

    @Test
    void thePlaceMovesOnThoughNothingIsOfInterest() {
        String start = Changes.fromNow().cursor();
        Articles.created(Sources.created());
        eventually(() -> !Changes.cursor(
                        Api.get("/v1/changes?entity=date&after=" + start).is(200))
                .equals(start));
    }

    @ParameterizedTest
    @CsvSource({
        "after=x, cursor-invalid, ?after cursor-invalid",
        "after=AQAAAAAAAAQBAAAAAAAAAAB8X8FK, cursor-invalid, ?after cursor-invalid",
        "after=, invalid-request, ?after empty",
        "limit=0, limit-out-of-range, ?limit min",
        "limit=101, limit-out-of-range, ?limit max",
        "entity=key, invalid-request, ?entity enum",
        "cursor=x, unknown-parameter, ?cursor unknown-parameter",
        "after=now&after=now, invalid-request, ?after repeated"
    })
    void parametersAreStrict(String query, String code, String error) {
        Api.get("/v1/changes?" + query).isProblem(400, code, error);
        Api.get("/v1/changes?" + query, "Accept", "text/event-stream").isProblem(400, code, error);
    }

    @Test
    void aDamagedCursorIsNeverTakenForAnother() {
        String cursor = Changes.fromNow().cursor();
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String damaged = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertEquals(null, ChangePosition.decode(damaged), damaged);
        }
        assertEquals(null, ChangePosition.decode(cursor + "A"));
        assertEquals(null, ChangePosition.decode(cursor.substring(1)));
        ChangePosition whole = ChangePosition.decode(cursor);
        assertNotEquals(null, whole);
        String source = Sources.created();
        Articles.created(source);
        Articles.created(source);
        String ofAList = Changes.cursor(Api.get("/v1/articles?limit=1&source=" + source));
        assertNotEquals("", ofAList);
        assertEquals(null, ChangePosition.decode(ofAList));
    }

    @Test
    void answersAsOtherListsDo() {
        Changes changes = Changes.fromNow();
        Sources.created();
        changes.next(1);
        Answer answer = Api.get("/v1/changes?limit=1", "Accept", "*/*").is(200);
        assertEquals(Api.get("/v1/articles").header("Content-Type"), answer.header("Content-Type"));
        assertTrue(answer.header("Vary").contains("Accept"), answer.header("Vary"));
        assertEquals("no-cache", answer.header("Cache-Control"));
        assertTrue(answer.etag().startsWith("W/"), answer.etag());
        Api.get("/v1/changes?limit=1", "If-None-Match", answer.etag()).is(304);
        Api.get("/v1/changes", "Accept", "image/png").isProblem(406, "not-acceptable");
        Api.get("/v1/changes", "Accept", "application/json, text/event-stream;q=0.5")
                .is(200);
        Api.delete("/v1/changes").isProblem(405, "method-not-allowed");
        assertEquals(
                "GET, HEAD, OPTIONS",
                Api.send("OPTIONS", "/v1/changes", java.net.http.HttpRequest.BodyPublishers.noBody())
                        .is(204)
                        .header("Allow"));
        for (String type : List.of("application/json", "text/event-stream")) {
            Answer head = Api.send(
                            "HEAD", "/v1/changes", java.net.http.HttpRequest.BodyPublishers.noBody(), "Accept", type)
                    .is(200);
            assertTrue(head.header("Content-Type").startsWith(type), head.header("Content-Type"));
        }
    }
}
