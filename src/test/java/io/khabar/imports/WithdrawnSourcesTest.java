package io.khabar.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.article.ArticleImportService;
import io.khabar.article.OnExisting;
import io.khabar.change.BulkWrites;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.khabar.http.Ids;
import io.khabar.imports.ImportReport.Item;
import io.khabar.imports.ImportReport.Totals;
import io.khabar.source.SourceRepository;
import io.khabar.source.SourceService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sources that an import made for nothing, and cannot take back. */
@QuarkusTest
class WithdrawnSourcesTest {

    @Inject
    ArticleImportService articles;

    @Inject
    SourceRepository sources;

    @Inject
    SourceService service;

    @Inject
    Ids ids;

    @Inject
    Topics topics;

    @Inject
    Workers workers;

    @Inject
    BulkWrites bulk;

    /** An article as it is stored, said to be of another source than a person gave it. */
    private static Unread stored(String key) {
        String url = "https://paper.example/" + Sources.fresh("a");
        Articles.created(Sources.created(), "url", url);
        return Unread.of(
                Candidate.of(
                        Json.object("body", Articles.TEXT, "url", url)
                                .set("source", Json.object("key", key, "name", "وكالة " + key)),
                        Set.of("source"),
                        List.of()),
                1);
    }

    @Test
    void leaveTheReportWhole() {
        List<String> keys = List.of(Sources.fresh("new"), Sources.fresh("new"));
        List<UUID> left = new ArrayList<>();
        SourceNames names = new SourceNames(sources, service, ids) {
            @Override
            void withdraw(UUID made) {
                left.add(made);
                throw new IllegalStateException("The database was just stopped.");
            }
        };
        ImportParameters given = new ImportParameters(Json.object(), false, OnExisting.UPDATE, false, false);
        Iterator<Unread> input =
                keys.stream().map(WithdrawnSourcesTest::stored).toList().iterator();
        List<Item> items = new ArrayList<>();
        Totals totals = new ImportService(articles, names, topics, workers, bulk)
                .run(() -> input.hasNext() ? input.next() : null, given, false, items::add);
        assertEquals(new Totals(2, 0, 0, 2, 0, 0), totals, items::toString);
        assertEquals(2, left.size(), "one that fails stops no other");
        keys.forEach(key -> Api.delete("/v1/sources/" + key).is(204));
    }
}
