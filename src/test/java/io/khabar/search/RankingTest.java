package io.khabar.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Languages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranking as it is specified: {@code ranking/queries.txt} over {@code ranking/articles.txt}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RankingTest {

    private static final List<TextField> EVERYWHERE = List.of(TextField.values());
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Languages LANGUAGES = new Languages();
    private final Map<UUID, String> names = new HashMap<>();

    private ArticleIndex index;

    /** The backend that is tested. */
    ArticleIndex open(Path in) {
        return LuceneIndex.open(in, LANGUAGES);
    }

    private static List<String[]> rows(String file) {
        String name = "/ranking/" + file;
        try (InputStream table = Objects.requireNonNull(RankingTest.class.getResourceAsStream(name), name)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" *\\| *", -1))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Stream<List<String>> queries() {
        return rows("queries.txt").stream().map(List::of);
    }

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        index = open(folder);
        index.write(articles(), List.of());
    }

    /** The articles of the table. */
    List<IndexedArticle> articles() {
        List<IndexedArticle> articles = new ArrayList<>();
        for (String[] row : rows("articles.txt")) {
            UUID id = new UUID(1, names.size());
            names.put(id, row[0]);
            IndexedArticle article = article(id, row[1], row[2], row[4], NOW.minus(Duration.ofDays(names.size())));
            article.text(TextField.KEYWORDS, row[3], row[1], LANGUAGES);
            articles.add(article);
        }
        return articles;
    }

    private static IndexedArticle article(UUID id, String language, String title, String body, Instant published) {
        IndexedArticle article = new IndexedArticle(id, NOW, NOW);
        article.language = List.of(language);
        article.text(TextField.TITLE, title, language, LANGUAGES);
        article.text(TextField.BODY, body, language, LANGUAGES);
        article.published(true, published, published.plusSeconds(1));
        return article;
    }

    @AfterAll
    void close() {
        index.close();
    }

    private List<String> found(ArticleIndex in, String query, float recency, Instant now) {
        return found(in, query, EVERYWHERE, recency, now);
    }

    private List<String> found(ArticleIndex in, String query, List<TextField> fields, float recency, Instant now) {
        return in
                .search(
                        Query.parse(query),
                        fields,
                        Condition.ANYTHING,
                        Order.best(0, new Recency(recency, now)),
                        10,
                        100)
                .hits()
                .stream()
                .map(hit -> names.getOrDefault(hit.id(), hit.id().toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void putsTheseFirst(List<String> row) {
        List<String> expected =
                row.get(1).isEmpty() ? List.of() : List.of(row.get(1).split(" "));
        List<String> found = found(index, row.getFirst(), 0, NOW);
        assertEquals(
                expected,
                expected.isEmpty() ? found : found.subList(0, Math.min(expected.size(), found.size())),
                () -> row.getFirst() + ": " + found);
    }

    /** The same words, each time in another text of the article. */
    @ParameterizedTest
    @ValueSource(strings = {"otter", "otters swim", "\"otter swims\"", "ott*"})
    void aTitleWeighsMostThenKeywordsThenTheLeadThenTheBody(String query, @TempDir Path other) throws IOException {
        List<TextField> weights = List.of(TextField.TITLE, TextField.KEYWORDS, TextField.LEAD, TextField.BODY);
        try (ArticleIndex weighed = open(other)) {
            List<IndexedArticle> articles = new ArrayList<>();
            for (TextField field : weights) {
                // Ties would be told by the ids, the other way round.
                IndexedArticle article = article(new UUID(3, -weights.indexOf(field)), "en", "News", "Today", NOW);
                for (TextField one : weights) {
                    article.text(one, one == field ? "An otter swims" : "The news today", "en", LANGUAGES);
                }
                articles.add(article);
            }
            weighed.write(articles, List.of());
            for (List<TextField> fields : List.of(EVERYWHERE, weights)) {
                assertEquals(
                        articles.stream()
                                .map(article -> article.id().toString())
                                .toList(),
                        found(weighed, query, fields, 0, NOW),
                        () -> query + " in " + fields);
            }
        }
    }

    /** What is quoted is found in other forms, too; but first as it is written. */
    @ParameterizedTest
    @CsvSource({
        "ar, \"المكتبة العامة\", المكتبة العامة, مكتبات عامة",
        "ar, «مكتبات عامة», مكتبات عامة, المكتبة العامة",
        "en, \"public libraries\", public libraries, public library",
        "fr, \"élection législative\", élection législative, élections législatives",
    })
    void quotesPreferWhatIsWritten(String language, String query, String written, String form, @TempDir Path other)
            throws IOException {
        UUID exact = new UUID(4, 1);
        UUID stemmed = new UUID(4, 0);
        try (ArticleIndex quoted = open(other)) {
            quoted.write(
                    List.of(
                            article(exact, language, "x", "x " + written + " x", NOW),
                            article(stemmed, language, "x", "x " + form + " x", NOW)),
                    List.of());
            assertEquals(
                    List.of(exact.toString(), stemmed.toString()), found(quoted, query, EVERYWHERE, 0, NOW), query);
        }
    }

    @Test
    void ofArticlesThatMatchAlikeRecentOnesComeFirst(@TempDir Path other) throws IOException {
        UUID old = new UUID(2, 2);
        UUID recent = new UUID(2, 1);
        UUID better = new UUID(2, 0);
        UUID undated = new UUID(2, 3);
        try (ArticleIndex dated = open(other)) {
            IndexedArticle without = article(undated, "en", "News", "An otter swims", NOW);
            without.publishedSort = IndexedArticle.NEVER;
            dated.write(
                    List.of(
                            article(old, "en", "News", "An otter swims", Instant.parse("2015-01-01T00:00:00Z")),
                            article(recent, "en", "News", "An otter swims", NOW.minus(Duration.ofDays(3))),
                            article(better, "en", "Otter", "Otters swim", Instant.parse("2014-01-01T00:00:00Z")),
                            without),
                    List.of());
            // A title outweighs ten years.
            List<String> pulled = found(dated, "otter", 0.5f, NOW);
            assertEquals(List.of(better.toString(), recent.toString()), pulled.subList(0, 2));
            assertTrue(pulled.indexOf(old.toString()) < pulled.indexOf(undated.toString()), pulled::toString);
            // Switched off, the id alone breaks the tie.
            assertEquals(
                    Stream.of(better, undated, old, recent).map(UUID::toString).toList(),
                    found(dated, "otter", 0, NOW));
            // What is recent depends on when one asks.
            List<String> then = found(dated, "otter", 0.5f, Instant.parse("2015-01-02T00:00:00Z"));
            assertEquals(List.of(better.toString(), old.toString()), then.subList(0, 2));
        }
    }
}
