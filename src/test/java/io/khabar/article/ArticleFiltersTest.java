package io.khabar.article;

import static io.khabar.article.ArticleSet.speaks;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.article.ArticleSet.Item;
import io.khabar.date.Period;
import io.khabar.fixture.Api;
import io.khabar.fixture.Json;
import io.khabar.fixture.SearchIndex;
import io.quarkus.test.junit.QuarkusTest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each filter lets through what the model says, in the database and in the search index. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticleFiltersTest {

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
                Api.get("/v1/articles?limit=100&source=" + first).json(),
                Api.get("/v1/articles?limit=100&source=" + id).json());
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
        List<String> urls =
                set.items.stream().map(Item::url).filter(Objects::nonNull).toList();
        String first = urls.getFirst();
        lists(item -> first.equals(item.url()), "url", first.replace("https://example", "HTTPS://Example") + "#x");
        lists(
                item -> first.equals(item.url()) || urls.getLast().equals(item.url()),
                "url",
                first,
                "url",
                urls.getLast(),
                "url",
                "https://example.org/none");
        lists(_ -> false, "url", first.substring(0, first.indexOf(',')));
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
        Item one = set.items.get(set.items.size() / 2);
        for (String form : List.of("%s..", "..%s", "%s")) {
            String created = form.formatted(one.created());
            lists(item -> Period.parse(created).contains(item.created(), ZoneOffset.UTC), "created", created);
            String updated = form.formatted(one.updated());
            lists(item -> Period.parse(updated).contains(item.updated(), ZoneOffset.UTC), "updated", updated);
        }
    }

    @Test
    void filtersByWhatIsThere() {
        lists(item -> item.title() != null && item.section() != null, "has", "title,section");
        lists(item -> item.title() == null && item.keywords().isEmpty(), "has.not", "title,keyword");
        Map<String, Predicate<Item>> having = Map.of(
                "title", item -> item.title() != null,
                "lead", item -> item.lead() != null,
                "url", item -> item.url() != null,
                "image", item -> item.image() != null,
                "author", item -> !item.authors().isEmpty(),
                "keyword", item -> !item.keywords().isEmpty(),
                "section", item -> item.section() != null,
                "published", item -> item.published() != null,
                "mentions", item -> !item.mentions().isEmpty());
        having.forEach((name, condition) -> {
            lists(condition, "has", name);
            lists(condition.negate(), "has.not", name);
        });
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
}
