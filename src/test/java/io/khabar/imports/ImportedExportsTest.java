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
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Articles that come from another service with their dates, once and again. */
@QuarkusTest
class ImportedExportsTest {

    private static final String WEEKDAY = "يصل الوفد يوم الاثنين.";

    private static ObjectNode weekday(String source) {
        return article(source, WEEKDAY, "2021-09-15");
    }

    /** Takes an article and its source away, as if this were another service. */
    private static void forget(JsonNode article) {
        Api.delete(Articles.path(article)).is(204);
        Api.delete("/v1/sources/" + article.at("/source/key").asText()).is(204);
    }

    private static List<String> dates(JsonNode article) {
        List<String> dates = new ArrayList<>();
        for (JsonNode date : Api.get(Articles.path(article)).is(200).json().path("dates")) {
            dates.add(date.path("role").asText() + " " + date.path("value").asText() + " "
                    + date.path("origin").asText());
        }
        return dates;
    }

    private static ObjectNode mentioned(ObjectNode article) {
        for (JsonNode date : article.path("dates")) {
            if (date.path("role").asText().equals("mentioned")) {
                return (ObjectNode) date;
            }
        }
        throw new AssertionError(article);
    }

    @Test
    void keepTheDatesThatWereReadWithABias() {
        String source = Sources.created();
        lines("?bias=future", weekday(source));
        ObjectNode article = exported(source);
        forget(article);
        assertEquals(List.of("created"), outcomes(lines("", article)));
        List<String> read = List.of("published 2021-09-15 given", "mentioned 2021-09-20 derived");
        assertEquals(read, dates(article));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
        // One more date says nothing about how the text is to be read.
        Api.post(Articles.path(article) + "/dates", Json.object("role", "mentioned", "value", "2030"))
                .is(201);
        assertEquals(
                List.of("published 2021-09-15 given", "mentioned 2021-09-20 derived", "mentioned 2030 given"),
                dates(article));
    }

    @Test
    void keepTheDatesThatWereReadInAZone() {
        String source = Sources.created("timeZone", "Asia/Damascus");
        lines("", article(source, "وصل الوفد أمس.", "2021-09-12T22:30:00Z"));
        ObjectNode article = exported(source);
        forget(article);
        assertEquals(List.of("created"), outcomes(lines("", article)));
        assertEquals(List.of("mentioned 2021-09-12 derived", "published 2021-09-12T22:30:00Z given"), dates(article));
    }

    @Test
    void areReadInTheSameZoneWhenTheirDayChanges() {
        String source = Sources.created("timeZone", "Asia/Damascus");
        lines("", article(source, "وصل الوفد أمس.", "2021-09-12T10:00:00Z"));
        ObjectNode article = exported(source);
        assertEquals("Asia/Damascus", article.path("zone").asText());
        forget(article);
        lines("", article);
        assertEquals(article.path("zone"), exported(source).path("zone"));
        Api.patch(Articles.path(article), Json.object("published", "2021-09-13T22:30:00Z"))
                .is(200);
        assertEquals(List.of("mentioned 2021-09-13 derived", "published 2021-09-13T22:30:00Z given"), dates(article));
    }

    @Test
    void areReadWithTheSameBiasWhenTheirDayChanges() {
        String source = Sources.created();
        lines("?bias=future&zone=Asia/Damascus", weekday(source));
        ObjectNode article = exported(source);
        assertEquals("future", article.path("bias").asText());
        assertEquals("Asia/Damascus", article.path("zone").asText());
        forget(article);
        lines("", article);
        assertEquals("future", exported(source).path("bias").asText());
        assertEquals("Asia/Damascus", exported(source).path("zone").asText());
        Api.patch(Articles.path(article), Json.object("published", "2021-09-22"))
                .is(200);
        assertEquals(List.of("published 2021-09-22 given", "mentioned 2021-09-27 derived"), dates(article));
    }

    @Test
    void areReadAsInUtcWhereNobodySaidAZone() {
        String source = Sources.created();
        lines("", article(source, "وصل الوفد أمس.", "2021-09-12T10:00:00Z"));
        ObjectNode article = exported(source);
        assertEquals("UTC", article.path("zone").asText());
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
        forget(article);
        Api.post("/v1/sources", Json.object("key", source, "name", "سيريانيوز", "timeZone", "Asia/Damascus"))
                .is(201);
        assertEquals(List.of("created"), outcomes(lines("", article)));
        assertEquals("UTC", exported(source).path("zone").asText());
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
        Api.patch(Articles.path(article), Json.object("published", "2021-09-12T22:30:00Z"))
                .is(200);
        assertEquals(List.of("mentioned 2021-09-11 derived", "published 2021-09-12T22:30:00Z given"), dates(article));
    }

    @Test
    void areRefusedWhereTheZoneIsNone() {
        ObjectNode article =
                weekday(Sources.created()).put("zone", "Asia/Atlantis").put("bias", "later");
        article.putArray("derived");
        JsonNode report = lines("", article);
        assertEquals(List.of("rejected"), outcomes(report));
        assertEquals(List.of("invalid zone", "invalid bias"), Imports.findings(report.at("/items/0")));
    }

    @Test
    void areReadAnewWhereTheImportSaysHow() {
        String source = Sources.created();
        lines("?bias=future", weekday(source));
        ObjectNode article = exported(source);
        forget(article);
        lines("?bias=past&override=true", article);
        assertEquals(List.of("mentioned 2021-09-13 derived", "published 2021-09-15 given"), dates(article));
        forget(article);
        // Of another day, but still with the bias with which it was read where it comes from.
        lines("?published=2021-09-08&override=true", article);
        assertEquals(List.of("published 2021-09-08 given", "mentioned 2021-09-13 derived"), dates(article));
    }

    @Test
    void haveTheDatesOfTheLanguageThatTheImportSays() {
        String source = Sources.created();
        lines("", article(source, "وصل الوفد أمس.", "2021-09-15").put("language", "ky"));
        ObjectNode article = exported(source);
        assertEquals(List.of("published 2021-09-15 given"), dates(article));
        forget(article);
        // What was given there stays.
        lines("?language=ar", article);
        assertEquals("ky", exported(source).path("language").asText());
        forget(article);
        lines("?language=ar&override=true", article);
        assertEquals("ar", exported(source).path("language").asText());
        assertEquals(List.of("mentioned 2021-09-14 derived", "published 2021-09-15 given"), dates(article));
    }

    @Test
    void keepTheDatesThatWereReadThereWhereTheImportSaysTheSame() {
        String source = Sources.created();
        lines("", weekday(source));
        ObjectNode article = exported(source);
        mentioned(article).put("value", "2021-09-20");
        for (String override : List.of("false", "true")) {
            forget(article);
            lines("?language=ar&published=2021-09-15&override=" + override, article);
            assertEquals(List.of("published 2021-09-15 given", "mentioned 2021-09-20 derived"), dates(article));
        }
    }

    @Test
    void cannotSayOfWhatNobodyDerivesThatItWasDerived() {
        ObjectNode article = Articles.body(Sources.created(), "externalId", Sources.fresh("e"));
        JsonNode stored = lines("", article).at("/items/0/article");
        article.put("body", WEEKDAY).putArray("derived").add("body").add("nothing");
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update", article)));
        assertEquals(
                WEEKDAY,
                Api.get(Articles.path(stored)).is(200).json().path("body").asText());
    }

    @Test
    void bringWhatWasCorrectedWhereTheyComeFrom() {
        String source = Sources.created();
        lines("", weekday(source));
        ObjectNode article = exported(source);
        String id = mentioned(article).path("id").asText();
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
        for (String value : List.of("2021-09-20", "2021-09-27")) {
            mentioned(article).put("origin", "given").put("value", value);
            assertEquals(List.of("updated"), outcomes(lines("?onExisting=update", article)));
            assertEquals(List.of("published 2021-09-15 given", "mentioned " + value + " given"), dates(article));
            assertEquals(
                    value,
                    Api.get("/v1/dates/" + id).is(200).json().path("value").asText());
            assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
        }
    }

    @Test
    void bringWhatIsReadInAnotherWayThere() {
        String source = Sources.created();
        lines("", weekday(source));
        ObjectNode article = exported(source);
        mentioned(article).put("value", "2021-09-20");
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update", article)));
        assertEquals(List.of("published 2021-09-15 given", "mentioned 2021-09-20 derived"), dates(article));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
    }

    @Test
    void takeAwayWhatWasTakenAwayThere() {
        String source = Sources.created();
        lines("", weekday(source));
        ObjectNode article = exported(source);
        ArrayNode left = article.putArray("dates");
        exported(source).path("dates").forEach(date -> {
            if (!date.path("role").asText().equals("mentioned")) {
                left.add(date);
            }
        });
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update", article)));
        assertEquals(List.of("published 2021-09-15 given"), dates(article));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
        Api.patch(Articles.path(article), Json.object("published", "2021-09-22"))
                .is(200);
        assertEquals(List.of("published 2021-09-22 given"), dates(article));
    }

    @Test
    void emptyTheListsThatAreEmptyThere() {
        ObjectNode article = Articles.body(
                Sources.created(),
                "externalId",
                Sources.fresh("e"),
                "keywords",
                List.of("تعليم"),
                "authors",
                List.of("لينا الأحمد"));
        JsonNode first = lines("", article).at("/items/0/article");
        article.remove("authors");
        article.putArray("keywords");
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update", article)));
        JsonNode stored = Api.get(Articles.path(first)).is(200).json();
        assertEquals(Json.tree("[]"), stored.path("keywords"));
        assertEquals(List.of("لينا الأحمد"), Json.texts(stored.path("authors"), "name"));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
    }

    @Test
    void giveADateAnotherIdWhereItsIdIsTaken() {
        String source = Sources.created();
        ObjectNode other = weekday(source);
        lines("", other);
        String taken = mentioned(exported(source)).path("id").asText();
        ObjectNode article = Articles.body(source, "externalId", Sources.fresh("e"));
        lines("", article);
        article.set("dates", Json.tree("[{'id': '" + taken + "', 'role': 'mentioned', 'value': '2020'}]"));
        JsonNode report = lines("?onExisting=update", article);
        assertEquals(List.of("updated"), outcomes(report), report::toString);
        assertEquals(List.of("mentioned 2020 given"), dates(report.at("/items/0/article")));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", article)));
    }
}
