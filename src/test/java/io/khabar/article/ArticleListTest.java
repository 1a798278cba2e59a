package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.article.ArticleSet.Item;
import io.khabar.date.PartialDate;
import io.khabar.date.Period;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.SearchIndex;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private void lists(Predicate<Item> condition, String... parameters) {
        String address = Api.query("/v1/articles?limit=100&fields=id&" + set.all(), parameters);
        assertEquals(
                set.newestFirst(condition),
                Json.texts(Api.get(address).is(200).json().path("items"), "id"),
                address);
        // The search index must mean the same by every filter.
        String search = address + "&sort=-published&q=-nowhere";
        assertEquals(
                set.newestFirst(condition),
                Json.texts(Api.get(search).is(200).json().path("items"), "id"),
                search);
    }

    private static boolean speaks(Item item, String range) {
        String language = item.language();
        return language != null && (language.equals(range) || language.startsWith(range + "-"));
    }

    @Test
    void filtersByLanguageRanges() {
        for (String range : List.of("ar", "ar-SY", "en", "arz", "fr")) {
            lists(item -> speaks(item, range), "language", range);
            lists(item -> !speaks(item, range), "language.not", range);
        }
        lists(item -> speaks(item, "ar-SY") || speaks(item, "en"), "language", "en,ar-SY");
        lists(item -> speaks(item, "ar") && !speaks(item, "ar-SY"), "language", "AR", "language.not", "ar-sy");
    }

    @Test
    void filtersBySourceAndCountry() {
        String first = set.sources.getFirst();
        String id = Api.get("/v1/sources/" + first).id();
        lists(item -> !item.source().equals(first), "source.not", first);
        lists(item -> !item.source().equals(first), "source.not", id + ",no-such-source");
        lists(item -> item.country().equals("SY"), "country", "sy");
        lists(item -> !item.country().equals("SY") && !item.country().equals("GB"), "country.not", "SY,GB");
        assertEquals(
                Api.get("/v1/articles?source=" + first).json(),
                Api.get("/v1/articles?source=" + id).json());
        assertEquals(
                Json.tree("[]"),
                Api.get("/v1/articles?source=no-such-source").json().get("items"));
        assertEquals(
                Json.tree("[]"),
                Api.get("/v1/articles?source=" + UUID.randomUUID()).json().get("items"));
    }

    @Test
    void filtersBySectionKeywordAndAuthorExactly() {
        for (String section : ArticleSet.SECTIONS) {
            lists(item -> section.equals(item.section()), "section", section);
            lists(item -> !section.equals(item.section()), "section.not", section);
        }
        for (String keyword : ArticleSet.KEYWORDS) {
            lists(item -> item.keywords().contains(keyword), "keyword", keyword);
            lists(item -> !item.keywords().contains(keyword), "keyword.not", keyword);
        }
        for (String author : ArticleSet.AUTHORS) {
            lists(item -> item.authors().contains(author), "author", author);
            lists(item -> !item.authors().contains(author), "author.not", author);
        }
        lists(
                item -> (item.keywords().contains("x") || item.keywords().contains("%"))
                        && !item.keywords().contains("x,y"),
                "keyword",
                "x",
                "keyword",
                "%",
                "keyword.not",
                "x,y");
        lists(
                item -> "World".equals(item.section()) || "a,b".equals(item.section()),
                "section",
                "World",
                "section",
                "a,b");
        lists(_ -> false, "keyword", "X");
    }

    @Test
    void filtersByIdAndUrl() {
        List<String> ids = set.items.stream().limit(3).map(Item::id).toList();
        lists(item -> ids.contains(item.id()), "id", String.join(",", ids));
        lists(item -> item.id().equals(ids.getFirst()), "id", ids.getFirst().toUpperCase(java.util.Locale.ROOT));
        String url = "https://example.org/" + Sources.fresh("a") + "?a=1,2&b=3";
        String source = Sources.created();
        String id = Articles.created(source, "url", url).get("id").asText();
        Answer found = Api.get(Api.query("/v1/articles", "url", url + "#x", "url", "https://example.org/none"));
        assertEquals(List.of(id), Json.texts(found.is(200).json().path("items"), "id"));
        Api.get("/v1/articles?url=nonsense").isProblem(400, "invalid-request", "?url invalid");
        List<String> many = new ArrayList<>(Collections.nCopies(101, ""));
        many.replaceAll(_ -> UUID.randomUUID().toString());
        Api.get("/v1/articles?id=" + String.join(",", many)).isProblem(400, "invalid-request", "?id max");
        Api.get("/v1/articles?id=" + String.join(",", many.subList(0, 100))).is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021",
                "2021-09",
                "2021-09-13",
                "2021-09-14",
                "2021-09-13T20:59:59Z",
                "2021-09-13..2021-09-13",
                "2021-09-13T21:00:00Z..2021-09",
                "2021-09..2021-09-13T20:59:59Z",
                "2021..",
                "..2021",
                "..2021-09-13T21:00:00Z",
                "0000..9999",
                "2020..2021-09-13",
                "1990"
            })
    void filtersByPeriodsAsTheModelSays(String text) {
        for (String name : List.of("UTC", "Asia/Damascus", "America/New_York", "Pacific/Kiritimati")) {
            ZoneId zone = ZoneId.of(name);
            Period period = Period.parse(text);
            lists(
                    item -> item.published() != null && period.contains(item.published(), zone),
                    "published",
                    text,
                    "zone",
                    name);
            lists(
                    item -> item.modified() != null && period.contains(item.modified(), zone),
                    "modified",
                    text,
                    "zone",
                    name);
            lists(
                    item -> item.mentions().stream().anyMatch(date -> period.overlaps(date, zone)),
                    "mentions",
                    text,
                    "zone",
                    name);
        }
    }

    @Test
    void filtersByWhenItWasStored() {
        lists(_ -> true, "created", "2020..", "updated", "..9999");
        lists(_ -> false, "created", "..2020");
        lists(_ -> false, "updated", "9999");
    }

    @Test
    void filtersByWhatIsThere() {
        lists(item -> item.title() != null && item.section() != null, "has", "title,section");
        lists(item -> item.title() == null && item.keywords().isEmpty(), "has.not", "title,keyword");
        lists(item -> item.published() != null, "has", "published");
        lists(item -> item.published() == null, "has.not", "published");
        lists(item -> !item.mentions().isEmpty(), "has", "mentions");
        lists(item -> item.mentions().isEmpty(), "has.not", "mentions");
        lists(item -> !item.authors().isEmpty(), "has", "author");
        lists(_ -> true, "has.not", "url,image,lead");
        lists(_ -> false, "has", "image");
        lists(item -> item.words() >= 4 && item.words() <= 7, "words", "4..7");
        lists(item -> item.words() >= 4, "words", "4..");
        lists(item -> item.words() <= 4, "words", "..4");
    }

    @Test
    void combinesFiltersWithAnd() {
        Period period = Period.parse("2021..2022");
        lists(
                item -> speaks(item, "ar")
                        && item.published() != null
                        && period.contains(item.published(), ZoneId.of("UTC"))
                        && !item.keywords().contains("x")
                        && !"World".equals(item.section()),
                "language",
                "ar",
                "published",
                "2021..2022",
                "keyword.not",
                "x",
                "section.not",
                "World");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sorce=x                    | unknown-parameter   | ?sorce unknown-parameter
        Source=x                   | unknown-parameter   | ?Source unknown-parameter
        limit=1&limit=2            | limit-out-of-range  | ?limit repeated
        sort=created&sort=updated  | invalid-request     | ?sort repeated
        published=2020&published=1 | invalid-request     | ?published repeated
        keyword=                   | invalid-request     | ?keyword empty
        keyword                    | invalid-request     | ?keyword empty
        source=a,,b                | invalid-request     | ?source empty
        keyword=%20                | invalid-request     | ?keyword empty
        keyword=%C3                | invalid-request     | ?keyword encoding
        keyword=%00                | invalid-request     | ?keyword characters
        limit=0                    | limit-out-of-range  | ?limit min
        limit=101                  | limit-out-of-range  | ?limit max
        limit=-1                   | limit-out-of-range  | ?limit min
        limit=ten                  | limit-out-of-range  | ?limit type
        limit=99999999999          | limit-out-of-range  | ?limit type
        sort=title                 | invalid-request     | ?sort enum
        count=all                  | invalid-request     | ?count enum
        view=short                 | invalid-request     | ?view enum
        embed=author               | invalid-request     | ?embed enum
        has=body                   | invalid-request     | ?has enum
        fields=id,nope             | unknown-field       | ?fields unknown-field
        fields=source.nope         | unknown-field       | ?fields unknown-field
        fields=source.stats        | unknown-field       | ?fields unknown-field
        fields=id.x                | unknown-field       | ?fields unknown-field
        language=not_a_tag         | invalid-request     | ?language invalid
        country=X1                 | invalid-request     | ?country invalid
        source=Not+A+Key           | invalid-request     | ?source invalid
        id=1                       | invalid-request     | ?id invalid
        published=2021/2022        | invalid-request     | ?published invalid
        published=2022..2021       | invalid-request     | ?published invalid
        published=..               | invalid-request     | ?published invalid
        zone=Mars/Base             | invalid-request     | ?zone invalid
        words=5                    | invalid-request     | ?words invalid
        words=7..5                 | invalid-request     | ?words invalid
        cursor=nonsense            | cursor-invalid      | ?cursor cursor-invalid
        """)
    void refusesWhatItDoesNotKnow(String query, String code, String fault) {
        if (fault.endsWith("repeated")) {
            // A parameter that comes twice may be wrong in its values too.
            assertTrue(Api.get("/v1/articles?" + query).is(400).text().contains("\"repeated\""));
            return;
        }
        Api.get("/v1/articles?" + query).isProblem(400, code, fault);
    }

    @ParameterizedTest
    @CsvSource({
        "sourc, is not known here; did you mean `source`?",
        "Source, is not known here; did you mean `source`?",
        "nope, is not known here",
        "'', is not known here"
    })
    void offersOnlyWhatMayBeMeant(String name, String detail) {
        assertEquals(
                detail,
                Api.get("/v1/articles?" + name + "=x")
                        .isProblem(400, "unknown-parameter", "?" + name + " unknown-parameter")
                        .json()
                        .at("/errors/0/detail")
                        .asText());
    }

    @Test
    void listsAllFaultsAtOnce() {
        Api.get("/v1/articles?limit=0&sort=x&foo=1&published=nope")
                .isProblem(
                        400,
                        "invalid-request",
                        "?foo unknown-parameter",
                        "?published invalid",
                        "?limit min",
                        "?sort enum");
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
