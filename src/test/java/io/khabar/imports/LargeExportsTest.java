package io.khabar.imports;

import static io.khabar.fixture.Imports.article;
import static io.khabar.fixture.Imports.exported;
import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles that come from another service and are larger than what other requests may have. */
@QuarkusTest
class LargeExportsTest {

    /** Takes an article and its source away, as if this were another service. */
    private static void forget(JsonNode article) {
        Api.delete(Articles.path(article)).is(204);
        Api.delete("/v1/sources/" + article.at("/source/key").asText()).is(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void comeBackHoweverManyDatesTheyHave(String type) {
        String source = Sources.created();
        StringBuilder text = new StringBuilder("The calendar has each of these days.");
        for (int day = 0; day < 7_000; day++) {
            text.append(" On ").append(LocalDate.EPOCH.plusDays(day)).append(" it was open.");
        }
        lines("", article(source, text.toString(), "2021-09-15"));
        ObjectNode article = exported(source);
        assertEquals(7_001, article.path("dates").size());
        byte[] bytes = Imports.utf8(article.toString());
        assertTrue(bytes.length > 2 << 20, "more than other requests may have");
        forget(article);
        assertEquals(
                List.of("created"),
                outcomes(Imports.send(type, bytes, "").is(200).json()));
        assertEquals(
                Imports.timeless(article).path("dates"),
                Imports.timeless(Api.get(Articles.path(article)).is(200).json()).path("dates"));
    }
}
