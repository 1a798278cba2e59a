package io.khabar.imports;

import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of one import, an item gives an article another address or id, and a later one is a new article with the old one. */
@QuarkusTest
class MovedIdentitiesTest {

    private static String body(JsonNode item) {
        return Api.get(Articles.path(item.get("article")))
                .is(200)
                .json()
                .path("body")
                .asText();
    }

    private static String fresh(String field) {
        return field.equals("url") ? "https://example.org/" + Sources.fresh("u") : Sources.fresh("e");
    }

    private static ObjectNode article(String source, String body) {
        return Articles.body(source, "id", UUID.randomUUID().toString(), "body", body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "externalId"})
    void areThoseOfWhateverHasThemNow(String field) {
        String source = Sources.created();
        String old = fresh(field);
        ObjectNode moved = article(source, "The first text.").put(field, old);
        lines("", moved);
        ObjectNode later = article(source, "The second text.").put(field, old);
        moved.put(field, fresh(field));
        for (String dryRun : List.of("true", "false")) {
            JsonNode report = lines("?onExisting=update&dryRun=" + dryRun, moved, later);
            assertEquals(List.of("updated", "created"), outcomes(report));
            assertEquals(later.get("id"), report.at("/items/1/article/id"));
        }
        JsonNode again = lines("?onExisting=update", moved, later);
        assertEquals(List.of("unchanged", "unchanged"), outcomes(again));
        assertEquals("The first text.", body(again.at("/items/0")));
        assertEquals("The second text.", body(again.at("/items/1")));
    }

    @Test
    void areThoseOfWhatIsCreatedAndMovedInTheSameImport() {
        String source = Sources.created();
        String old = fresh("url");
        ObjectNode moved = article(source, "The first text.").put("url", old);
        ObjectNode elsewhere = moved.deepCopy().put("url", fresh("url"));
        ObjectNode later = Articles.body(source, "url", old, "body", "The second text.");
        JsonNode report = lines("?onExisting=update", moved, elsewhere, later, later);
        assertEquals(List.of("created", "updated", "created", "unchanged"), outcomes(report));
        assertNotEquals(report.at("/items/0/article/id"), report.at("/items/2/article/id"));
        assertEquals("The first text.", body(report.at("/items/1")));
        assertEquals("The second text.", body(report.at("/items/3")));
    }
}
