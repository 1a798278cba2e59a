package io.khabar.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

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
}
