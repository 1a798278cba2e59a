package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person gave is found again when the body comes back, as long as it is clear where. */
@QuarkusTest
class RelocatedDatesTest {

    private static final String BODY = "وصل الوفد إلى المدينة.";

    private String path = "";

    @BeforeEach
    void store() {
        path = Articles.path(Articles.created(Sources.created(), "body", BODY, "published", "2021-09-14"));
    }

    private String given(Object... members) {
        return "/v1/dates/"
                + Api.post(path + "/dates", Json.with(Json.object("role", "mentioned", "value", "2020"), members))
                        .is(201)
                        .id();
    }

    private void body(String body) {
        Api.patch(path, Json.object("body", body)).is(200);
    }

    @Test
    void comesBackWithTheBodyThatHadIt() {
        String date = given("text", "الوفد", "startOffset", 4, "endOffset", 9);
        body("لا شيء من ذلك هنا.");
        assertFalse(Api.get(date).is(200).json().has("startOffset"));
        body("ثم " + BODY);
        JsonNode found = Api.get(date).is(200).json();
        assertEquals(7, found.path("startOffset").asInt());
        assertEquals(12, found.path("endOffset").asInt());
        assertEquals("2020", found.path("value").asText());
    }

    @Test
    void staysWithoutAPlaceWhereThereAreSeveral() {
        body("لا شيء من ذلك هنا.");
        String date = given("text", "الوفد");
        body("الوفد هنا، والوفد هناك، ثم الوفد.");
        assertFalse(Api.get(date).is(200).json().has("startOffset"));
        body(BODY + " انتهى.");
        assertEquals(4, Api.get(date).is(200).json().path("startOffset").asInt());
        assertEquals(9, Api.get(date).is(200).json().path("endOffset").asInt());
    }

    @Test
    void isFoundAgainByTheWordsThatItStoodOn() {
        String date = given("startOffset", 4, "endOffset", 9);
        body("ثم " + BODY);
        JsonNode moved = Api.get(date).is(200).json();
        assertEquals(7, moved.path("startOffset").asInt());
        assertEquals(12, moved.path("endOffset").asInt());
        assertFalse(moved.has("text"), "nobody said a text");
        assertEquals(2, moved.path("version").asInt());
    }

    @Test
    void losesAPlaceWhoseWordsAreGone() {
        String date = given("startOffset", 4, "endOffset", 9);
        body("نص.");
        JsonNode lost = Api.get(date).is(200).json();
        assertFalse(lost.has("startOffset") || lost.has("endOffset"), lost::toString);
        assertEquals("2020", lost.path("value").asText());
        Api.patch(date, Json.object("value", "2019")).is(200);
    }
}
