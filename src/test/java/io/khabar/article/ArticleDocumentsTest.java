package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.fixture.Articles;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArticleDocumentsTest {

    @Inject
    ArticleDocuments documents;

    private static UUID article(String source, int length) {
        return UUID.fromString(
                Articles.created(source, "body", "x".repeat(length)).path("id").asText());
    }

    @Test
    void readsLargeTextsInPortions() {
        String source = Sources.created();
        UUID large = article(source, 5000);
        UUID small = article(source, 400);
        UUID other = article(source, 600);
        UUID gone = new UUID(0, 1);
        assertEquals(
                List.of(List.of(small, other), List.of(large), List.of(gone, small)),
                documents.portions(List.of(small, other, large, gone, small), 1000));
        assertEquals(List.of(List.of(gone)), documents.portions(List.of(gone), 1000));
    }
}
