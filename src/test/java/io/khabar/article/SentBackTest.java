package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read of an article says what was derived, whichever way it is sent back. */
@QuarkusTest
class SentBackTest {

    private static final List<String> OF_ITS_OWN = List.of("id", "createdAt", "updatedAt", "version", "dates");

    private ObjectNode read = Json.object();

    /** An article of which an import derived more than every write does. */
    @BeforeEach
    void importText() {
        JsonNode item = Imports.text(
                        "?published=2021-09-14&source=" + Sources.created(),
                        Sources.word()
                                + " أعلنت وزارة النقل خطة جديدة لإصلاح الطرق في حلب.\nوقال الوزير إن العمل يبدأ غدا.\n")
                .path("items")
                .path(0);
        read = (ObjectNode) Api.get(Articles.path(item.path("article"))).is(200).json();
        assertTrue(read.get("derived").toString().contains("lead"), read::toString);
    }

    private static JsonNode facts(JsonNode article) {
        return ((ObjectNode) article.deepCopy()).without(OF_ITS_OWN);
    }

    @Test
    void derivedFieldsStayDerivedWhereTheArticleIsGone() {
        String path = Articles.path(read);
        Api.delete(path).is(204);
        assertEquals(facts(read), facts(Api.post("/v1/articles", read).is(201).json()));
        Api.delete(path).is(204);
        assertEquals(facts(read), facts(Api.put(path, read).is(201).json()));
        Api.delete(path).is(204);
        JsonNode item = Imports.lines("", read).path("items").path(0);
        assertEquals("created", item.path("outcome").asText());
        assertEquals(facts(read), facts(Api.get(path).is(200).json()));
    }

    @Test
    void derivedFieldsFollowTheTextAgain() {
        Api.delete(Articles.path(read)).is(204);
        Api.post("/v1/articles", read).is(201);
        JsonNode patched = Api.patch(Articles.path(read), Json.object("body", "The council met on Monday."))
                .is(200)
                .json();
        assertEquals("en", patched.path("language").asText());
        assertEquals("The council met on Monday.", patched.path("lead").asText());
        assertEquals("ltr", patched.path("direction").asText());
    }

    @Test
    void aDerivedLeadStaysDerivedWhateverItsTextBeginsWith() {
        JsonNode made = Api.post(
                        "/v1/articles",
                        Articles.body(
                                read.at("/source/key").asText(),
                                "body",
                                "\u200F\u00A0افتتحت البلدية المكتبة.\u200F\n\nوحضر الناس.",
                                "derived",
                                List.of("lead")))
                .is(201)
                .json();
        assertEquals("افتتحت البلدية المكتبة.", made.path("lead").asText());
        JsonNode put = Api.put(Articles.path(made), made).is(200).json();
        assertEquals(made.get("derived"), put.get("derived"));
        assertTrue(put.get("derived").toString().contains("\"lead\""), put::toString);
    }

    @Test
    void whatIsSentIsStoredThoughItIsNamedAsDerived() {
        ObjectNode body = Articles.body(
                read.at("/source/key").asText(),
                "body",
                "Un texte en français qui parle de la mer et du vent.",
                "language",
                "de",
                "direction",
                "rtl",
                "lead",
                "Corrected",
                "derived",
                List.of("lead", "language", "direction"));
        JsonNode posted = Api.post("/v1/articles", body).is(201).json();
        JsonNode put =
                Api.put("/v1/articles/" + UUID.randomUUID(), body).is(201).json();
        for (JsonNode stored : List.of(posted, put)) {
            assertEquals("de", stored.path("language").asText());
            assertEquals("rtl", stored.path("direction").asText());
            assertEquals("Corrected", stored.path("lead").asText());
            assertEquals(Json.tree("['lead', 'language', 'direction']"), stored.get("derived"));
        }
    }

    @Test
    void whatIsNotNamedWasGiven() {
        ObjectNode body = Articles.body(
                read.at("/source/key").asText(), "language", "fr", "derived", List.of("direction", "nothing"));
        JsonNode made = Api.post("/v1/articles", body).is(201).json();
        assertEquals("fr", made.path("language").asText());
        assertEquals(Json.tree("['direction']"), made.get("derived"));
    }

    @Test
    void whatNobodyDerivesWasGiven() {
        ObjectNode body = Articles.body(
                read.at("/source/key").asText(),
                "externalId",
                Sources.word(),
                "title",
                "عنوان",
                "derived",
                List.of("body", "externalId", "id", "rights", "source", "title"));
        JsonNode derived = Json.tree("['source', 'title', 'language', 'direction', 'titleDirection']");
        JsonNode posted = Api.post("/v1/articles", body).is(201).json();
        assertEquals(derived, posted.get("derived"));
        Api.delete(Articles.path(posted)).is(204);
        JsonNode item = Imports.lines("", body).path("items").path(0);
        assertEquals(
                derived,
                Api.get(Articles.path(item.path("article"))).is(200).json().get("derived"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "'x'", "[1]", "{}"})
    void whatIsNoListOfNamesSaysNothing(String derived) {
        ObjectNode body = Articles.body(read.at("/source/key").asText());
        body.set("derived", Json.tree(derived));
        assertEquals(
                Json.tree("['language', 'direction']"),
                Api.put("/v1/articles/" + UUID.randomUUID(), body)
                        .is(201)
                        .json()
                        .get("derived"));
    }
}
