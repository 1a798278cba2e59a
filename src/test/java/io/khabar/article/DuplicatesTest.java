package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Changes;
import io.khabar.fixture.Json;
import io.khabar.fixture.SearchIndex;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Duplicates as clients see them, while the service looks for them by itself. */
@QuarkusTest
@TestProfile(DuplicatesTest.Looking.class)
class DuplicatesTest {

    /** Copies are looked for. */
    public static final class Looking implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("khabar.duplicates.enabled", "true");
        }
    }

    /** A text of forty words that no other test has, about gardens. */
    private static String story() {
        String own = Sources.word();
        return IntStream.range(0, 39).mapToObj(i -> own + i).collect(Collectors.joining(" ")) + " gardens";
    }

    private static String id(JsonNode article) {
        return article.path("id").asText();
    }

    private static JsonNode created(String source, String body, String published) {
        return Articles.created(source, "body", body, "published", published, "language", "en");
    }

    /** Waits until an article is a duplicate of another one; of none where that is empty. */
    private static void is(JsonNode article, String of) {
        Changes.eventually(() -> Api.get(Articles.path(article))
                .json()
                .path("duplicateOf")
                .asText()
                .equals(of));
    }

    private static List<String> ids(String query) {
        return Json.texts(
                Api.get("/v1/articles?fields=id&sort=published&" + query)
                        .is(200)
                        .json()
                        .path("items"),
                "id");
    }

    @Test
    void aCopyNamesTheEarliestAndFollowsWhatBecomesOfIt() {
        String source = Sources.created();
        String story = story();
        JsonNode later = created(source, story, "2021-09-14");
        JsonNode copy = created(source, "(Agency) " + story + " End.", "2021-09-15");
        JsonNode undated = Articles.created(source, "body", story);
        is(copy, id(later));
        is(undated, id(later));
        is(later, "");
        // An earlier one comes.
        JsonNode earlier = created(source, story, "2021-09-13");
        is(later, id(earlier));
        is(copy, id(earlier));
        is(undated, id(earlier));
        // It is published later than it was.
        Api.patch(Articles.path(earlier), Json.object("published", "2022")).is(200);
        is(earlier, id(later));
        is(copy, id(later));
        // It is another story.
        Api.patch(Articles.path(copy), Json.object("body", story())).is(200);
        is(copy, "");
        // The earliest goes.
        Api.delete(Articles.path(later)).is(204);
        is(undated, id(earlier));
        is(earlier, "");
        Api.delete(Articles.path(earlier)).is(204);
        is(undated, "");
    }

    @Test
    void shortTextsAreDuplicatesOnlyIfTheyAreTheSame() {
        String source = Sources.created();
        String brief = "Breaking: " + Sources.word() + " resigns.";
        JsonNode first = created(source, brief, "2021");
        JsonNode other = created(source, brief.replace("resigns", "stays"), "2022");
        JsonNode same = created(source, brief, "2022");
        is(same, id(first));
        is(other, "");
    }

    @Test
    void copiesOfTwoWritersFindEachOther() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            String source = Sources.created();
            String story = story();
            List<Callable<JsonNode>> writes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String published = "20%02d".formatted(10 + i);
                writes.add(() -> created(source, story, published));
            }
            List<JsonNode> all = new ArrayList<>();
            for (Future<JsonNode> written : writers.invokeAll(writes)) {
                all.add(written.get());
            }
            String first = id(all.getFirst());
            all.subList(1, 12).forEach(copy -> is(copy, first));
            assertEquals(List.of(first), ids("duplicates=collapse&source=" + source));
        }
    }

    /** Two stories, three copies each, and one alone; by year of publication. */
    static List<String> twoStoriesAndOne(String source, String other) {
        String one = story();
        String two = story();
        List<JsonNode> all = List.of(
                created(other, one, "2010"),
                created(source, two, "2011"),
                created(source, one + " lilies", "2012"),
                created(source, two, "2013"),
                created(source, one, "2014"),
                created(source, story(), "2015"),
                created(source, two + " lilies", "2016"));
        is(all.get(2), id(all.get(0)));
        is(all.get(4), id(all.get(0)));
        is(all.get(3), id(all.get(1)));
        is(all.get(6), id(all.get(1)));
        return all.stream().map(DuplicatesTest::id).toList();
    }

    private static List<String> of(List<String> all, int... numbers) {
        return IntStream.of(numbers).mapToObj(all::get).toList();
    }

    @Test
    void listsShowOneOfEachStoryWithAndWithoutAQuery() {
        String source = Sources.created();
        String other = Sources.created();
        List<String> all = twoStoriesAndOne(source, other);
        SearchIndex.follows();
        String both = "source=" + source + "," + other;
        for (String q : List.of("", "&q=gardens")) {
            assertEquals(all, ids(both + q));
            assertEquals(all, ids(both + "&duplicates=include" + q));
            assertEquals(of(all, 0, 1, 5), ids(both + "&duplicates=collapse" + q));
            assertEquals(of(all, 2, 3, 4, 6), ids(both + "&duplicates=only" + q));
            // The earliest of the first story is of another source: the next one stands for it.
            assertEquals(of(all, 1, 2, 5), ids("duplicates=collapse&source=" + source + q));
            assertEquals(of(all, 2, 3, 4, 6), ids("duplicates=only&source=" + source + q));
            assertEquals(of(all, 4, 5, 6), ids("duplicates=collapse&published=2014..&" + both + q));
            assertEquals(List.of(), ids("duplicates=only&published=..2011&" + both + q));
            for (String sort : List.of("published", "-created", "updated", "-published")) {
                paged("/v1/articles?fields=id&duplicates=collapse&source=" + source + "&sort=" + sort + q, 3);
                paged("/v1/articles?fields=id&duplicates=only&source=" + source + "&sort=" + sort + q, 4);
            }
        }
        assertEquals(of(all, 2, 6), ids("duplicates=collapse&q=lilies&" + both));
        paged("/v1/articles?fields=id&duplicates=collapse&q=gardens&source=" + source, 3);
    }

    /** Pages of one put together are the list, which is counted right. */
    private static void paged(String list, int size) {
        JsonNode whole = Api.get(list + "&count=exact").is(200).json();
        assertEquals(size, whole.path("items").size(), list);
        assertEquals(size, whole.path("total").path("value").asInt(), list);
        List<String> pages = new ArrayList<>();
        String cursor = "";
        while (pages.size() <= size) {
            JsonNode page = Api.get(list + "&limit=1" + cursor).is(200).json();
            pages.addAll(Json.texts(page.path("items"), "id"));
            String next = page.path("page").path("nextCursor").asText();
            if (next.isEmpty()) {
                break;
            }
            cursor = "&cursor=" + next;
        }
        assertEquals(Json.texts(whole.path("items"), "id"), pages, list);
    }

    @Test
    void aListThatCollapsesTellsHowManyOthersThereAre() {
        String source = Sources.created();
        String other = Sources.created();
        List<String> all = twoStoriesAndOne(source, other);
        SearchIndex.follows();
        for (String q : List.of("", "&q=gardens")) {
            JsonNode items = Api.get("/v1/articles?fields=id,duplicateOf,duplicateCount&duplicates=collapse"
                            + "&sort=published&source=" + source + q)
                    .is(200)
                    .json()
                    .path("items");
            assertEquals(
                    Json.tree("[{'id': '" + all.get(1) + "', 'duplicateCount': 2}, {'id': '" + all.get(2)
                            + "', 'duplicateOf': '" + all.get(0) + "', 'duplicateCount': 2}, {'id': '" + all.get(5)
                            + "', 'duplicateCount': 0}]"),
                    items);
        }
        JsonNode summary = Api.get("/v1/articles?duplicates=collapse&limit=1&sort=published&source=" + source)
                .json()
                .path("items")
                .path(0);
        assertEquals(2, summary.path("duplicateCount").asInt());
        assertFalse(Api.get("/v1/articles?source=" + source)
                .json()
                .path("items")
                .path(0)
                .has("duplicateCount"));
        assertFalse(Api.get("/v1/articles/" + all.get(1)).json().has("duplicateCount"));
        assertEquals(
                List.of("id"),
                Json.names(Api.get("/v1/articles?duplicates=collapse&fields=id&limit=1&source=" + source)
                        .json()
                        .path("items")
                        .path(0)));
    }

    @Test
    void facetsAndCalendarsCountWhatTheListShows() {
        String source = Sources.created();
        String other = Sources.created();
        twoStoriesAndOne(source, other);
        SearchIndex.follows();
        for (String q : List.of("", "&q=gardens")) {
            String filter = "source=" + source + q + "&duplicates=";
            assertEquals(6, languages(filter + "include"));
            assertEquals(3, languages(filter + "collapse"));
            assertEquals(4, languages(filter + "only"));
            assertEquals(List.of("2011", "2012", "2015"), years(filter + "collapse"));
            assertEquals(List.of("2012", "2013", "2014", "2016"), years(filter + "only"));
        }
    }

    private static int languages(String filter) {
        return Api.get("/v1/facets?by=language&" + filter)
                .is(200)
                .json()
                .path("items")
                .path(0)
                .path("values")
                .path(0)
                .path("count")
                .asInt();
    }

    private static List<String> years(String filter) {
        return Json.texts(
                Api.get("/v1/calendar?by=year&role=published&" + filter)
                        .is(200)
                        .json()
                        .path("items"),
                "value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "Collapse", "true", "%20"})
    void refusesOtherWords(String word) {
        String code = word.equals("%20") ? "empty" : "enum";
        Api.get("/v1/articles?duplicates=" + word).isProblem(400, "invalid-request", "?duplicates " + code);
    }

    @Test
    void aCursorBelongsToOneWayOfShowingThem() {
        String source = Sources.created();
        twoStoriesAndOne(source, Sources.created());
        String cursor = Api.get("/v1/articles?limit=1&duplicates=collapse&source=" + source)
                .json()
                .path("page")
                .path("nextCursor")
                .asText();
        Api.get("/v1/articles?limit=1&source=" + source + "&cursor=" + cursor)
                .isProblem(400, "cursor-mismatch", "?cursor cursor-mismatch");
    }

    @Test
    void whatIsReadCanBeSentBack() {
        String source = Sources.created();
        String story = story();
        JsonNode first = created(source, story, "2021");
        JsonNode copy = created(source, story, "2022");
        is(copy, id(first));
        JsonNode read = Api.get(Articles.path(copy)).json();
        JsonNode written = Api.put(Articles.path(copy), read).is(200).json();
        assertEquals(id(first), written.path("duplicateOf").asText());
    }
}
