package io.khabar.imports;

import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.stored;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parameters of an import say of its articles, and which it refuses. */
@QuarkusTest
class ImportParametersTest {

    @Test
    void letsParametersBeatWhatIsDerivedAndStatedOnesOnlyWhenAsked() {
        String source = Sources.created();
        ObjectNode stated = Articles.body(source, "section", "محليات", "language", "fa");
        ObjectNode open = Json.object("body", "نص آخر قصير.");
        String query = "?source=" + source + "&section=world&language=en&keyword=a&keyword=b";
        JsonNode report = lines(query, stated, open);
        JsonNode first = stored(report.path("items").get(0));
        assertEquals("محليات", first.path("section").asText());
        assertEquals("fa", first.path("language").asText());
        assertEquals(Json.tree("['a', 'b']"), first.path("keywords"));
        JsonNode second = stored(report.path("items").get(1));
        assertEquals("world", second.path("section").asText());
        assertEquals("en", second.path("language").asText());
        assertEquals(Json.tree("['direction']"), second.path("derived"));
        JsonNode over = stored(lines(query + "&override=true&onExisting=update", stated)
                .path("items")
                .get(0));
        assertEquals("world", over.path("section").asText());
        assertEquals("en", over.path("language").asText());
        assertEquals(first.path("id"), over.path("id"));
    }

    @Test
    void resolvesDatesInTheGivenZoneAndDirection() {
        String source = Sources.created();
        ObjectNode article =
                Json.object("source", source, "body", "وصل الوفد أمس.", "published", "2021-09-13T22:30:00Z");
        assertTrue(Json.texts(lines("?dryRun=true", article).at("/items/0/article/dates"), "value")
                .contains("2021-09-12"));
        assertTrue(Json.texts(lines("?dryRun=true&zone=Asia/Damascus", article).at("/items/0/article/dates"), "value")
                .contains("2021-09-13"));
        ObjectNode weekday = Json.object("source", source, "body", "يصل الوفد يوم الاثنين.", "published", "2021-09-15");
        assertTrue(Json.texts(lines("?dryRun=true", weekday).at("/items/0/article/dates"), "value")
                .contains("2021-09-13"));
        assertTrue(Json.texts(lines("?dryRun=true&bias=future", weekday).at("/items/0/article/dates"), "value")
                .contains("2021-09-20"));
    }

    @ParameterizedTest
    @CsvSource({
        "bias=past,    2020-12-05, 2021-09-08",
        "bias=future,  2021-09-15, 2021-12-05",
        "bias=nearest, 2021-09-15, 2021-12-05",
        "zone=UTC,     2021-09-08, 2021-12-05"
    })
    void letsTheBiasSayWhichDayIsMeant(String query, String earlier, String later) {
        ObjectNode article = Json.object(
                "source",
                Sources.created(),
                "body",
                "يجتمع الوفدان يوم الأربعاء في المدينة، ثم في 5 ديسمبر.",
                "published",
                "2021-09-14");
        List<String> dates = Json.texts(lines("?dryRun=true&" + query, article).at("/items/0/article/dates"), "value");
        assertEquals(
                List.of(earlier, later),
                dates.stream().filter(date -> !date.equals("2021-09-14")).toList());
    }

    @Test
    void namesWhatIsWrongWithTheParameters() {
        Imports.send("application/x-ndjson", utf8(""), "?onExisting=maybe&split=true&url=https://example.org/")
                .isProblem(400, "invalid-request", "?split invalid", "?url invalid", "?onExisting enum");
        Imports.send("application/x-ndjson", utf8(""), "?source=no-such-source")
                .isProblem(400, "unknown-source", "?source unknown-source");
        Imports.send("application/x-ndjson; charset=windows-1256", utf8(""), "")
                .isProblem(415, "unsupported-media-type");
    }
}
