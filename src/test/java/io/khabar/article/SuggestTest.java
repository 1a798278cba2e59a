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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Completions while somebody types, and other spellings where nothing is found. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestTest {

    private static final String TITLE = "الزعفران وبالقرنفل من مرافئ زنجبار";
    private static final String KEYWORD = "القرنفل الزنجباري";
    private static final String NAME = "الزنجبارية نيوز";

    private String source = "";
    private JsonNode article = Json.object();

    @BeforeEach
    void storeOnce() {
        if (source.isEmpty()) {
            source = Sources.created("name", NAME);
            article = Articles.created(
                    source, "title", TITLE, "language", "ar", "keywords", Json.tree("['" + KEYWORD + "', 'توابل']"));
            SearchIndex.follows();
        }
    }

    private static JsonNode suggested(String typed) {
        return Api.get("/v1/suggest?limit=20&q=" + encoded(typed))
                .is(200)
                .json()
                .path("items");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> texts(JsonNode items, String kind) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> {
            if (item.path("kind").asText().equals(kind)) {
                texts.add(item.path("text").asText());
            }
        });
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"الزعف", "زعف", "زَعْفر", "الزعفران وبالقر", "زعفران قرنف", "مرافئ زنج", "زعفران"})
    void completesTitles(String typed) {
        JsonNode items = suggested(typed);
        assertTrue(texts(items, "title").contains(TITLE), items::toString);
        items.forEach(item -> {
            if (item.path("text").asText().equals(TITLE)) {
                assertEquals(article.path("id"), item.path("article"));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"القرنف", "قرنف", "والقرنف", "قرنفل الزنجب"})
    void completesKeywordsAndNoOthersOfTheSameArticle(String typed) {
        List<String> keywords = texts(suggested(typed), "keyword");
        assertTrue(keywords.contains(KEYWORD), keywords::toString);
        assertFalse(keywords.contains("توابل"), keywords::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"الزنجبار", "زنجباري", "نيو"})
    void completesNamesOfSources(String typed) {
        JsonNode items = suggested(typed);
        assertTrue(texts(items, "source").contains(NAME), items::toString);
    }

    /** A word of letters alone, as stems are made of. */
    private static String letters(String of) {
        Random random = new Random();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            word.append(of.charAt(random.nextInt(of.length())));
        }
        return word.toString();
    }

    @Test
    void takesNoStemForABeginning() {
        String word = letters("bcdfgkmnprtv");
        String stem = letters("بتجحدرزطع");
        for (int i = 0; i < 3; i++) {
            Articles.created(
                    source,
                    "title",
                    word + " York",
                    "language",
                    "en",
                    "keywords",
                    Json.tree("['" + word + " York', '" + stem + "لندا']"));
        }
        Articles.created(
                source, "title", word + "s agency", "language", "en", "keywords", Json.tree("['" + word + "s']"));
        Articles.created(source, "title", "x", "language", "ar", "keywords", Json.tree("['" + stem + "ان']"));
        SearchIndex.follows();
        assertEquals(List.of(word + "s"), texts(suggested(word + "s"), "keyword"));
        assertEquals(List.of(word + "s agency"), texts(suggested(word + "s"), "title"));
        assertEquals(List.of(word + " York", word + "s"), texts(suggested(word), "keyword"));
        assertEquals(List.of(stem + "ان"), texts(suggested(stem + "ان"), "keyword"));
    }

    @Test
    void tellsWhatBeginsAsItIsWrittenFirst() {
        String word = letters("بتجحدرزطع");
        for (int i = 0; i < 3; i++) {
            Articles.created(source, "title", "x", "language", "ar", "keywords", Json.tree("['ال" + word + "']"));
        }
        Articles.created(source, "title", "x", "language", "ar", "keywords", Json.tree("['" + word + "']"));
        SearchIndex.follows();
        assertEquals(List.of(word, "ال" + word), texts(suggested(word.substring(0, 7)), "keyword"));
        assertEquals(List.of("ال" + word, word), texts(suggested("ال" + word.substring(0, 7)), "keyword"));
    }

    @Test
    void copiesCrowdNoOtherTitleOut() {
        // Letters alone: a number and a letter are two words, and "once" begins as the second may.
        String word = letters("bdfgkmrt");
        for (int i = 0; i < 12; i++) {
            Articles.created(source, "title", word + " copied", "published", "2026-11");
        }
        Articles.created(source, "title", word + " once", "published", "2012");
        SearchIndex.follows();
        JsonNode items = Api.get("/v1/suggest?limit=2&q=" + word).is(200).json().path("items");
        assertEquals(List.of(word + " copied", word + " once"), texts(items, "title"));
    }

    @Test
    void followsWhatIsWritten() {
        String word = Sources.word();
        JsonNode written = Articles.created(source, "title", "Before " + word);
        SearchIndex.follows();
        assertEquals(List.of("Before " + word), texts(suggested(word.substring(0, 9)), "title"));
        Api.patch(Articles.path(written), Json.object("title", "After " + word)).is(200);
        SearchIndex.follows();
        assertEquals(List.of("After " + word), texts(suggested(word.substring(0, 9)), "title"));
        Api.delete(Articles.path(written)).is(204);
        // Gone at once: what is shown comes from the database.
        assertEquals(List.of(), texts(suggested(word.substring(0, 9)), "title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=", "?q=%20%20", "?q=a&limit=0", "?q=a&limit=21", "?q=a&other=b"})
    void refusesWhatItCannotAnswer(String parameters) {
        Api.get("/v1/suggest" + parameters).is(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "\u0640", "qqqqzzzzxxxx", "%_%"})
    void hasNothingForWhatNothingBeginsWith(String typed) {
        assertEquals(List.of(), texts(suggested(typed), "title"));
    }

    @ParameterizedTest
    @CsvSource({
        "الزغفران, الزعفران",
        "زنجبر, زنجبار",
        "القرنقل زنجبار, القرنفل زنجبار",
        "title:الزعفرن, title:الزعفران",
    })
    void tellsWhatMayBeMeantWhereNothingIsFound(String wrong, String right) {
        JsonNode page = Api.get("/v1/articles?source=" + source + "&q=" + encoded(wrong))
                .is(200)
                .json();
        assertEquals(0, page.path("items").size(), page::toString);
        String meant = page.path("didYouMean").asText();
        JsonNode found = Api.get("/v1/articles?source=" + source + "&q=" + encoded(meant))
                .is(200)
                .json();
        assertEquals(article.path("id"), found.path("items").path(0).path("id"), () -> meant + ", not " + right);
        assertFalse(found.has("didYouMean"));
    }

    @Test
    void writesWhatMayBeMeantAsTheTextsDo() {
        String letters = letters("بتجحدرزطع");
        String right = "إ" + letters + "ى";
        Articles.created(
                source, "title", "x", "body", right + " و" + right + " " + "ا" + letters + "ي", "language", "fa");
        SearchIndex.follows();
        String wrong = "ا" + letters.substring(0, 4) + "ققق".substring(0, 1) + letters.substring(5) + "ي";
        JsonNode page = Api.get("/v1/articles?source=" + source + "&q=" + encoded("title:زعفران OR " + wrong + " -x"))
                .is(200)
                .json();
        assertFalse(page.has("didYouMean"), page::toString);
        JsonNode other = Api.get("/v1/articles?source=" + source + "&q=" + encoded(wrong))
                .is(200)
                .json();
        assertEquals(right, other.path("didYouMean").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "الزغفران -القرنقل, الزعفران -القرنقل",
        "الزغفران -\"القرنقل زنجبر\", الزعفران -\"القرنقل زنجبر\"",
        "الزغفران -(القرنقل زنجبر), الزعفران -(القرنقل زنجبر)",
        "الزغفران –القرنقل, الزعفران –القرنقل",
        "الزغفران القرنقل*, ''",
        "\"الزغفران وبالقرنقل\", \"الزعفران وبالقرنفل\"",
        "qqqz zzqx xxqz yyqx zqzq, ''",
    })
    void correctsOnlyWhatIsWantedAndWhole(String wrong, String right) {
        JsonNode page = Api.get("/v1/articles?source=" + source + "&q=" + encoded(wrong))
                .is(200)
                .json();
        assertEquals(0, page.path("items").size());
        assertEquals(right, page.path("didYouMean").asText());
    }

    @Test
    void tellsNothingWhereThatFindsNothingEither() {
        JsonNode unlike =
                Api.get("/v1/articles?q=" + "qqqqzzzzxxxxyyyy").is(200).json();
        assertFalse(unlike.has("didYouMean"), unlike::toString);
        JsonNode filtered = Api.get("/v1/articles?language=xx&q=" + encoded("الزغفران"))
                .is(200)
                .json();
        assertFalse(filtered.has("didYouMean"), filtered::toString);
    }
}
