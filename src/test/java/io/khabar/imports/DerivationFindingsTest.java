package io.khabar.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What imports say of what they derive. */
@QuarkusTest
class DerivationFindingsTest {

    @Test
    void sayHowManyDatesAreLeftOut() {
        String source = Sources.created();
        JsonNode items = Imports.lines(
                        "",
                        Articles.body(source, "body", "عام 2011 ".repeat(10_000)),
                        Articles.body(source, "body", "عام 2012 ".repeat(10_002)))
                .path("items");
        assertEquals(Json.tree("[]"), items.at("/0/findings"));
        assertEquals(
                Json.tree(
                        "[{'stage': 'derive', 'level': 'warning', 'code': 'too-many', 'detail': 'The text speaks of 10002"
                                + " dates, of which the first 10000 are derived.', 'field': 'dates'}]"),
                items.at("/1/findings"));
    }

    /** Dates are then found by the script, and keywords that are names. */
    @ParameterizedTest
    @ValueSource(
            strings = {"14/09/2021, 12:30 - 3:1!", "Oil price, 14/09/2021", "النفط 14/09/2021 Oil", "في 14/09/2021"})
    void sayWhereTheLanguageCannotBeTold(String text) {
        JsonNode item =
                Imports.text("?dryRun=true&source=" + Sources.created(), text).at("/items/0");
        boolean told = text.contains("النفط");
        assertEquals(told ? "ar" : "", item.at("/article/language").asText());
        assertEquals(List.of("2021-09-14"), Json.texts(item.at("/article/dates"), "value"));
        assertEquals(
                told
                        ? Json.tree("[]")
                        : Json.tree(
                                "[{'stage': 'derive', 'level': 'info', 'code': 'language-unknown', 'detail': 'The text has"
                                        + " too few letters to tell its language, or those of several.', 'field': 'language'}]"),
                item.path("findings"));
        assertEquals(told, item.at("/article/derived").toString().contains("\"language\""));
    }

    /** Neither do articles as the API writes them invent one; what the script alone tells needs few letters. */
    @ParameterizedTest
    @CsvSource({"OK, ''", "Al Jazeera, ''", "10 Ω, ''", "Όχι, el", "לא, he", "القاهرة, ar"})
    void tellTheLanguageOfFewLettersByTheirScriptAlone(String text, String language) {
        JsonNode item = Imports.lines("?dryRun=true", Json.object("source", Sources.created(), "body", text))
                .at("/items/0");
        assertEquals(language, item.at("/article/language").asText());
        assertEquals(language.isEmpty() ? 1 : 0, item.path("findings").size());
    }
}
