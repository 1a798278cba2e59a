package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dates that are derived from the text of an article, and what becomes of them. */
@QuarkusTest
class DerivedDatesTest {

    private static final String TEXT = "😀 وصل الوفد مساء أمس، واستقبله الوزير يوم الاثنين في اجتماع هو الأول منذ 2015."
            + "\n\nوقال الوزير إن العمل بدأ عام 2017.";

    private static String created(Object... members) {
        ObjectNode body = Articles.body(Sources.created(), "body", TEXT);
        return Articles.path(
                Api.post("/v1/articles", Json.with(body, members)).is(201).json());
    }

    private static JsonNode rows(String article) {
        return Api.get(article + "/dates?role=mentioned").is(200).json().path("items");
    }

    /** The mentioned dates in the order of their values. */
    private static List<String> mentions(String article) {
        List<String> mentions = new ArrayList<>();
        rows(article)
                .forEach(row -> mentions.add("%s = %s %s"
                        .formatted(row.path("text").asText(), row.path("value").asText(), origin(row))));
        return mentions;
    }

    private static String origin(JsonNode row) {
        return row.path("origin").asText();
    }

    private static JsonNode row(String article, String text) {
        for (JsonNode row : rows(article)) {
            if (row.path("text").asText().equals(text)) {
                return row;
            }
        }
        throw new AssertionError(text + " is not among " + rows(article));
    }

    private static String path(JsonNode date) {
        return "/v1/dates/" + date.path("id").asText();
    }

    private static int version(String path) {
        return Api.get(path + "?fields=version").is(200).json().path("version").asInt();
    }

    @Test
    void areDerivedFromANewText() {
        String article = created("published", "2021-09-14");
        assertEquals(
                List.of(
                        "منذ 2015 = 2015/.. derived",
                        "عام 2017 = 2017 derived",
                        "مساء أمس = 2021-09-13 derived",
                        "يوم الاثنين = 2021-09-13 derived"),
                mentions(article));
        int[] body = TEXT.codePoints().toArray();
        for (JsonNode row : rows(article)) {
            int start = row.path("startOffset").asInt();
            int end = row.path("endOffset").asInt();
            assertEquals(row.path("text").asText(), new String(body, start, end - start));
            assertEquals(1, row.path("version").asInt());
        }
        assertEquals(1, version(article));
        assertEquals(5, Api.get(article).json().path("dates").size());
        assertEquals(
                1,
                Api.get("/v1/articles?mentions=2016&has=mentions&id=" + article.substring("/v1/articles/".length()))
                        .json()
                        .path("items")
                        .size());
    }

    @Test
    void waitForThePublishedDate() {
        String article = created();
        assertEquals(
                List.of(
                        "مساء أمس =  derived",
                        "يوم الاثنين =  derived",
                        "منذ 2015 = 2015/.. derived",
                        "عام 2017 = 2017 derived"),
                mentions(article));
        JsonNode unresolved = Api.get(article + "/dates?resolved=false").json().path("items");
        assertEquals(List.of("مساء أمس", "يوم الاثنين"), Json.texts(unresolved, "text"));
        assertFalse(unresolved.get(0).path("resolved").asBoolean());
        assertFalse(unresolved.get(0).has("value") || unresolved.get(0).has("precision"), unresolved::toString);

        Api.patch(article, Json.object("published", "2021-09-14")).is(200);
        assertEquals(
                "2021-09-13",
                Api.get(path(unresolved.get(0))).json().path("value").asText());
        assertEquals(2, version(path(unresolved.get(0))));
        assertEquals(1, version(path(row(article, "عام 2017"))), "nothing of it changed");

        String published = path(
                Api.get(article + "/dates?role=published").json().path("items").path(0));
        Api.patch(published, Json.object("value", "2021-09-16")).is(200);
        assertEquals("2021-09-15", row(article, "مساء أمس").path("value").asText());
        assertEquals("2021-09-13", row(article, "يوم الاثنين").path("value").asText());

        Api.delete(published).is(204);
        assertEquals(
                2,
                Api.get(article + "/dates?resolved=false").json().path("items").size());
        Api.post(article + "/dates", Json.object("role", "published", "value", "2021-09-14"))
                .is(201);
        assertEquals("2021-09-13", row(article, "مساء أمس").path("value").asText());
        assertEquals(5, version(article));
    }

    @Test
    void countFromTheDayInTheZoneOfTheSource() {
        String late = "2021-09-13T22:30:00Z";
        String utc = Articles.path(Articles.created(Sources.created(), "body", "وصل أمس", "published", late));
        assertEquals(List.of("أمس = 2021-09-12 derived"), mentions(utc));
        String damascus = Sources.created("timeZone", "Asia/Damascus");
        String there = Articles.path(Articles.created(damascus, "body", "وصل أمس", "published", late));
        assertEquals(List.of("أمس = 2021-09-13 derived"), mentions(there));
        Api.patch(utc, Json.object("source", damascus)).is(200);
        assertEquals(List.of("أمس = 2021-09-13 derived"), mentions(utc));
    }

    @Test
    void followTheBody() {
        String article = created("published", "2021-09-14");
        String monday = path(row(article, "يوم الاثنين"));
        int start = row(article, "يوم الاثنين").path("startOffset").asInt();
        JsonNode given = Api.post(article + "/dates", Json.object("role", "mentioned", "value", "1999"))
                .is(201)
                .json();

        Api.patch(article, Json.object("body", "خبر: " + TEXT.replace("عام 2017", "عام 2018")))
                .is(200);
        assertEquals(
                List.of(
                        " = 1999 given",
                        "منذ 2015 = 2015/.. derived",
                        "عام 2018 = 2018 derived",
                        "مساء أمس = 2021-09-13 derived",
                        "يوم الاثنين = 2021-09-13 derived"),
                mentions(article));
        JsonNode moved = Api.get(monday).is(200).json();
        assertEquals(start + 5, moved.path("startOffset").asInt());
        assertEquals(2, moved.path("version").asInt());

        Api.patch(article, Json.object("body", "نص بلا تاريخ")).is(200);
        assertEquals(List.of(" = 1999 given"), mentions(article));
        assertEquals(given, Api.get(path(given)).json());
        Api.get(monday).isProblem(404, "not-found");
    }

    @Test
    void stayAsTheyAreWhenNothingOfThemChanges() {
        String article = created("published", "2021-09-14");
        JsonNode before = rows(article);
        JsonNode read =
                Api.patch(article, Json.object("title", "عنوان")).is(200).json();
        Api.put(article, read).is(200);
        Api.patch(article, Json.object("modified", "2022")).is(200);
        assertEquals(before, rows(article));
    }

    @Test
    void giveWayToGivenOnes() {
        String article = created("published", "2021-09-14");
        JsonNode derived = row(article, "عام 2017");
        ObjectNode better = Json.object(
                "role",
                "mentioned",
                "value",
                "2017-03",
                "text",
                "عام 2017",
                "startOffset",
                derived.path("startOffset"),
                "endOffset",
                derived.path("endOffset"));
        String given = path(Api.post(article + "/dates", better).is(201).json());
        assertEquals("given", origin(row(article, "عام 2017")));
        assertEquals(4, mentions(article).size());
        Api.patch(article, Json.object("body", "خبر: " + TEXT)).is(200);
        assertEquals("2017-03", row(article, "عام 2017").path("value").asText());
        assertEquals(4, mentions(article).size());

        Api.delete(given).is(204);
        assertEquals("derived", origin(row(article, "عام 2017")), "nobody said that there is none");

        Api.post(article + "/dates", Json.object("role", "mentioned", "value", "2015/.."))
                .is(201);
        assertEquals(
                2,
                mentions(article).stream()
                        .filter(row -> row.contains("= 2015/.. "))
                        .count(),
                "one without a text hides none that has one");
        assertEquals(5, mentions(article).size());
    }

    @Test
    void stayDeleted() {
        String article = created("body", "وصل أمس، وقال أمس إنه عائد", "published", "2021-09-14");
        JsonNode first = rows(article).path(0);
        JsonNode second = rows(article).path(1);
        Api.delete(path(first)).is(204);
        assertEquals(List.of("أمس = 2021-09-13 derived"), mentions(article));

        Api.patch(article, Json.object("published", "2021-09-16")).is(200);
        assertEquals(List.of("أمس = 2021-09-15 derived"), mentions(article));
        assertEquals(path(second), path(rows(article).path(0)));

        Api.patch(article, Json.object("body", "كان قد وصل أمس، وقال أمس إنه عائد"))
                .is(200);
        assertEquals(List.of("أمس = 2021-09-15 derived"), mentions(article));
        assertEquals(21, rows(article).path(0).path("startOffset").asInt());

        Api.patch(article, Json.object("body", "لا شيء")).is(200);
        Api.patch(article, Json.object("body", "كان قد وصل أمس، وقال أمس إنه عائد"))
                .is(200);
        assertEquals(21, rows(article).path(0).path("startOffset").asInt(), "the words came back, not the date");
        assertEquals(1, rows(article).size());

        Api.delete(path(rows(article).path(0))).is(204);
        assertEquals(List.of(), mentions(article));
    }

    @Test
    void becomeGivenWhenTheyAreWritten() {
        String article = created("published", "2021-09-14");
        String monday = path(row(article, "يوم الاثنين"));
        JsonNode patched =
                Api.patch(monday, Json.object("value", "2021-09-06")).is(200).json();
        assertEquals("given", origin(patched));
        Api.patch(article, Json.object("published", "2021-09-30")).is(200);
        Api.patch(article, Json.object("body", TEXT + " تمت.")).is(200);
        assertEquals(
                List.of(
                        "منذ 2015 = 2015/.. derived",
                        "عام 2017 = 2017 derived",
                        "يوم الاثنين = 2021-09-06 given",
                        "مساء أمس = 2021-09-29 derived"),
                mentions(article));

        Api.patch(monday, Json.object("text", null, "startOffset", null, "endOffset", null))
                .is(200);
        assertEquals(4, mentions(article).size(), "the place that it left has no twin");
        Api.delete(monday).is(204);
        assertEquals(3, mentions(article).size());
        Api.patch(article, Json.object("published", "2021-09-14")).is(200);
        assertEquals(3, mentions(article).size());
    }

    @Test
    void areNotDerivedBesideMoreThanAThousandGivenOnes() {
        JsonNode date = Json.object("role", "mentioned", "value", "2021");
        JsonNode report = Imports.lines("", Articles.body(Sources.created(), "dates", Collections.nCopies(1001, date)));
        assertEquals(List.of("rejected"), Imports.outcomes(report));
        assertEquals(
                List.of("too-many-dates "),
                Imports.findings(report.path("items").path(0)));
    }

    @Test
    void areTheFirstTenThousandOfATextThatHasMore() {
        String article = "/v1/articles/"
                + Api.post(
                                "/v1/articles",
                                Articles.body(Sources.created(), "body", "عام 2011 ".repeat(10_001)),
                                "Prefer",
                                "return=minimal")
                        .is(201)
                        .header("Location")
                        .replaceFirst(".*/", "");
        JsonNode total = Api.get(article + "/dates?count=exact&limit=1").json().path("total");
        assertEquals(10_000, total.path("value").asInt());
    }
}
