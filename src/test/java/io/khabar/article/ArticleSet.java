package io.khabar.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.date.PartialDate;
import io.khabar.fixture.Api;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Some dozen articles with every kind of value and of absence, stored in the service and held here, so that what a list
 * must answer can be told without the database. All are from sources of this set alone.
 */
final class ArticleSet {

    /** An article of the set. */
    record Item(
            String id,
            String source,
            String country,
            @Nullable String title,
            @Nullable String lead,
            @Nullable String url,
            @Nullable String image,
            @Nullable String language,
            @Nullable String section,
            List<String> keywords,
            List<String> authors,
            @Nullable PartialDate published,
            @Nullable PartialDate modified,
            PartialDate created,
            PartialDate updated,
            List<PartialDate> mentions,
            int words) {}

    static final List<String> LANGUAGES = List.of("ar", "ar-SY", "ar-Latn-SY", "arz", "en", "en-GB");
    static final List<String> SECTIONS = List.of("سياسة", "World", "a,b");
    static final List<String> KEYWORDS = List.of("تعليم", "x", "x,y", "%", "دمشق القديمة");
    static final List<String> AUTHORS = List.of("لينا", "O'Brien", "{}\"");
    static final List<String> PUBLISHED = List.of(
            "2020",
            "2021",
            "2021-09",
            "2021-09-13",
            "2021-09-14",
            "2021-09-13T20:59:59Z",
            "2021-09-13T21:00:00Z",
            "2021-09-13T23:59:59.999999Z",
            "2021-09-14T00:00:00Z",
            "2021-12-31T23:30:00Z",
            "2022-01-01",
            "1999-12",
            "0000",
            "9999");
    static final List<String> MENTIONED =
            List.of("2011/..", "../2009", "2011/2015", "2015-03", "2021-09-13", "2021-09-13T21:00:00Z", "2030");

    final List<String> sources;
    final List<Item> items;

    private ArticleSet(List<String> sources, List<Item> items) {
        this.sources = sources;
        this.items = items;
    }

    static ArticleSet empty() {
        return new ArticleSet(List.of(), List.of());
    }

    static ArticleSet stored(int size, long seed) {
        Random random = new Random(seed);
        List<String> countries = List.of("SY", "LB", "GB");
        List<String> sources = new ArrayList<>();
        countries.forEach(country -> sources.add(Sources.created("country", country)));
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int of = random.nextInt(sources.size());
            items.add(stored(sources.get(of), countries.get(of), random));
        }
        return new ArticleSet(sources, items);
    }

    private static Item stored(String source, String country, Random random) {
        String language = one(LANGUAGES, random);
        String title = random.nextBoolean() ? "title" : null;
        String lead = random.nextBoolean() ? "lead" : null;
        // With commas, which part no addresses.
        String url = random.nextBoolean() ? "https://example.org/" + Sources.fresh("a") + "?a=1,2&b=3" : null;
        String image = random.nextInt(3) == 0 ? "https://example.org/" + Sources.fresh("i") + ".jpg" : null;
        String section = one(SECTIONS, random);
        List<String> keywords = some(KEYWORDS, random);
        List<String> authors = some(AUTHORS, random);
        String published = one(PUBLISHED, random);
        String modified = random.nextInt(3) == 0 ? one(PUBLISHED, random) : null;
        int words = 1 + random.nextInt(12);
        // Digits have no language: without one that is given, there is none.
        ObjectNode body = Json.object(
                "source",
                source,
                "body",
                "1 ".repeat(words),
                "keywords",
                keywords,
                "authors",
                authors,
                "title",
                title,
                "lead",
                lead,
                "url",
                url,
                "image",
                image == null ? null : Json.object("url", image),
                "language",
                language,
                "section",
                section,
                "published",
                published,
                "modified",
                modified);
        String id = Api.post("/v1/articles", body).is(201).id();
        List<String> mentions = random.nextBoolean() ? List.of() : some(MENTIONED, random);
        mentions.forEach(
                value -> Api.post("/v1/articles/" + id + "/dates", Json.object("role", "mentioned", "value", value))
                        .is(201));
        JsonNode written = Api.get("/v1/articles/" + id + "?fields=createdAt,updatedAt")
                .is(200)
                .json();
        return new Item(
                id,
                source,
                country,
                title,
                lead,
                url,
                image,
                language,
                section,
                keywords,
                authors,
                published == null ? null : PartialDate.parse(published),
                modified == null ? null : PartialDate.parse(modified),
                PartialDate.parse(written.path("createdAt").asText()),
                PartialDate.parse(written.path("updatedAt").asText()),
                mentions.stream().map(PartialDate::parse).toList(),
                words);
    }

    private static @Nullable String one(List<String> values, Random random) {
        int at = random.nextInt(values.size() + 2);
        return at < values.size() ? values.get(at) : null;
    }

    private static List<String> some(List<String> values, Random random) {
        return values.stream().filter(_ -> random.nextInt(3) == 0).toList();
    }

    /** The ids of those that a condition lets through, newest published first, those without a date last. */
    List<String> newestFirst(Predicate<Item> condition) {
        Comparator<Item> byDate = Comparator.comparing(ArticleSet::sortKey);
        return items.stream()
                .filter(condition)
                .sorted(byDate.thenComparing(Item::id).reversed())
                .map(Item::id)
                .toList();
    }

    private static Instant sortKey(Item item) {
        PartialDate published = item.published();
        Instant earliest = published == null ? null : published.earliest();
        return earliest == null ? Instant.MIN : earliest;
    }

    /** Whether an article is in a language or in one of its variants. */
    static boolean speaks(Item item, String range) {
        String language = item.language();
        return language != null && (language.equals(range) || language.startsWith(range + "-"));
    }

    /** The filter that keeps other tests' articles out. */
    String all() {
        return "source=" + String.join(",", sources);
    }
}
