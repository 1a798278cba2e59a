package io.khabar.imports;

import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dates that an input gives with their text, but without saying where that stands. */
@QuarkusTest
class ImportedGivenDatesTest {

    private static final JsonNode IN_2015 = Json.tree("{'role': 'mentioned', 'text': '2015', 'value': '2015'}");

    private static ObjectNode article(String body) {
        ObjectNode article = Json.object(
                "source", Sources.created(), "externalId", Sources.fresh("e"), "language", "en", "body", body);
        article.putArray("dates").add(IN_2015);
        return article;
    }

    private static JsonNode imported(String query, ObjectNode article, String outcome) {
        JsonNode report = lines(query, article);
        assertEquals(List.of(outcome), outcomes(report), report::toString);
        return report.at("/items/0/article");
    }

    private static List<String> dates(JsonNode article) {
        List<String> dates = new ArrayList<>();
        for (JsonNode date : Api.get(Articles.path(article)).is(200).json().path("dates")) {
            dates.add("%s %s %s-%s"
                    .formatted(
                            date.path("origin").asText(),
                            date.path("value").asText(),
                            date.path("startOffset").asText(),
                            date.path("endOffset").asText()));
        }
        return dates;
    }

    @Test
    void standWhereTheBodyHasTheirText() {
        assertEquals(List.of("given 2015 12-16"), dates(imported("", article("It began in 2015."), "created")));
        assertEquals(
                List.of("given 2015 -"),
                dates(imported("", article("It began in 2015. It ended in 2015."), "created")));
    }

    @Test
    void moveWithTheTextAndAreStoredOnce() {
        ObjectNode article = article("It began in 2015.");
        imported("", article, "created");
        imported("?onExisting=update", article, "unchanged");
        article.put("body", "It all began in 2015.");
        assertEquals(List.of("given 2015 16-20"), dates(imported("?onExisting=update", article, "updated")));
        article.put("body", "It had all begun in 2015.");
        assertEquals(List.of("given 2015 20-24"), dates(imported("?onExisting=update", article, "updated")));
        imported("?onExisting=update", article, "unchanged");
    }

    @Test
    void areThoseThatWereGivenHereByTheirText() {
        ObjectNode article = article("It began in 2015.");
        JsonNode dates = article.remove("dates");
        JsonNode stored = imported("", article, "created");
        Api.post(Articles.path(stored) + "/dates", IN_2015).is(201);
        article.set("dates", dates);
        imported("?onExisting=update", article, "unchanged");
        assertEquals(List.of("given 2015 12-16"), dates(stored));
    }

    @Test
    void areAddedToAStoredTextWhereItHasThem() {
        ObjectNode article = article("It began in 2015.");
        JsonNode dates = article.remove("dates");
        imported("", article, "created");
        article.set("dates", dates);
        assertEquals(List.of("given 2015 12-16"), dates(imported("?onExisting=update", article, "updated")));
    }

    @Test
    void areNotLookedForWhereThatWouldTakeTooLong() {
        ObjectNode article = article("word ".repeat(40_000) + "2015.");
        article.withArray("dates").addAll(Collections.nCopies(999, IN_2015));
        List<String> dates = dates(imported("", article, "created"));
        assertEquals(Collections.nCopies(1_000, "given 2015 -"), dates);
    }
}
