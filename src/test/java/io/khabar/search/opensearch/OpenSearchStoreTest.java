package io.khabar.search.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.search.ArticleIndex;
import io.khabar.search.IndexedArticle;
import io.khabar.search.text.Languages;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenSearchStoreTest {

    private static final Languages LANGUAGES = new Languages();
    private static final UUID ID = new UUID(7, 7);

    private final String prefix = "test-" + UUID.randomUUID();

    private OpenSearchStore store(long turn) {
        OpenSearchStore store = new OpenSearchStore(OpenSearchIndexes.nodes(), prefix, 1);
        store.turn(turn);
        return store;
    }

    private static IndexedArticle article() {
        IndexedArticle article = new IndexedArticle(ID, Instant.EPOCH, Instant.EPOCH);
        article.published(true, Instant.EPOCH, Instant.EPOCH);
        article.modified(false, Instant.EPOCH, Instant.EPOCH);
        article.mentions(false, null, null);
        return article;
    }

    private static OpenSearchStore begun(OpenSearchStore store, String note) throws IOException {
        ArticleIndex begun = store.begin(LANGUAGES);
        begun.write(List.of(article()), List.of());
        store.replace(note);
        store.clean();
        return store;
    }

    @Test
    void hasAnswerWhatWasBegunWhenItIsWhole() throws IOException {
        OpenSearchStore store = store(1);
        assertEquals(Optional.empty(), store.note());
        ArticleIndex first = store.begin(LANGUAGES);
        first.write(List.of(article()), List.of());
        assertEquals(Optional.empty(), store.note());
        store.replace("one");
        assertEquals(Optional.of("one"), store.note());
        assertEquals(1, store.open(LANGUAGES).documents());

        ArticleIndex second = store.begin(LANGUAGES);
        assertEquals(Optional.of("one"), store.note());
        assertEquals(1, store.open(LANGUAGES).documents());
        store.replace("two");
        store.clean();
        assertEquals(Optional.of("two"), store(1).note());
        assertEquals(0, store.open(LANGUAGES).documents());
        // What was replaced is gone, and is not made anew by who still writes it.
        assertThrows(IOException.class, () -> first.write(List.of(article()), List.of()));
        second.write(List.of(article()), List.of());
    }

    @Test
    void refusesWhatAnEarlierTurnWritesLate() throws IOException {
        OpenSearchStore earlier = begun(store(5), "five");
        ArticleIndex late = earlier.open(LANGUAGES);
        OpenSearchStore later = store(6);
        assertEquals(Optional.of("five"), later.note());
        ArticleIndex next = later.open(LANGUAGES);
        next.write(List.of(article()), List.of());
        later.note("six");
        assertThrows(IOException.class, () -> late.write(List.of(article()), List.of()));
        assertThrows(IOException.class, () -> late.write(List.of(), List.of(ID)));
        assertThrows(IOException.class, () -> earlier.note("late"));
        assertEquals(Optional.of("six"), later.note());
        assertEquals(1, next.documents());
        next.write(List.of(), List.of(ID));
        assertThrows(IOException.class, () -> late.write(List.of(article()), List.of()));
        assertEquals(0, next.documents());
    }

    @Test
    void takesAnIndexOfALaterTurnForAnothersHistory() throws IOException {
        begun(store(9), "nine");
        assertEquals(Optional.empty(), store(8).note());
        // Who only searches has no turn.
        assertEquals(Optional.of("nine"), store(0).note());
    }

    @Test
    void takesAnIndexOfAnotherFormatForNone() throws IOException {
        begun(store(1), "one");
        String index = OpenSearchIndexes.answering(prefix);
        OpenSearchIndexes.nodes()
                .send(
                        "PUT",
                        "/" + prefix + "-state/_doc/" + index + "?version_type=external_gte&version=1",
                        Map.of("format", ArticleIndex.FORMAT - 1, "text", "one"),
                        Nodes.WRITE);
        assertEquals(Optional.empty(), store(2).note());
        // Nor is it searched by those that do not write.
        assertEquals(Optional.empty(), store(0).note());
        assertEquals(Optional.of("two"), begun(store(2), "two").note());
        assertFalse(OpenSearchIndexes.all(prefix).contains(index));
    }

    @Test
    void keepsAWishUntilItIsFulfilled() throws IOException {
        OpenSearchStore writer = begun(store(1), "one");
        OpenSearchStore other = store(0);
        other.note();
        assertFalse(writer.isWished());
        other.wish();
        assertTrue(writer.isWished());
        begun(writer, "two");
        assertFalse(writer.isWished());
    }

    @Test
    void wishesNothingBeforeThereIsAnIndex() throws IOException {
        OpenSearchStore other = store(0);
        other.wish();
        OpenSearchStore writer = begun(store(1), "one");
        assertFalse(writer.isWished());
        // It reads which one answers by itself.
        other.wish();
        assertTrue(writer.isWished());
    }

    @Test
    void saysThatItIsOutOfReach() {
        Nodes nobody = new Nodes(List.of(URI.create("http://127.0.0.1:9")), Optional.of("a"), Optional.of("secret"));
        OpenSearchStore away = new OpenSearchStore(nobody, prefix, 1);
        assertThrows(IOException.class, away::note);
        ArticleIndex index = away.open(LANGUAGES);
        ProblemException problem = assertThrows(ProblemException.class, index::documents);
        assertEquals(ProblemCode.SEARCH_UNAVAILABLE, problem.code());
        assertThrows(IOException.class, () -> index.write(List.of(article()), List.of()));
    }

    @Test
    void passesOverANodeThatIsAway() throws IOException {
        Nodes nodes = new Nodes(
                List.of(URI.create("http://127.0.0.1:9"), io.khabar.fixture.OpenSearchForTests.address()),
                Optional.empty(),
                Optional.empty());
        for (int i = 0; i < 4; i++) {
            assertTrue(nodes.send("GET", "/", null, Nodes.SEARCH).has("version"));
        }
    }

    /** An article with all fields was written above; here that none is in the mapping that no article has. */
    @Test
    void mapsWhatArticlesHold() throws IOException {
        try (InputStream file = Objects.requireNonNull(OpenSearchStore.class.getResourceAsStream("articles.json"))) {
            JsonNode properties = Nodes.JSON.readTree(file).path("mappings").path("properties");
            TreeSet<String> mapped = new TreeSet<>();
            properties.fieldNames().forEachRemaining(mapped::add);
            TreeSet<String> declared = new TreeSet<>();
            for (var field : IndexedArticle.class.getDeclaredFields()) {
                if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())
                        && !field.getName().equals("id")) {
                    declared.add(field.getName());
                }
            }
            assertEquals(declared, mapped);
        }
    }
}
