package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.article.ArticleSet.Item;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.SearchIndex;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FacetsTest {

    private static final List<String> FIELDS = List.of("source", "language", "section", "keyword", "author", "country");

    private ArticleSet set = ArticleSet.empty();

    @BeforeEach
    void storeOnce() {
        if (set.items.isEmpty()) {
            set = ArticleSet.stored(60, 11);
            SearchIndex.follows();
        }
    }

    private static List<String> values(Item item, String field) {
        String one =
                switch (field) {
                    case "source" -> item.source();
                    case "country" -> item.country();
                    case "language" -> item.language();
                    case "section" -> item.section();
                    default -> null;
                };
        return switch (field) {
            case "keyword" -> item.keywords();
            case "author" -> item.authors();
            default -> one == null ? List.of() : List.of(one);
        };
    }

    /** Values with their counts in the order of an answer, other and missing behind them. */
    private Map<String, Long> expected(String field, Predicate<Item> condition, int top) {
        List<Item> items = set.items.stream().filter(condition).toList();
        Map<String, Long> counts = items.stream()
                .flatMap(item -> values(item, field).stream())
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        Map<String, Long> expected = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(top)
                .forEach(value -> expected.put(value.getKey(), value.getValue()));
        long named = expected.values().stream().mapToLong(Long::longValue).sum();
        expected.put(
                "other", counts.values().stream().mapToLong(Long::longValue).sum() - named);
        expected.put(
                "missing",
                items.stream().filter(item -> values(item, field).isEmpty()).count());
        return expected;
    }

    private static Map<String, Long> found(JsonNode facet) {
        Map<String, Long> found = new LinkedHashMap<>();
        facet.path("values")
                .forEach(value -> found.put(
                        value.path("value").asText(), value.path("count").asLong()));
        found.put("other", facet.path("other").asLong(-1));
        found.put("missing", facet.path("missing").asLong(-1));
        return found;
    }

    private JsonNode facets(String parameters) {
        return Api.get("/v1/facets?" + set.all() + "&" + parameters)
                .is(200)
                .json()
                .path("items");
    }

    private void countsAsTheModel(Predicate<Item> condition, int top, String parameters) {
        for (String query : List.of("", "&q=-nowhere")) {
            JsonNode facets = facets("by=" + String.join(",", FIELDS) + "&top=" + top + parameters + query);
            assertEquals(FIELDS, Json.texts(facets, "field"));
            for (int i = 0; i < FIELDS.size(); i++) {
                String field = FIELDS.get(i);
                Map<String, Long> expected = expected(field, condition, top);
                // The order of values that are as common as each other is not promised for sources.
                if (field.equals("source") && top < 3) {
                    assertEquals(expected.get("missing"), found(facets.path(i)).get("missing"));
                } else {
                    assertEquals(expected, found(facets.path(i)), field + parameters + query);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void countAllAsTheModelSays(int top) {
        countsAsTheModel(_ -> true, top, "");
    }

    @Test
    void waitsForWhatWasWrittenIfThatIsWanted() {
        String source = Sources.created();
        for (int written = 1; written <= 5; written++) {
            Articles.created(source, "title", "Capybara", "language", "en");
            for (String q : List.of("", "&q=capybara")) {
                Api.Answer facets = Api.get("/v1/facets?by=source&fresh=true&source=" + source + q)
                        .is(200);
                assertEquals("true", facets.header("Search-Fresh"));
                JsonNode values = facets.json().path("items").path(0).path("values");
                assertEquals(written, values.path(0).path("count").asInt(), values::toString);
            }
        }
        assertEquals("", Api.get("/v1/facets?by=source").header("Search-Fresh"));
        Api.get("/v1/facets?by=source&fresh=1").is(400);
    }

    @Test
    void countUnderFilters() {
        countsAsTheModel(item -> item.country().equals("LB"), 10, "&country=LB");
        countsAsTheModel(item -> item.keywords().contains("x"), 10, "&keyword=x");
        countsAsTheModel(item -> !item.keywords().contains("x"), 10, "&keyword.not=x");
        countsAsTheModel(item -> item.words() >= 5, 10, "&words=5..");
        countsAsTheModel(_ -> false, 10, "&keyword=nobody");
    }

    @Test
    void countALanguageOnceUnderItsOwnTag() {
        Map<String, Long> languages = found(facets("by=language&language=ar").path(0));
        assertEquals(
                expected("language", item -> item.language() != null && (item.language() + "-").startsWith("ar-"), 10),
                languages);
        assertTrue(languages.containsKey("ar-SY"), languages::toString);
    }

    @Test
    void leaveTheFilterOnAFieldOutForItself() {
        JsonNode facets = facets("by=keyword,section&keyword=x&section=World&ignoreOwnFilter=true");
        assertEquals(expected("keyword", item -> "World".equals(item.section()), 10), found(facets.path(0)));
        assertEquals(expected("section", item -> item.keywords().contains("x"), 10), found(facets.path(1)));
        JsonNode excluded = facets("by=keyword&keyword.not=x&ignoreOwnFilter=true");
        assertEquals(expected("keyword", _ -> true, 10), found(excluded.path(0)));
    }

    /** Under filters on two fields, each in turn: all fields but these are counted under both. */
    @Test
    void leaveEachFilterOutForItsOwnFieldAlone() {
        // Not by their sources: that is one of the filters.
        String ids = set.items.stream().map(Item::id).collect(Collectors.joining(","));
        for (int left = 0; left < FIELDS.size(); left++) {
            List<String> filtered = List.of(FIELDS.get(left), FIELDS.get((left + 1) % FIELDS.size()));
            StringBuilder filter = new StringBuilder();
            filtered.forEach(
                    field -> filter.append(Api.query("?", field, chosen(field)).substring(1)));
            for (String q : List.of("", "&q=-nowhere")) {
                JsonNode facets = Api.get("/v1/facets?ignoreOwnFilter=true&top=100&id=" + ids + "&by="
                                + String.join(",", FIELDS) + filter + q)
                        .is(200)
                        .json()
                        .path("items");
                for (int i = 0; i < FIELDS.size(); i++) {
                    String own = FIELDS.get(i);
                    Predicate<Item> others = item -> filtered.stream()
                            .filter(field -> !field.equals(own))
                            .allMatch(field ->
                                    meets(item, field, List.of(chosen(field).split(",", -1))));
                    assertEquals(expected(own, others, 100), found(facets.path(i)), own + filter + q);
                }
            }
        }
    }

    /** Some values of a field, with commas between. */
    private String chosen(String field) {
        return switch (field) {
            case "source" -> set.sources.getFirst() + "," + set.sources.get(1);
            case "language" -> "ar,en";
            case "section" -> "World";
            case "keyword" -> "x";
            case "author" -> "لينا";
            default -> "SY,LB";
        };
    }

    private static boolean meets(Item item, String field, List<String> any) {
        return field.equals("language")
                ? any.stream().anyMatch(range -> ArticleSet.speaks(item, range))
                : values(item, field).stream().anyMatch(any::contains);
    }

    @Test
    void nameSources() {
        String source = Sources.created("name", "بردى");
        Articles.created(source, "title", "Otters");
        SearchIndex.follows();
        JsonNode value = Api.get("/v1/facets?by=source&q=otters&source=" + source)
                .is(200)
                .json()
                .path("items")
                .path(0)
                .path("values");
        assertEquals(Json.tree("[{'value': '" + source + "', 'label': 'بردى', 'count': 1}]"), value);
    }

    @Test
    void overEverythingFollowEachWrite() {
        String keyword = Sources.fresh("keyword");
        String source = Sources.created();
        for (int written = 1; written <= 3; written++) {
            JsonNode article = Articles.created(source, "keywords", List.of(keyword));
            SearchIndex.follows();
            JsonNode all = Api.get("/v1/facets?by=keyword,section&top=100")
                    .is(200)
                    .json()
                    .path("items");
            JsonNode again = Api.get("/v1/facets?by=keyword,section&top=100")
                    .is(200)
                    .json()
                    .path("items");
            assertEquals(all, again, "kept until the next write");
            long articles = Api.get("/v1/search").json().path("documents").asLong();
            JsonNode sections = all.path(1);
            long counted =
                    sections.path("other").asLong() + sections.path("missing").asLong();
            for (JsonNode value : sections.path("values")) {
                counted += value.path("count").asLong();
            }
            assertEquals(articles, counted, article::toString);
        }
    }

    @Test
    void needToBeToldWhatToCount() {
        Api.get("/v1/facets").isProblem(400, "invalid-request", "?by required");
        Api.get("/v1/facets?by=colour").isProblem(400, "invalid-request", "?by enum");
        Api.get("/v1/facets?by=source&top=101").isProblem(400, "limit-out-of-range", "?top max");
        Api.get("/v1/facets?by=source&top=0").isProblem(400, "limit-out-of-range", "?top min");
        Api.get("/v1/facets?by=source&in=title").isProblem(400, "invalid-request", "?in needs-q");
        Api.get("/v1/facets?by=source&sort=created").isProblem(400, "unknown-parameter", "?sort unknown-parameter");
    }
}
