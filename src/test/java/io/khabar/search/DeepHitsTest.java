package io.khabar.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Languages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hits by relevance as far as pages reach: to the ten-thousandth, and whether there is one behind it. */
class DeepHitsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DEEPEST = 10_000;
    private static final int ARTICLES = DEEPEST + 5;
    private static final int PORTION = 1_000;

    static final Languages LANGUAGES = new Languages();

    /** The backend that is tested. */
    ArticleIndex open(Path in) {
        return LuceneIndex.open(in, LANGUAGES);
    }

    private static IndexedArticle article(int number) {
        IndexedArticle article = new IndexedArticle(new UUID(5, number), NOW, NOW);
        article.text(TextField.TITLE, "Herons", "en", LANGUAGES);
        Instant published = NOW.minus(Duration.ofDays(number % 300));
        article.published(true, published, published.plusSeconds(1));
        return article;
    }

    private static Hits page(ArticleIndex index, int skip, int limit, float recency) {
        return index.search(
                Query.parse("heron"),
                List.of(TextField.values()),
                Condition.ANYTHING,
                Order.best(skip, new Recency(recency, NOW)),
                limit,
                DEEPEST);
    }

    @Test
    void areReachedByPagesUpToTheTenThousandth(@TempDir Path folder) throws IOException {
        try (ArticleIndex index = open(folder)) {
            for (int begin = 0; begin < ARTICLES; begin += PORTION) {
                index.add(
                        IntStream.range(begin, Math.min(begin + PORTION, ARTICLES))
                                .mapToObj(DeepHitsTest::article)
                                .toList(),
                        List.of());
            }
            index.commit();
            // Ties are in the order of ids, the youngest first.
            for (int skip : List.of(0, 150, 199, 200, 5_000, DEEPEST - 100, DEEPEST - 1)) {
                int limit = Math.min(100, DEEPEST - skip);
                Hits hits = page(index, skip, limit, 0);
                assertEquals(
                        IntStream.range(skip, skip + limit)
                                .mapToObj(i -> new UUID(5, ARTICLES - 1 - i))
                                .toList(),
                        hits.hits().stream().map(Hits.Hit::id).toList());
                assertTrue(hits.more());
                assertTrue(hits.total() >= DEEPEST, hits::toString);
            }
            // Pulled or not, all are there once.
            List<UUID> all = new ArrayList<>();
            for (int skip = 0; skip < DEEPEST; skip += 100) {
                page(index, skip, 100, 0.5f).hits().forEach(hit -> all.add(hit.id()));
            }
            assertEquals(DEEPEST, all.stream().distinct().count());
            assertEquals(DEEPEST, all.size());
        }
    }
}
