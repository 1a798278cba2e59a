package io.khabar.imports;

import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an import shows that stores nothing: whole articles, those that would be stored and those that are. */
@QuarkusTest
class DryRunTest {

    private static final String OTHER = "عاد الوفد إلى المدينة.";

    private static List<String> bodies(JsonNode report) {
        List<String> bodies = new ArrayList<>();
        report.path("items").forEach(item -> bodies.add(item.at("/article/body").asText()));
        return bodies;
    }

    @Test
    void showsWhatIsStoredAsItIs() {
        String source = Sources.created();
        ObjectNode stored = Articles.body(source, "externalId", Sources.fresh("e"));
        String path = Articles.path(lines("", stored).at("/items/0/article"));
        ObjectNode changed = stored.deepCopy().put("body", OTHER);
        for (String onExisting : List.of("skip", "reject")) {
            JsonNode report = lines("?dryRun=true&onExisting=" + onExisting, changed);
            assertEquals(List.of(onExisting.equals("skip") ? "exists" : "rejected"), outcomes(report));
            assertEquals(Api.get(path).is(200).json(), report.at("/items/0/article"));
        }
        JsonNode same = lines("?dryRun=true&onExisting=update", stored);
        assertEquals(List.of("unchanged"), outcomes(same));
        assertEquals(Api.get(path).is(200).json(), same.at("/items/0/article"));
        assertEquals(List.of(OTHER), bodies(lines("?dryRun=true&onExisting=update", changed)));
        assertEquals(Articles.TEXT, Api.get(path).is(200).json().path("body").asText());
    }

    @Test
    void showsTwiceWhatIsThereTwice() {
        ObjectNode article = Articles.body(Sources.created(), "externalId", Sources.fresh("e"));
        JsonNode report = lines("?dryRun=true", article, article.deepCopy().put("body", OTHER));
        assertEquals(List.of("created", "exists"), outcomes(report));
        assertEquals(List.of(Articles.TEXT, Articles.TEXT), bodies(report));
    }
}
