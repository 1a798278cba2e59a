package io.khabar.imports;

import static io.khabar.fixture.Imports.article;
import static io.khabar.fixture.Imports.exported;
import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Articles of which a person corrected here what the export of another service, where it was derived, brings again. */
@QuarkusTest
class CorrectedHereTest {

    /** As the other service has it: all that this one has, and the day was derived. */
    private static ObjectNode stored() {
        String source = Sources.created();
        lines("", article(source, "وصل الوفد إلى المدينة أمس.", "2021-09-14"));
        ObjectNode article = exported(source);
        article.withArray("derived").add("published");
        return article;
    }

    private static void dropMentioned(ObjectNode article) {
        ArrayNode dates = article.withArray("dates");
        for (int i = dates.size() - 1; i >= 0; i--) {
            if (dates.get(i).path("role").asText().equals("mentioned")) {
                dates.remove(i);
            }
        }
    }

    private static void correct(JsonNode article, String field, String value) {
        Api.patch(Articles.path(article), Json.object(field, value)).is(200);
    }

    private static List<String> dates(JsonNode article) {
        List<String> dates = new ArrayList<>();
        for (JsonNode date : Api.get(Articles.path(article)).is(200).json().path("dates")) {
            dates.add(date.path("role").asText() + " " + date.path("value").asText() + " "
                    + date.path("origin").asText());
        }
        return dates;
    }

    @Test
    void keepTheDatesThatTheirLanguageHas() {
        ObjectNode article = stored();
        article.put("language", "ky");
        dropMentioned(article);
        correct(article, "language", "ar");
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
        assertEquals(List.of("mentioned 2021-09-13 derived", "published 2021-09-14 given"), dates(article));
        // One whose text is another comes with the dates of that, and none of its places is settled.
        article.put("body", "وصل الوفد أمس.");
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update", article)));
        assertEquals(List.of("mentioned 2021-09-13 derived", "published 2021-09-14 given"), dates(article));
    }

    @Test
    void keepTheDaysThatFollowFromTheirDay() {
        ObjectNode article = stored();
        correct(article, "published", "2021-09-20");
        List<String> corrected = List.of("mentioned 2021-09-19 derived", "published 2021-09-20 given");
        assertEquals(corrected, dates(article));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
        assertEquals(corrected, dates(article));
        article.put("section", "محليات");
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update", article)));
        assertEquals(corrected, dates(article));
    }

    @Test
    void loseTheDatesThatAPersonTookAwayThere() {
        ObjectNode article = stored();
        dropMentioned(article);
        correct(article, "published", "2021-09-20");
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update", article)));
        assertEquals(List.of("published 2021-09-20 given"), dates(article));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
    }
}
