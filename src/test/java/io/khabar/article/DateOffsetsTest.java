package io.khabar.article;

import static io.khabar.fixture.Dates.mentioned;
import static io.khabar.fixture.Dates.path;
import static io.khabar.fixture.Dates.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where a date stands in the body: found by its text, and again in another body. */
@QuarkusTest
class DateOffsetsTest extends DatesOfOneArticle {

    @Test
    void findsWhereTheTextOfADateStands() {
        String path = Articles.path(Articles.created(source, "body", "The fair was in May, in Homs and in Hama."));
        String dates = path + "/dates";
        JsonNode made = Api.post(dates, mentioned("value", "2021-05", "text", "May"))
                .is(201)
                .json();
        assertEquals(16, made.path("startOffset").asInt());
        assertEquals(19, made.path("endOffset").asInt());

        String id = UUID.randomUUID().toString();
        ObjectNode written = Json.with(
                mentioned("value", "2021", "text", "fair"), "articleId", path.substring(path.lastIndexOf('/') + 1));
        for (int status : new int[] {201, 200}) {
            JsonNode put = Api.put("/v1/dates/" + id, written).is(status).json();
            assertEquals(4, put.path("startOffset").asInt());
            assertEquals(8, put.path("endOffset").asInt());
        }
        JsonNode patched = Api.patch("/v1/dates/" + id, Json.object("text", "Homs"))
                .is(200)
                .json();
        assertEquals(24, patched.path("startOffset").asInt());
        assertEquals(28, patched.path("endOffset").asInt());
        for (String several : List.of("in", "nowhere")) {
            JsonNode none = Api.post(dates, mentioned("value", "2020", "text", several))
                    .is(201)
                    .json();
            assertFalse(none.has("startOffset") || none.has("endOffset"), none::toString);
        }
    }

    @Test
    void findsOffsetsAgainOrDropsThemWhenTheBodyChanges() {
        article = Articles.path(Articles.created(source, "body", Articles.DATED));
        String expression = "منذ عام 2011";
        String path = path(created(mentioned(
                        "value",
                        "2011/..",
                        "text",
                        expression,
                        "startOffset",
                        start(expression),
                        "endOffset",
                        start(expression) + expression.length()))
                .json());
        Api.patch(article, Json.object("body", "😀 " + Articles.DATED)).is(200);
        JsonNode moved = Api.get(path).json();
        assertEquals(start(expression) + 2, moved.get("startOffset").asInt());
        assertEquals(
                start(expression) + 2 + expression.length(),
                moved.get("endOffset").asInt());
        assertEquals(2, moved.get("version").asInt());

        Api.patch(article, Json.object("body", "😀 " + Articles.DATED + " أخيرا"))
                .is(200);
        assertEquals(2, Api.get(path).json().get("version").asInt(), "nothing of it changed");

        Api.patch(article, Json.object("body", "نص آخر")).is(200);
        JsonNode lost = Api.get(path).json();
        assertFalse(lost.has("startOffset") || lost.has("endOffset"), lost::toString);
        assertEquals("2011/..", lost.get("value").asText());
        assertEquals(expression, lost.get("text").asText());
        assertEquals("given", lost.get("origin").asText());
    }
}
