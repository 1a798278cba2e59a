package io.khabar.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.search.opensearch.OpenSearchIndexes;
import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both backends find the same in the same order with the same scores: in the ranking's articles, by its queries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackendsAgreeTest {

    private static final List<TextField> EVERYWHERE = List.of(TextField.values());
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private ArticleIndex lucene;
    private ArticleIndex openSearch;
    private ArticleIndex inParts;

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        List<IndexedArticle> articles = new RankingTest().articles();
        lucene = LuceneIndex.open(folder, RankingTest.LANGUAGES);
        String name = Integer.toHexString(folder.toAbsolutePath().hashCode());
        openSearch = OpenSearchIndexes.open(name, 1, RankingTest.LANGUAGES);
        inParts = OpenSearchIndexes.open(name + "-parts", 3, RankingTest.LANGUAGES);
        for (ArticleIndex one : List.of(lucene, openSearch, inParts)) {
            one.write(articles, List.of());
        }
    }

    @AfterAll
    void close() {
        lucene.close();
        openSearch.close();
        inParts.close();
    }

    static Stream<String> queries() {
        return Stream.concat(
                RankingTest.queries().map(List::getFirst),
                Stream.of(
                        "-minister",
                        "minister OR -وزير",
                        "title:minister",
                        "body:minis*",
                        "و*",
                        "\"running late\"",
                        "title:\"minister of\"",
                        "e-mail 2021",
                        "the",
                        "في من",
                        "!!!"));
    }

    private static Hits search(ArticleIndex in, String query, List<TextField> fields, float recency) {
        return in.search(
                Query.parse(query), fields, Condition.ANYTHING, Order.best(0, new Recency(recency, NOW)), 50, 1000);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void onHits(String query) {
        for (List<TextField> fields : List.of(EVERYWHERE, List.of(TextField.TITLE, TextField.BODY))) {
            for (float recency : new float[] {0, 0.5f}) {
                Hits expected = search(lucene, query, fields, recency);
                agree(expected, search(openSearch, query, fields, recency));
                Hits found = search(inParts, query, fields, recency);
                assertEquals(expected.total(), found.total());
                assertEquals(ids(expected), ids(found));
            }
        }
    }

    /** In no order: in parts phrases and beginnings of words weigh something else. */
    private static Set<UUID> ids(Hits hits) {
        return hits.hits().stream().map(Hits.Hit::id).collect(Collectors.toSet());
    }

    /** Words alone weigh the same in all parts. */
    @ParameterizedTest
    @ValueSource(strings = {"minister", "وزارة", "library harbour", "école OR election", "-minister"})
    void onTheOrderInPartsToo(String query) {
        agree(search(lucene, query, EVERYWHERE, 0), search(inParts, query, EVERYWHERE, 0));
    }

    private static void agree(Hits expected, Hits other) {
        assertEquals(expected.total(), other.total());
        assertEquals(expected.exact(), other.exact());
        assertEquals(expected.more(), other.more());
        assertEquals(expected.hits().size(), other.hits().size(), () -> expected.hits() + "\n" + other.hits());
        for (int i = 0; i < expected.hits().size(); i++) {
            Hits.Hit one = expected.hits().get(i);
            Hits.Hit same = other.hits().get(i);
            assertEquals(one.id(), same.id(), () -> expected.hits() + "\n" + other.hits());
            assertEquals(one.score(), same.score(), 1e-4f * Math.max(1, one.score()));
        }
    }

    @Test
    void onCounts() {
        Map<String, Integer> of = Map.of("language", 3);
        Query query = Query.parse("وزير OR minister OR ministre");
        Counts expected = lucene.count(query, EVERYWHERE, Condition.ANYTHING, of);
        Counts all = lucene.count(null, List.of(), Condition.ANYTHING, of);
        for (ArticleIndex other : List.of(openSearch, inParts)) {
            assertEquals(expected, other.count(query, EVERYWHERE, Condition.ANYTHING, of));
            assertEquals(all, other.count(null, List.of(), Condition.ANYTHING, of));
            assertEquals(lucene.documents(), other.documents());
        }
    }

    @Test
    void onSpelling() {
        for (String query : List.of("minsiter", "مكتبه طرطسو", "goverment -elction", "qqqqqq", "minister")) {
            assertEquals(lucene.corrected(query), openSearch.corrected(query), query);
        }
    }

    @Test
    void onLikeness() {
        Sample sample = new Sample(
                "en",
                Map.of(
                        TextField.TITLE,
                        "Minister opens a library",
                        TextField.BODY,
                        "The minister of culture opened the public library near the harbour of the city."));
        Hits expected = lucene.like(sample, new UUID(1, 0), 20);
        Hits other = openSearch.like(sample, new UUID(1, 0), 20);
        agree(expected, other);
    }

    @Test
    void onBeginnings() {
        Recency recency = new Recency(0.5f, NOW);
        for (String typed : List.of("مكت", "الوز", "min", "minister e")) {
            assertEquals(
                    lucene.begun(lucene.typed(typed), TextField.TITLE, recency, 10),
                    openSearch.begun(openSearch.typed(typed), TextField.TITLE, recency, 10),
                    typed);
        }
    }
}
