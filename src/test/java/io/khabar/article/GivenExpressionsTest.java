package io.khabar.article;

import static io.khabar.fixture.Dates.mentioned;
import static io.khabar.fixture.Dates.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dates of which only the text is given: they are resolved once it is known from where to count. */
@QuarkusTest
class GivenExpressionsTest extends DatesOfOneArticle {

    @Test
    void keepsAnExpressionThatIsNotResolvedYet() {
        JsonNode shown = created(mentioned("text", "يوم الاثنين")).json();
        assertFalse(shown.get("resolved").asBoolean());
        assertFalse(shown.has("value") || shown.has("precision") || shown.has("earliest"), shown::toString);
        assertEquals(
                1,
                Api.get(article + "/dates?resolved=false").json().path("items").size());
        assertEquals(
                0,
                Api.get(article + "/dates?resolved=true").json().path("items").size());
        JsonNode resolved = Api.patch(path(shown), Json.object("value", "2021-09-13"))
                .is(200)
                .json();
        assertTrue(resolved.get("resolved").asBoolean());
        assertEquals("يوم الاثنين", resolved.get("text").asText());
        Api.patch(path(shown), Json.object("value", null)).is(200);
        Api.patch(path(shown), Json.object("text", null)).isProblem(400, "invalid-request", "/value required");
    }

    @Test
    void resolvesAGivenExpressionWhenPublishedBecomesKnown() {
        String path = path(created(mentioned("text", "أمس")).json());
        String never = path(created(mentioned("text", "ذات مرة")).json());
        assertFalse(Api.get(path).json().get("resolved").asBoolean());
        Api.patch(article, Json.object("published", "2021-09-14")).is(200);
        JsonNode resolved = Api.get(path).is(200).json();
        assertEquals("2021-09-13", resolved.path("value").asText());
        assertTrue(resolved.get("resolved").asBoolean());
        assertEquals("given", resolved.get("origin").asText());
        assertEquals(2, resolved.get("version").asInt());
        assertFalse(Api.get(never).json().get("resolved").asBoolean());
        assertEquals(1, Api.get(never).json().get("version").asInt());

        // It has its value then, as if somebody had given it; who takes that away asks anew.
        Api.patch(article, Json.object("published", "2021-09-20")).is(200);
        assertEquals(resolved, Api.get(path).json());
        JsonNode anew = Api.patch(path, Json.object("value", null)).is(200).json();
        assertEquals("2021-09-19", anew.path("value").asText());
        assertEquals(3, anew.get("version").asInt());
        JsonNode made = created(mentioned("text", "أمس")).json();
        assertEquals("2021-09-19", made.path("value").asText());
        assertEquals(1, made.get("version").asInt());
    }

    @Test
    void resolvesAnExpressionThatAnImportBringsAndDoesNotBringItTwice() {
        ObjectNode item = Articles.body(
                source,
                "externalId",
                Sources.fresh("x"),
                "published",
                "2021-09-14",
                "dates",
                List.of(mentioned("text", "أمس")));
        JsonNode brought = Imports.lines("", item).path("items").path(0);
        assertEquals("created", brought.path("outcome").asText(), brought::toString);
        article = Articles.path(brought.path("article"));
        assertEquals(List.of("2021-09-13"), values(article + "/dates?role=mentioned"));
        assertEquals(List.of("unchanged"), Imports.outcomes(Imports.lines("?onExisting=update", item)));
    }

    private static List<String> values(String address) {
        return Json.texts(Api.get(address).is(200).json().path("items"), "value");
    }
}
