package io.khabar.article;

import static io.khabar.article.ArticleSet.speaks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.article.ArticleSet.Item;
import io.khabar.date.PartialDate;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.SearchIndex;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The list of articles: what it shows, counts and orders, and how its pages follow each other. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticleListTest {

    private ArticleSet set = ArticleSet.empty();

    @BeforeEach
    void storeOnce() {
        if (set.items.isEmpty()) {
            set = ArticleSet.stored(60, 7);
            SearchIndex.follows();
        }
    }

    @Test
    void showsTheSummaryTheWholeOrWhatIsChosen() {
        String source = Sources.created();
        JsonNode made = Api.post("/v1/articles", Articles.full(source)).is(201).json();
        String list = "/v1/articles?source=" + source;
        List<String> summary = new ArrayList<>(Json.names(made));
        summary.removeAll(List.of("body", "dates", "derived", "zone", "bias"));
        assertEquals(summary, Json.names(first(list)));
        assertEquals(made, first(list + "&view=full"));
        assertEquals(
                Json.object(
                        "id",
                        made.get("id"),
                        "source",
                        Json.object("name", made.get("source").get("name")),
                        "published",
                        Json.object("value", "2021-09-13")),
                first(list + "&fields=id,source.name,published.value&view=full"));
        assertEquals(Json.object("publishedAt", "2021-09-13T00:00:00Z"), first(list + "&fields=publishedAt"));
        assertEquals(
                List.of("published", "modified"),
                Json.texts(first(list + "&embed=dates").get("dates"), "role"));
        assertEquals(
                Api.get("/v1/sources/" + source).json(),
                first(list + "&embed=source").get("source"));
        assertEquals(
                Json.tree("[{'role':'published'},{'role':'modified'}]"),
                first(list + "&fields=dates.role").get("dates"));
        String one = "/v1/articles/" + made.get("id").asText();
        assertEquals(summary, Json.names(Api.get(one + "?view=summary").json()));
        assertEquals(
                Json.object("authors", Json.tree("[{'name':'لينا الأحمد'},{'name':'Omar'}]")),
                Api.get(one + "?fields=authors.name").json());
        assertEquals(
                Json.object(
                        "source",
                        Json.object(
                                "createdAt",
                                Api.get("/v1/sources/" + source).json().get("createdAt"))),
                first(list + "&fields=source.createdAt"));
        assertEquals(
                Json.object("source", Api.get("/v1/sources/" + source).json()),
                first(list + "&fields=source&embed=source"));
    }

    private static JsonNode first(String address) {
        return Api.get(address).is(200).json().path("items").path(0);
    }

    @Test
    void countsOnDemand() {
        String list = "/v1/articles?limit=1&" + set.all();
        assertFalse(Api.get(list).json().has("total"));
        assertFalse(Api.get(list + "&count=none").json().has("total"));
        for (String count : List.of("capped", "exact")) {
            assertEquals(
                    Json.object("value", 60, "relation", "exact"),
                    Api.get(list + "&count=" + count).json().get("total"));
        }
        int english = set.newestFirst(item -> speaks(item, "en")).size();
        assertEquals(
                Json.object("value", english, "relation", "exact"),
                Api.get(list + "&language=en&count=exact").json().get("total"));
    }

    @Test
    void ordersByEverySort() {
        List<String> byPublished = new ArrayList<>(set.newestFirst(_ -> true));
        String list = "/v1/articles?limit=100&fields=id&" + set.all();
        assertEquals(byPublished, ids(list + "&sort=-published"));
        Collections.reverse(byPublished);
        assertEquals(byPublished, ids(list + "&sort=published"));
        List<String> byCreated =
                new ArrayList<>(set.items.stream().map(Item::id).toList());
        assertEquals(byCreated, ids(list + "&sort=created"));
        Collections.reverse(byCreated);
        assertEquals(byCreated, ids(list + "&sort=-created"));
        List<String> byUpdated = ids(list + "&sort=updated");
        List<String> reversed = new ArrayList<>(ids(list + "&sort=-updated"));
        Collections.reverse(reversed);
        assertEquals(byUpdated, reversed);
        assertEquals(60, byUpdated.size());
    }

    private static List<String> ids(String address) {
        return Json.texts(Api.get(address).is(200).json().path("items"), "id");
    }

    @Test
    void linksToTheNeighboursOfAPage() {
        String query = "limit=5&keyword.not=%D8%A7&" + set.all();
        Answer first = Api.get("/v1/articles?" + query).is(200);
        String next = first.json().path("page").path("nextCursor").asText();
        assertEquals(5, first.json().path("page").path("limit").asInt());
        assertTrue(first.json().path("page").path("previousCursor").isMissingNode());
        assertEquals(
                "</v1/articles?" + query + ">; rel=\"first\", </v1/articles?" + query + "&cursor=" + next
                        + ">; rel=\"next\"",
                first.header("Link"));
        Answer second = Api.get("/v1/articles?" + query + "&cursor=" + next).is(200);
        String previous = second.json().path("page").path("previousCursor").asText();
        assertTrue(second.header("Link").contains("cursor=" + previous + ">; rel=\"prev\""), second.header("Link"));
        assertEquals(
                first.json().path("items"),
                Api.get("/v1/articles?" + query + "&cursor=" + previous).json().path("items"));
    }

    @Test
    void refusesACursorOfAnotherList() {
        String cursor = Api.get("/v1/articles?limit=2&" + set.all())
                .json()
                .path("page")
                .path("nextCursor")
                .asText();
        for (String other : List.of("&sort=created", "&language=ar", "&zone=Asia/Damascus")) {
            Api.get("/v1/articles?" + set.all() + other + "&cursor=" + cursor)
                    .isProblem(400, "cursor-mismatch", "?cursor cursor-mismatch");
        }
        Api.get("/v1/dates?cursor=" + cursor).isProblem(400, "cursor-mismatch", "?cursor cursor-mismatch");
        for (String same :
                List.of("&limit=7", "&fields=id", "&view=full", "&embed=dates", "&count=exact", "&sort=-published")) {
            Api.get("/v1/articles?" + set.all() + same + "&cursor=" + cursor).is(200);
        }
        List<String> reversed = new ArrayList<>(set.sources);
        Collections.reverse(reversed);
        Api.get("/v1/articles?source=" + String.join("&source=", reversed) + "&cursor=" + cursor)
                .is(200);
        for (int i = 0; i < cursor.length(); i += 5) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String damaged = cursor.substring(0, i) + other + cursor.substring(i + 1);
            Api.get("/v1/articles?" + set.all() + "&cursor=" + damaged)
                    .isProblem(400, "cursor-invalid", "?cursor cursor-invalid");
        }
    }

    @Test
    void answersNotModifiedForAPageThatIsTheSame() {
        String source = Sources.created();
        String list = "/v1/articles?source=" + source;
        Answer empty = Api.get(list).is(200);
        assertTrue(empty.etag().startsWith("W/\""), empty.etag());
        assertEquals(Json.tree("{'items': [], 'page': {'limit': 20}}"), empty.json());
        Api.get(list, "If-None-Match", empty.etag()).is(304);
        Articles.created(source);
        assertNotEquals(
                empty.etag(),
                Api.get(list, "If-None-Match", empty.etag()).is(200).etag());
    }

    @Test
    void showsPublishedDatesAsTheyAre() {
        JsonNode items = Api.get("/v1/articles?limit=100&fields=id,published&" + set.all())
                .json()
                .path("items");
        for (JsonNode item : items) {
            PartialDate published = set.items.stream()
                    .filter(one -> one.id().equals(item.path("id").asText()))
                    .findFirst()
                    .orElseThrow()
                    .published();
            assertEquals(
                    published == null ? "" : published.value(),
                    item.path("published").path("value").asText());
        }
    }
}
