package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of texts that have megabytes ends early, and the next one goes on there. */
@QuarkusTest
class LongTextsPageTest {

    private static final int ARTICLES = 5;

    private String source = "";
    /** From the newest. */
    private final List<String> ids = new ArrayList<>();

    private String word = "";

    @BeforeEach
    void create() {
        source = Sources.created();
        word = Sources.word();
        for (int article = 0; article < ARTICLES; article++) {
            String body = word + " " + "long text ".repeat(40_000);
            JsonNode created =
                    Articles.created(source, "body", body, "language", "en", "published", "2021-09-1" + article);
            ids.addFirst(created.get("id").asText());
        }
    }

    private static List<String> items(JsonNode page) {
        List<String> items = new ArrayList<>();
        page.get("items").forEach(item -> items.add(item.get("id").asText()));
        return items;
    }

    /** Pages behind each other, and back from the last one; each item once. */
    private void pages(String list, List<String> expected) {
        List<List<String>> forward = new ArrayList<>();
        JsonNode page = Api.get(list).is(200).json();
        forward.add(items(page));
        while (page.get("page").has("nextCursor")) {
            page = Api.get(list + "&cursor=" + page.at("/page/nextCursor").asText())
                    .is(200)
                    .json();
            forward.add(items(page));
        }
        assertEquals(expected, forward.stream().flatMap(List::stream).toList());
        forward.forEach(items -> assertTrue(items.size() <= 3 && !items.isEmpty(), items::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=published", "&embed=dates"})
    void goesOnWhereAPageOfWholeTextsEnds(String options) {
        List<String> expected = options.contains("sort") ? ids.reversed() : ids;
        pages("/v1/articles?view=full&limit=100&source=" + source + options, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&view=full", "&highlight=body"})
    void goesOnWhereAPageOfASearchEnds(String options) {
        String list = "/v1/articles?fresh=true&limit=100&q=" + word + options;
        pages(list + "&sort=-published", ids);
        List<String> found = new ArrayList<>();
        JsonNode page = Api.get(list).is(200).json();
        found.addAll(items(page));
        while (page.get("page").has("nextCursor")) {
            page = Api.get(list + "&cursor=" + page.at("/page/nextCursor").asText())
                    .is(200)
                    .json();
            found.addAll(items(page));
        }
        assertEquals(ARTICLES, found.size());
        assertEquals(ids.stream().sorted().toList(), found.stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&fresh=true&q="})
    void readsBackFromWhereItIs(String query) {
        String list = "/v1/articles?view=full&limit=100&sort=-published"
                + (query.isEmpty() ? "&source=" + source : query + word);
        JsonNode page = Api.get(list).is(200).json();
        while (page.get("page").has("nextCursor")) {
            page = Api.get(list + "&cursor=" + page.at("/page/nextCursor").asText())
                    .is(200)
                    .json();
        }
        List<String> back = new ArrayList<>(items(page));
        while (page.get("page").has("previousCursor")) {
            page = Api.get(list + "&cursor=" + page.at("/page/previousCursor").asText())
                    .is(200)
                    .json();
            back.addAll(0, items(page));
        }
        assertEquals(ids, back);
    }

    @Test
    void readsBackByRelevanceFromWhereItIs() {
        String list = "/v1/articles?view=full&fresh=true&limit=100&q=" + word;
        JsonNode page = Api.get(list).is(200).json();
        List<String> forward = new ArrayList<>(items(page));
        while (page.get("page").has("nextCursor")) {
            page = Api.get(list + "&cursor=" + page.at("/page/nextCursor").asText())
                    .is(200)
                    .json();
            forward.addAll(items(page));
        }
        List<String> back = new ArrayList<>(items(page));
        while (page.get("page").has("previousCursor")) {
            page = Api.get(list + "&cursor=" + page.at("/page/previousCursor").asText())
                    .is(200)
                    .json();
            back.addAll(0, items(page));
        }
        assertEquals(forward, back);
        assertEquals(ARTICLES, Set.copyOf(back).size());
    }

    @Test
    void showsWholePagesOfAllElse() {
        JsonNode page =
                Api.get("/v1/articles?limit=100&source=" + source).is(200).json();
        assertEquals(ids, items(page));
        assertFalse(page.get("page").has("nextCursor"), page::toString);
    }

    @Test
    void similarArticlesEndWithTheirTextsAndHaveNoOtherPage() {
        Api.Answer answer = Api.get("/v1/articles/" + ids.getFirst() + "/similar?view=full&fresh=true")
                .is(200);
        int items = answer.json().path("items").size();
        assertTrue(items > 0 && items < ARTICLES - 1, () -> "items: " + items);
        assertEquals(Json.tree("{'limit': 20}"), answer.json().path("page"));
        assertFalse(answer.header("Link").contains("next"), answer.header("Link"));
    }
}
