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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimilarArticlesTest {

    private static final String STORY =
            "هبط المسبار السومري على سطح القمر صباح اليوم بعد رحلة دامت تسعة أيام، وأرسل المسبار"
                    + " أولى صوره من حافة الفوهة الجنوبية، وقالت الوكالة إن عجلات العربة تعمل وإن بطارياتها مشحونة.";

    private JsonNode article = Json.object();
    private JsonNode copy = Json.object();
    private JsonNode related = Json.object();

    private static JsonNode stored(String source, String title, String body) {
        return Articles.created(source, "title", title, "body", body, "language", "ar");
    }

    @BeforeEach
    void storeOnce() {
        if (article.isEmpty()) {
            String source = Sources.created();
            article = stored(source, "المسبار السومري يهبط على القمر", STORY);
            copy = stored(source, "المسبار السومري على سطح القمر", "(وكالات) " + STORY);
            related = stored(
                    source,
                    "صور جديدة من القمر",
                    "نشرت الوكالة صورا جديدة التقطها المسبار السومري للفوهة الجنوبية، وتظهر فيها عجلات العربة على سطح القمر.");
            stored(source, "سعر الخبز", "ارتفع سعر الخبز في الأسواق.");
            SearchIndex.follows();
        }
    }

    private static JsonNode similar(JsonNode to, String parameters) {
        return Api.get(Articles.path(to) + "/similar" + parameters).is(200).json();
    }

    private static String id(JsonNode of) {
        return of.path("id").asText();
    }

    @Test
    void comeBeforeCopiesOfTheStoryAndWithoutTheArticleItself() {
        JsonNode page = similar(article, "");
        List<String> ids = Json.texts(page.path("items"), "id");
        assertEquals(id(related), ids.getFirst(), page::toString);
        assertEquals(id(copy), ids.getLast(), page::toString);
        assertFalse(ids.contains(id(article)));
        JsonNode first = page.path("items").path(0);
        assertTrue(first.path("score").asDouble() > 0);
        assertFalse(first.has("body"));
        assertTrue(first.has("source"));
        assertFalse(page.path("page").has("nextCursor"));
    }

    @Test
    void areAsManyAsAreAskedForAndShowWhatIsChosen() {
        JsonNode page = similar(article, "?limit=1&fields=id");
        assertEquals(Json.tree("[{'id': '" + id(related) + "'}]"), page.path("items"));
        assertEquals(1, page.path("page").path("limit").asInt());
    }

    /** Beginnings are compared: what follows is not read. */
    @Test
    void areCopiesWhereTheyBeginAlike() {
        String source = Sources.created();
        String word = Sources.word();
        StringBuilder story = new StringBuilder(word + " ");
        for (int i = 0; story.length() < 20_000; i++) {
            story.append("paragraph ")
                    .append(i)
                    .append(" tells of ")
                    .append(word)
                    .append(". ");
        }
        StringBuilder other = new StringBuilder();
        for (int i = 0; other.length() < 60_000; i++) {
            other.append("advert ").append(i * 7).append(" says something else. ");
        }
        // The same words in no order of a story; its copies are more alike by their titles.
        List<String> words = Arrays.asList(story.toString().split(" ", -1)).reversed();
        String title = "Okapis " + word;
        JsonNode one = Articles.created(source, "title", title, "body", story.toString(), "language", "en");
        JsonNode longer = Articles.created(source, "title", title, "body", story + other.toString(), "language", "en");
        JsonNode about = Articles.created(source, "body", String.join(" ", words), "language", "en");
        SearchIndex.follows();
        assertEquals(List.of(id(about), id(longer)), Json.texts(similar(one, "").path("items"), "id"));
        assertEquals(List.of(id(about), id(one)), Json.texts(similar(longer, "").path("items"), "id"));
    }

    @Test
    void mayBeWrittenJustBefore() {
        String source = Sources.created();
        String text = Sources.word() + " " + Sources.word() + " " + Sources.word();
        JsonNode first = Articles.created(source, "body", text, "language", "en");
        for (int others = 1; others <= 5; others++) {
            Articles.created(source, "body", text, "language", "en");
            Api.Answer answer =
                    Api.get(Articles.path(first) + "/similar?fresh=true").is(200);
            assertEquals("true", answer.header("Search-Fresh"));
            assertEquals(others, answer.json().path("items").size());
        }
        assertEquals("", Api.get(Articles.path(first) + "/similar").header("Search-Fresh"));
    }

    @Test
    void areNotThereForWhatIsAlone() {
        JsonNode alone =
                Articles.created(Sources.created(), "body", Sources.word() + " " + Sources.word(), "language", "en");
        assertEquals(0, similar(alone, "").path("items").size());
    }

    @Test
    void needAnArticle() {
        Api.get("/v1/articles/01994c5e-0000-7000-8000-000000000000/similar").isProblem(404, "not-found");
        Api.get("/v1/articles/none/similar").isProblem(404, "not-found");
        Api.get(Articles.path(article) + "/similar?limit=0").isProblem(400, "limit-out-of-range", "?limit min");
        Api.get(Articles.path(article) + "/similar?q=a").isProblem(400, "unknown-parameter", "?q unknown-parameter");
    }
}
