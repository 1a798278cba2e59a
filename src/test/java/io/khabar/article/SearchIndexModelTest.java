package io.khabar.article;

import static io.khabar.article.RandomWriter.LANGUAGES;
import static io.khabar.article.RandomWriter.NAMES;
import static io.khabar.article.RandomWriter.SECTIONS;
import static io.khabar.article.RandomWriter.WORDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Json;
import io.khabar.fixture.Seeds;
import io.khabar.http.Parameters;
import io.khabar.indexing.SearchPeer;
import io.khabar.indexing.SearchPeers;
import io.khabar.list.Lists;
import io.khabar.search.Condition;
import io.khabar.search.Crashes;
import io.khabar.search.Killable;
import io.khabar.search.Order;
import io.khabar.search.Recency;
import io.khabar.search.SearchEngine;
import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random writes, while the index is killed, comes back, is built anew beside itself: at the end it answers as the database
 * does, by every filter, order, facet and word.
 */
@QuarkusTest
class SearchIndexModelTest {

    /** Behind it nothing more is written, and no other seed is begun. */
    private static final Duration BOUND = Duration.ofSeconds(10);

    private static final int SEEDS = 4;
    private static final int WRITES = 40;

    private static final List<TextField> EVERYWHERE = List.of(TextField.values());
    private static final Map<String, String> ORDERS =
            Map.of("published", "publishedSort", "created", "created", "updated", "updated");

    @Inject
    SearchPeers peers;

    @Inject
    SearchConditions conditions;

    @Inject
    Lists lists;

    @TempDir
    Path folders;

    /** What a process of the tested backend has, with a folder for it alone. */
    Killable process(Path folder) {
        return new Crashes(folder);
    }

    @Test
    void agreesWithTheDatabaseWhateverHappens() throws Exception {
        long end = System.nanoTime() + BOUND.toNanos();
        Random seeds = Seeds.random();
        for (int i = 0; i < SEEDS && (i == 0 || System.nanoTime() < end); i++) {
            agrees(seeds.nextLong(), folders.resolve("seed-" + i), end);
        }
    }

    private void agrees(long seed, Path folder, long end) throws Exception {
        Random random = new Random(seed);
        RandomWriter writer = new RandomWriter(random);
        Killable process = process(folder);
        SearchPeer peer = peers.started(process.store());
        try {
            for (int i = 0; i < WRITES && (i < 10 || System.nanoTime() < end); i++) {
                writer.write();
                switch (random.nextInt(16)) {
                    case 0 -> {
                        Killable next = process.kill();
                        peer.close();
                        process = next;
                        peer = peers.started(process.store());
                    }
                    case 1 -> peer.rebuild();
                    case 2 -> peer.follows();
                    case 3 -> {
                        peer.close();
                        peer = peers.started(process.store());
                    }
                    default -> {}
                }
            }
            peer.follows();
            agrees(peer.engine(), writer, random);
        } catch (AssertionError failed) {
            throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
        } finally {
            peer.close();
        }
    }

    private void agrees(SearchEngine engine, RandomWriter writer, Random random) {
        String all = "source=" + String.join(",", writer.sources);
        List<JsonNode> articles = StreamSupport.stream(
                        Api.get("/v1/articles?view=full&limit=100&" + all)
                                .is(200)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
        assertEquals(
                writer.living.stream().sorted().toList(),
                articles.stream().map(one -> one.path("id").asText()).sorted().toList());
        for (String order : ORDERS.keySet()) {
            ordered(engine, all, order);
            ordered(engine, all, "-" + order);
        }
        for (String filter : filters(articles, random)) {
            ordered(engine, all + "&" + filter, random.nextBoolean() ? "created" : "-published");
        }
        for (String word : WORDS) {
            for (TextField field : TextField.values()) {
                List<String> having = articles.stream()
                        .filter(one -> List.of(words(one, field)).contains(word))
                        .map(one -> one.path("id").asText())
                        .sorted()
                        .toList();
                List<String> found = found(engine, word, List.of(field), filter(all), best());
                assertEquals(having, found.stream().sorted().toList(), word + " in " + field);
            }
        }
        facets(engine, all, articles);
    }

    private static String[] words(JsonNode article, TextField field) {
        StringBuilder text = new StringBuilder();
        JsonNode value = article.path(field.word());
        if (value.isArray()) {
            value.forEach(one -> text.append(one.isObject() ? one.path("name").asText() : one.asText())
                    .append(' '));
        } else {
            text.append(value.asText());
        }
        return text.toString().split("[ .,]+", -1);
    }

    private static List<String> filters(List<JsonNode> articles, Random random) {
        List<String> filters = new ArrayList<>(List.of(
                "country=SY",
                "country.not=SY,GB",
                "words=..4",
                "words=3..",
                "mentions=2015",
                "mentions=2021-09",
                "published=2021",
                "published=..2020",
                "modified=2021-09-13",
                "created=2000..",
                "duplicates=only"));
        LANGUAGES.forEach(one -> filters.add("language=" + one));
        SECTIONS.forEach(one -> filters.add(Api.query("", "section.not", one).substring(1)));
        NAMES.forEach(one -> filters.add(Api.query("", "keyword", one).substring(1)));
        NAMES.forEach(one -> filters.add(Api.query("", "author.not", one).substring(1)));
        for (String has : "title,lead,url,image,author,keyword,section,published,mentions".split(",", -1)) {
            filters.add((random.nextBoolean() ? "has=" : "has.not=") + has);
        }
        for (JsonNode article : articles.subList(0, Math.min(3, articles.size()))) {
            filters.add("id=" + article.path("id").asText());
            filters.add("updated=" + article.path("updatedAt").asText());
            if (article.has("url")) {
                filters.add(Api.query("", "url", article.path("url").asText()).substring(1));
            }
        }
        return filters;
    }

    private static ArticleFilter filter(String parameters) {
        Parameters read = new Parameters(parameters, ArticleFilter.PARAMETERS);
        ArticleFilter filter = ArticleFilter.of(read);
        read.check();
        return filter;
    }

    /** The index answers a filter in an order as the database does. */
    private void ordered(SearchEngine engine, String filter, String order) {
        JsonNode expected = Api.get("/v1/articles?fields=id&limit=100&sort=" + order + "&" + filter)
                .is(200)
                .json()
                .path("items");
        Order by = Order.by(ORDERS.getOrDefault(order.replace("-", ""), ""), order.startsWith("-"), null);
        assertEquals(
                Json.texts(expected, "id"),
                found(engine, "-nowhere", EVERYWHERE, filter(filter), by),
                () -> filter + " by " + order);
    }

    private static Order best() {
        return Order.best(0, new Recency(0, Instant.EPOCH));
    }

    private List<String> found(
            SearchEngine engine, String query, List<TextField> fields, ArticleFilter filter, Order order) {
        Condition condition = conditions.of(filter);
        return engine
                .ask(index -> index.search(Query.parse(query), fields, condition, order, 100, 100)
                        .hits())
                .stream()
                .map(hit -> hit.id().toString())
                .toList();
    }

    private void facets(SearchEngine engine, String all, List<JsonNode> articles) {
        CollapsedSearch collapsed = new CollapsedSearch(engine, conditions, lists, new SearchRoom());
        FacetsView counted = new ArticleFacets(engine, collapsed, lists)
                .count(null, filter(all), List.of(FacetField.values()), 100, false);
        Map<String, Map<String, Long>> expected = new TreeMap<>();
        for (FacetField field : FacetField.values()) {
            Map<String, Long> values = new TreeMap<>();
            articles.forEach(article -> values(article, field).forEach(value -> values.merge(value, 1L, Long::sum)));
            expected.put(field.word(), values);
        }
        Map<String, Map<String, Long>> found = new TreeMap<>();
        for (FacetsView.Facet facet : counted.items()) {
            Map<String, Long> values = new TreeMap<>();
            facet.values().forEach(value -> values.put(value.value(), value.count()));
            found.put(facet.field(), values);
            long having = articles.stream()
                    .filter(article ->
                            !values(article, FacetField.of(facet.field())).isEmpty())
                    .count();
            assertEquals(articles.size() - having, facet.missing(), facet.field());
        }
        assertEquals(expected, found);
    }

    private static List<String> values(JsonNode article, FacetField field) {
        List<String> values = new ArrayList<>();
        switch (field) {
            case SOURCE -> values.add(article.path("source").path("key").asText());
            case COUNTRY -> {
                String source = article.path("source").path("key").asText();
                JsonNode country = Api.get("/v1/sources/" + source).json().path("country");
                if (!country.isMissingNode()) {
                    values.add(country.asText());
                }
            }
            case KEYWORD -> article.path("keywords").forEach(one -> values.add(one.asText()));
            case AUTHOR ->
                article.path("authors")
                        .forEach(one -> values.add(one.path("name").asText()));
            default -> {
                if (article.has(field.word())) {
                    values.add(article.path(field.word()).asText());
                }
            }
        }
        return values;
    }
}
