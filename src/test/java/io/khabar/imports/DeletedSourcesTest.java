package io.khabar.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.article.Arrived;
import io.khabar.article.OnExisting;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.ImportReport.Item;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A source that is deleted while an import of its articles runs. */
@QuarkusTest
class DeletedSourcesTest {

    @Inject
    ImportService imports;

    private static Unread article(String key) {
        return Unread.of(
                Candidate.of(
                        Json.object("body", Articles.TEXT, "externalId", Sources.fresh("e"))
                                .set("source", Json.object("key", key, "name", "وكالة " + key)),
                        Set.of(),
                        List.of()),
                1);
    }

    /** Deletes an article that was imported, and its source. */
    private static void forget(Item item, String key) {
        Api.delete("/v1/articles/" + Objects.requireNonNull(item.article()).id())
                .is(204);
        Api.delete("/v1/sources/" + key).is(204);
    }

    @Test
    void areMadeAnewForTheNextArticle() {
        String key = Sources.fresh("new");
        ImportParameters given = new ImportParameters(Json.object(), false, OnExisting.SKIP, false, false);
        CountDownLatch deleted = new CountDownLatch(1);
        Deque<Unread> left = new ArrayDeque<>(List.of(article(key), article(key)));
        List<Item> items = new ArrayList<>();
        Input input = () -> {
            if (left.size() == 1) {
                awaited(deleted);
            }
            return left.poll();
        };
        imports.run(input, given, false, item -> {
            if (items.isEmpty()) {
                forget(item, key);
                deleted.countDown();
            }
            items.add(item);
        });
        assertEquals(
                List.of(Arrived.Outcome.CREATED, Arrived.Outcome.CREATED),
                items.stream().map(Item::outcome).toList());
        for (Item item : items) {
            assertEquals(
                    List.of("source-created"),
                    item.findings().stream().map(Finding::code).toList());
        }
        Api.get("/v1/sources/" + key).is(200);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
