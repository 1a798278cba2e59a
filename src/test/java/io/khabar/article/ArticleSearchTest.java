package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.SearchIndex;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticleSearchTest {

    @Inject
    DataSource database;

    private String source = "";

    @BeforeEach
    void storeOnce() {
        if (source.isEmpty()) {
            source = Sources.created();
            for (int i = 0; i < 7; i++) {
                Articles.created(
                        source,
                        "title",
                        i == 3 ? "افتتاح مكتبة في طرطوس" : "خبر " + i,
                        "body",
                        "قالت وزارة الثقافة إن المكتبات مجانية. " + "المكتبة ".repeat(i),
                        "language",
                        "ar",
                        "published",
                        i % 2 == 0 ? "2021-09-1" + i : null,
                        "keywords",
                        List.of("k" + i));
            }
            SearchIndex.follows();
        }
    }

    private JsonNode search(String... parameters) {
        return Api.get(Api.query("/v1/articles?source=" + source, parameters))
                .is(200)
                .json();
    }

    private static List<String> titles(JsonNode page) {
        return Json.texts(page.path("items"), "title");
    }

    @Test
    void showsTheBestFirstWithTheirScores() {
        JsonNode page = search("q", "مكتبة طرطوس", "fields", "title,score", "count", "exact");
        assertEquals(List.of("افتتاح مكتبة في طرطوس"), titles(page));
        assertTrue(page.path("items").path(0).path("score").floatValue() > 0);
        assertEquals("{\"value\":1,\"relation\":\"exact\"}", page.path("total").toString());

        JsonNode all = search("q", "المكتبة");
        assertEquals(7, all.path("items").size());
        assertEquals("افتتاح مكتبة في طرطوس", titles(all).getFirst());
        assertFalse(
                search("q", "المكتبة", "sort", "created").path("items").path(0).has("score"));
    }

    @Test
    void needsBothOfWhatAndJoins() {
        // Half of four words will do, and three of these are in all of them.
        assertEquals(
                7, search("q", "وزارة الثقافة المكتبات طرطوس").path("items").size());
        assertEquals(List.of("افتتاح مكتبة في طرطوس"), titles(search("q", "وزارة الثقافة المكتبات AND طرطوس")));
        assertEquals(List.of(), titles(search("q", "وزارة AND الثقافة AND برلين")));
        assertEquals(7, search("q", "المكتبات AND").path("items").size());
    }

    @Test
    void looksOnlyInTheFieldsThatAreNamed() {
        assertEquals(1, search("q", "مكتبة", "in", "title").path("items").size());
        assertEquals(7, search("q", "مكتبة", "in", "title,body").path("items").size());
        assertEquals(1, search("q", "k2", "in", "keywords").path("items").size());
        assertEquals(0, search("q", "k2", "in", "title,lead").path("items").size());
    }

    @ParameterizedTest
    @CsvSource({"relevance", "-published", "published", "-created", "created", "-updated", "updated"})
    void pagesPutTogetherAreTheList(String sort) {
        List<String> whole = Json.texts(search("q", "مكتبة", "sort", sort).path("items"), "id");
        assertEquals(7, whole.size());
        List<String> forward = new ArrayList<>();
        JsonNode page = search("q", "مكتبة", "sort", sort, "limit", "3");
        List<String> last = List.of();
        while (true) {
            last = Json.texts(page.path("items"), "id");
            forward.addAll(last);
            JsonNode next = page.path("page").path("nextCursor");
            if (next.isMissingNode()) {
                break;
            }
            page = search("q", "مكتبة", "sort", sort, "limit", "3", "cursor", next.asText());
        }
        assertEquals(whole, forward);
        String before = page.path("page").path("previousCursor").asText();
        JsonNode back = search("q", "مكتبة", "sort", sort, "limit", "3", "cursor", before);
        assertEquals(whole.subList(3, 6), Json.texts(back.path("items"), "id"));
    }

    @ParameterizedTest
    @CsvSource({"relevance", "-published", "created"})
    void thePageBeforeEndsWhereThisOneBeginsWhateverTheLimits(String sort) {
        List<String> whole = Json.texts(search("q", "مكتبة", "sort", sort).path("items"), "id");
        String next = next(search("q", "مكتبة", "sort", sort, "limit", "2"));
        JsonNode second = search("q", "مكتبة", "sort", sort, "limit", "4", "cursor", next);
        assertEquals(whole.subList(2, 6), Json.texts(second.path("items"), "id"));
        String before = second.path("page").path("previousCursor").asText();
        for (int limit : List.of(1, 2, 5)) {
            JsonNode back = search("q", "مكتبة", "sort", sort, "limit", "" + limit, "cursor", before);
            assertEquals(whole.subList(Math.max(0, 2 - limit), 2), Json.texts(back.path("items"), "id"));
            assertEquals(limit < 2, back.path("page").has("previousCursor"));
            // And behind it comes the same page again.
            JsonNode again = search("q", "مكتبة", "sort", sort, "limit", "4", "cursor", next(back));
            assertEquals(second.path("items"), again.path("items"));
        }
    }

    private static String next(JsonNode page) {
        return page.path("page").path("nextCursor").asText();
    }

    @Test
    void answersInTheOrderOfTheListWithoutAQuery() {
        for (String sort : List.of("-published", "published", "-created", "updated")) {
            assertEquals(
                    Json.texts(search("sort", sort).path("items"), "id"),
                    Json.texts(search("sort", sort, "q", "مكتبة").path("items"), "id"),
                    sort);
        }
    }

    @Test
    void marksWhatWasFoundInTheTextsThatAreNamed() {
        JsonNode page = search("q", "مكتبة طرطوس", "highlight", "title,body,lead", "fields", "id");
        JsonNode first = page.path("items").path(0);
        assertEquals(List.of("id", "highlights"), Json.names(first));
        assertEquals(
                Json.tree(
                        "{'title': ['افتتاح <mark>مكتبة</mark> في <mark>طرطوس</mark>'], 'body': ['قالت وزارة الثقافة إن"
                                + " <mark>المكتبات</mark> مجانية. <mark>المكتبة</mark> <mark>المكتبة</mark>"
                                + " <mark>المكتبة</mark> ']}"),
                first.path("highlights"));
        for (JsonNode hit :
                search("q", "المكتبة", "highlight", "title", "sort", "created").path("items")) {
            boolean inTitle = hit.path("title").asText().contains("مكتبة");
            assertEquals(inTitle, hit.has("highlights"), hit::toString);
            assertFalse(hit.has("body"));
        }
        JsonNode keyword =
                search("q", "k2", "highlight", "keywords,authors").path("items").path(0);
        assertEquals(Json.tree("{'keywords': ['<mark>k2</mark>']}"), keyword.path("highlights"));
        assertFalse(search("q", "المكتبة").path("items").path(0).has("highlights"));
    }

    @Test
    void aCursorOutlivesAnotherChoiceOfHighlights() {
        String cursor = search("q", "مكتبة", "limit", "2", "highlight", "title")
                .path("page")
                .path("nextCursor")
                .asText();
        JsonNode next = search("q", "مكتبة", "limit", "2", "cursor", cursor, "highlight", "body");
        assertTrue(next.path("items").path(0).path("highlights").has("body"));
    }

    @Test
    void waitsForWhatWasWrittenIfThatIsWanted() {
        String other = Sources.created();
        for (int written = 1; written <= 5; written++) {
            Articles.created(other, "title", "Capybara " + written, "language", "en");
            Api.Answer answer = Api.get("/v1/articles?fields=id&fresh=true&q=capybara&source=" + other)
                    .is(200);
            assertEquals("true", answer.header("Search-Fresh"));
            assertEquals(written, answer.json().path("items").size());
        }
        assertEquals("", Api.get("/v1/articles?fields=id&q=capybara").header("Search-Fresh"));
    }

    @Test
    void answersAnywayWhenAnOpenTransactionHoldsTheLogBack() throws SQLException {
        String other = Sources.created();
        try (Connection open = database.getConnection()) {
            open.setAutoCommit(false);
            try (Statement statement = open.createStatement()) {
                statement.execute("select pg_current_xact_id()");
            }
            Articles.created(other, "title", "Pangolin", "language", "en");
            Api.Answer answer = Api.get("/v1/articles?fields=id&fresh=true&q=pangolin&source=" + other)
                    .is(200);
            assertEquals("false", answer.header("Search-Fresh"));
            assertEquals(0, answer.json().path("items").size());
            open.rollback();
        }
        Api.Answer answer = Api.get("/v1/articles?fields=id&fresh=true&q=pangolin&source=" + other)
                .is(200);
        assertEquals("true", answer.header("Search-Fresh"));
        assertEquals(1, answer.json().path("items").size());
    }

    @Test
    void pullsRecentArticlesUp() {
        String other = Sources.created();
        JsonNode recent = Articles.created(other, "title", "Lemurs", "language", "en", "published", "2026-11");
        JsonNode old = Articles.created(other, "title", "Lemurs", "language", "en", "published", "2012-11");
        SearchIndex.follows();
        JsonNode first = Api.get("/v1/articles?limit=1&fields=id,score&q=lemur&source=" + other)
                .is(200)
                .json();
        assertEquals(recent.path("id"), first.path("items").path(0).path("id"));
        String cursor = first.path("page").path("nextCursor").asText();
        JsonNode second = Api.get("/v1/articles?limit=1&fields=id,score&q=lemur&source=" + other + "&cursor=" + cursor)
                .is(200)
                .json();
        assertEquals(old.path("id"), second.path("items").path(0).path("id"));
        assertTrue(score(first) > score(second));
        // The cursor brings the moment of the first page along: the same scores, whenever it is used.
        String back = second.path("page").path("previousCursor").asText();
        JsonNode again = Api.get("/v1/articles?limit=1&fields=id,score&q=lemur&source=" + other + "&cursor=" + back)
                .is(200)
                .json();
        assertEquals(first.path("items"), again.path("items"));
    }

    private static double score(JsonNode page) {
        return page.path("items").path(0).path("score").asDouble();
    }

    @Test
    void followsWhatIsWritten() {
        String other = Sources.created();
        JsonNode article = Articles.created(other, "title", "Giraffes", "language", "en");
        SearchIndex.follows();
        String address = "/v1/articles?fields=id&source=" + other + "&q=";
        assertEquals(1, Api.get(address + "giraffe").json().path("items").size());
        Api.patch(Articles.path(article), Json.object("title", "Elephants")).is(200);
        SearchIndex.follows();
        assertEquals(0, Api.get(address + "giraffe").json().path("items").size());
        assertEquals(1, Api.get(address + "elephant").json().path("items").size());
        Api.delete(Articles.path(article)).is(204);
        SearchIndex.follows();
        assertEquals(0, Api.get(address + "elephant").json().path("items").size());
    }

    @ParameterizedTest
    @CsvSource({
        "sort=relevance, sort, needs-q",
        "in=title, in, needs-q",
        "q=%20, q, empty",
        "q=a&in=text, in, enum",
        "q=a&sort=best, sort, enum",
        "highlight=title, highlight, needs-q",
        "fresh=true, fresh, needs-q",
        "q=a&fresh=1, fresh, invalid",
        "q=a&highlight=text, highlight, enum",
    })
    void refusesWhatCannotBeMeant(String query, String parameter, String code) {
        JsonNode error =
                Api.get("/v1/articles?" + query).is(400).json().path("errors").path(0);
        assertEquals(parameter, error.path("parameter").asText());
        assertEquals(code, error.path("code").asText());
    }

    @Test
    void refusesQueriesThatAreTooLong() {
        Api.get("/v1/articles?q=" + "a".repeat(513)).isProblem(400, "invalid-request", "?q invalid");
        Api.get("/v1/articles?q=" + "a".repeat(512)).is(200);
        Api.get("/v1/articles?q=" + "a+".repeat(33)).isProblem(400, "invalid-request", "?q invalid");
        Api.get("/v1/articles?q=" + "a+".repeat(32)).is(200);
    }

    @Test
    void refusesACursorOfAnotherQuery() {
        String cursor = search("q", "مكتبة", "limit", "1")
                .path("page")
                .path("nextCursor")
                .asText();
        String address = Api.query("/v1/articles?source=" + source, "q", "وزارة", "cursor", cursor);
        assertEquals(
                "cursor-mismatch", Api.get(address).is(400).json().path("code").asText());
    }

    /** The backend that is tested. */
    String backend() {
        return "lucene";
    }

    @Test
    void tellsHowTheIndexIs() {
        JsonNode index = Api.get("/v1/search").is(200).json();
        assertEquals(backend(), index.path("backend").asText());
        assertEquals("ready", index.path("state").asText());
        assertTrue(index.path("documents").asLong() >= 7);
        assertTrue(index.path("lagMilliseconds").asLong() >= 0);
    }
}
