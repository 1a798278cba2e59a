package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers in several lines, conditions without a tag, addresses of several resources, and what parsers say. */
@QuarkusTest
class RequestLinesTest {

    @Test
    void readsAllLinesOfAHeaderThatIsAList() {
        JsonNode article = Articles.created(Sources.created());
        String path = Articles.path(article);
        String etag = Api.get(path).is(200).etag();
        Api.get(path, "If-None-Match", "\"999\"", "If-None-Match", etag).is(304);
        Api.Answer minimal = Api.patch(
                        path,
                        Json.object("section", "a"),
                        "If-Match",
                        "\"999\"",
                        "If-Match",
                        etag,
                        "Prefer",
                        "wait=1",
                        "Prefer",
                        "return=minimal")
                .is(204);
        assertEquals("return=minimal", minimal.header("Preference-Applied"));
        assertEquals("", minimal.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , ,"})
    void takesAConditionWithoutATagForAMistake(String none) {
        JsonNode article = Articles.created(Sources.created());
        String path = Articles.path(article);
        Api.delete(path, "If-Match", none).isProblem(400, "invalid-request", "If-Match: empty");
        Api.put(path, article, "If-None-Match", none).isProblem(400, "invalid-request", "If-None-Match: empty");
        assertEquals(1, Api.get(path).is(200).json().path("version").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/articles/{id}/dates, 'GET, HEAD, POST, OPTIONS'",
        "DELETE, /v1/articles/{id}/dates, 'GET, HEAD, POST, OPTIONS'",
        "POST, /, 'GET, HEAD, OPTIONS'",
        "DELETE, /v1/articles, 'GET, HEAD, POST, OPTIONS'"
    })
    void namesTheMethodsOfAnAddressThatHasNotThisOne(String method, String path, String allowed) {
        String id = Articles.created(Sources.created()).path("id").asText();
        String address = path.replace("{id}", id);
        Api.Answer answer =
                Api.send(method, address, BodyPublishers.ofString("{}"), "Content-Type", "application/json");
        answer.isProblem(405, "method-not-allowed");
        assertEquals(allowed, answer.header("Allow"));
        assertEquals(
                allowed,
                Api.send("OPTIONS", address, BodyPublishers.noBody()).is(204).header("Allow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'a':NaN}", "{'a':+1}", "{'a':1 // c\n}", "{'a':1}{}", "{'a':.5}", "{'a':0x10}", "{'a':01}"})
    void saysNothingOfTheParserThatItUses(String body) {
        Api.Answer answer = Api.post("/v1/articles", body.replace('\'', '"'));
        answer.isProblem(400, "malformed-json", " malformed-json");
        assertFalse(answer.text().matches("(?s).*(Feature|fasterxml|parser|enable).*"), answer.text());
    }

    @Test
    void refusesUnknownFieldsInsideOfFieldsToo() {
        String source = Sources.created();
        Api.post(
                        "/v1/articles",
                        Json.tree("{'source':{'key':'" + source
                                + "','foo':1},'body':'b','published':{'value':'2022','bar':1}}"))
                .isProblem(400, "invalid-request", "/source/foo unknown-field", "/published/bar unknown-field");
    }

    @Test
    void takesADefaultThatIsWrittenOutForTheDefault() {
        String source = Sources.created();
        Articles.created(source);
        Articles.created(source);
        String list = "/v1/articles?limit=1&source=" + source;
        String cursor = Api.get(list).json().path("page").path("nextCursor").asText();
        Api.get(list + "&zone=UTC&cursor=" + cursor).is(200);
        Api.get(list + "&zone=Asia/Damascus&cursor=" + cursor)
                .isProblem(400, "cursor-mismatch", "?cursor cursor-mismatch");
    }
}
