package io.khabar.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an import derived stays marked, until a person says otherwise. */
@QuarkusTest
class DerivedFieldsTest {

    private static final String LEAD = "خبر عاجل من دمشق اليوم.";

    /** A raw text with a source that its last line names. */
    private static String imported() {
        String name = "وكالة " + Sources.fresh("derived");
        JsonNode item = Imports.text("", LEAD + "\nفقرة ثانية من الخبر.\nالمصدر: " + name)
                .path("items")
                .get(0);
        assertEquals("created", item.path("outcome").asText());
        return Articles.path(item.path("article"));
    }

    private static JsonNode derived(String path) {
        return Api.get(path).json().path("derived");
    }

    @Test
    void marksWhatWasFoundInTheText() {
        assertEquals(Json.tree("['source', 'keywords', 'lead', 'language', 'direction']"), derived(imported()));
    }

    @Test
    void keepsTheMarksWhenSomethingElseIsWritten() {
        String path = imported();
        Api.patch(path, Json.object("section", "محليات")).is(200);
        assertEquals(Json.tree("['source', 'keywords', 'lead', 'language', 'direction']"), derived(path));
        assertEquals(LEAD, Api.get(path).json().path("lead").asText());
    }

    @Test
    void takesTheWordOfAPersonAndGivesItBackWithNull() {
        String path = imported();
        Api.patch(path, Json.object("lead", "خلاصة.")).is(200);
        assertEquals(Json.tree("['source', 'keywords', 'language', 'direction']"), derived(path));
        Api.patch(path, Json.object("body", "نص جديد.\n\nفقرة.")).is(200);
        assertEquals("خلاصة.", Api.get(path).json().path("lead").asText());
        Api.patch(path, Json.object("lead", null)).is(200);
        assertEquals("نص جديد.", Api.get(path).json().path("lead").asText());
        assertEquals(Json.tree("['source', 'keywords', 'lead', 'language', 'direction']"), derived(path));
    }

    @Test
    void derivesTheLeadAgainWhenTheBodyChanges() {
        String path = imported();
        String first = "كلمة ".repeat(80).strip();
        Api.patch(path, Json.object("body", first + "\n\nفقرة.")).is(200);
        assertEquals(
                "كلمة ".repeat(60).strip(), Api.get(path).json().path("lead").asText());
    }

    @Test
    void takesWhatIsReplacedByAnotherValueAsGiven() {
        String path = imported();
        JsonNode article = Api.get(path).json();
        Api.put(path, article).is(200);
        assertEquals(Json.tree("['source', 'keywords', 'lead', 'language', 'direction']"), derived(path));
        Api.put(path, Json.with(article.deepCopy(), "keywords", List.of("مدارس"), "language", "fa"))
                .is(200);
        assertEquals(Json.tree("['source', 'lead', 'direction']"), derived(path));
    }

    @Test
    void isNotOverruledByAnImportThatOnlyDerives() {
        String path = imported();
        JsonNode exported = Api.get(path).json();
        Api.patch(path, Json.object("lead", "خلاصة.", "language", "fa")).is(200);
        JsonNode report = Imports.lines("?onExisting=update", exported);
        assertEquals("unchanged", report.path("items").get(0).path("outcome").asText());
        assertEquals("خلاصة.", Api.get(path).json().path("lead").asText());
        assertEquals("fa", Api.get(path).json().path("language").asText());
    }

    @Test
    void stayAwayWhereAPersonTookThemAway() {
        String text = "خطة جديدة لطرق المدينة\n\nأعلنت وزارة النقل خطة لإصلاح الطرق في المدينة القديمة هذا العام.";
        String query = "?source=" + Sources.created() + "&onExisting=update";
        JsonNode first = Imports.text(query, text).path("items").get(0);
        assertEquals("created", first.path("outcome").asText());
        String path = Articles.path(first.path("article"));
        assertEquals(
                "خطة جديدة لطرق المدينة", Api.get(path).json().path("title").asText());
        Api.patch(path, Json.object("title", null)).is(200);
        JsonNode corrected = Api.get(path).is(200).json();
        assertEquals("unchanged", Imports.outcomes(Imports.text(query, text)).getFirst());
        assertEquals(corrected, Api.get(path).is(200).json());
    }
}
