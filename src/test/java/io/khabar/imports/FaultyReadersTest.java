package io.khabar.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.OnExisting;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.ImportReport.Item;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A text on which a reader fails, as none should: the others of its import are stored. */
@QuarkusTest
class FaultyReadersTest {

    @Inject
    ImportService imports;

    private static Unread article() {
        ObjectNode fields = Json.object("body", Articles.TEXT, "externalId", Sources.fresh("e"));
        return Unread.of(Candidate.of(fields, Set.of(), List.of()), 1);
    }

    private static Unread reading(Supplier<Candidate> read) {
        return new Unread() {
            @Override
            public Candidate read() {
                return read.get();
            }

            @Override
            public int size() {
                return 1;
            }
        };
    }

    @Test
    void stopNoOtherText() {
        ImportParameters given =
                new ImportParameters(Json.object("source", Sources.created()), false, OnExisting.SKIP, false, false);
        Unread failing = reading(() -> {
            throw new IllegalStateException("a fault");
        });
        Unread tooDeep = reading(() -> {
            throw new StackOverflowError();
        });
        Iterator<Unread> left = List.of(article(), failing, tooDeep, article()).iterator();
        List<Item> items = new ArrayList<>();
        imports.run(() -> left.hasNext() ? left.next() : null, given, false, items::add);
        assertEquals(
                List.of("CREATED", "REJECTED", "REJECTED", "CREATED"),
                items.stream().map(item -> item.outcome().name()).toList());
        for (Item rejected : items.subList(1, 3)) {
            assertEquals(
                    List.of("internal"),
                    rejected.findings().stream().map(Finding::code).toList());
        }
    }
}
