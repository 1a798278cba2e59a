package io.khabar.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.fixture.KeysForTests;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A raw news text becomes an article with the dates that it speaks of. */
@QuarkusTest
class ImportedDatesTest {

    private static final String TEXT = """
            أجرى وزير الموارد المائية زيارة غير معلنة إلى المدينة الساحلية، وتم بحث آخر التطورات في مشاريع المياه.
            وأفادت البلدية في بيان أن الوفد وصل في زيارة غير معلنة مساء أمس.
            وتسبب الجفاف بنزوح آلاف الأشخاص منذ 2011، وبدأت المديرية مؤخراَ حملة لحفر الآبار.
            وقال الوزير إن الشح يشكل "عائقا أمام البلاد" الغارقة في الأزمة منذ عام 2011، وإن الشبكة تغطي 90% من الأحياء.
            واستقبل المحافظ الوفد في مكتبه، يوم الاثنين، في اجتماع هو الأول في المدينة منذ 2015.
            وبدأ العمل في محطة التحلية عام 2015، وتوسعت المحطة عام 2017، كما تسلمت شركة محلية إدارتها لمدة 48 عاما.
            سيريانيوز""";

    private static ValidatableResponse imported(String source, String query) {
        return given().header("X-API-Key", KeysForTests.ADMIN)
                .contentType("text/plain; charset=UTF-8")
                .body(TEXT.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?source=" + source + query)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"));
    }

    private static String line(Map<String, Object> date) {
        return "%s %s %s [%s, %s) %s %s %s"
                .formatted(
                        date.get("role"),
                        date.get("value"),
                        date.get("precision"),
                        date.get("earliest"),
                        date.get("latest"),
                        date.get("resolved"),
                        date.get("origin"),
                        date.get("text"));
    }

    @Test
    void hasEachDateOfTheTextAndNoOther() {
        String source = Sources.created("timeZone", "Asia/Damascus");
        ValidatableResponse answer = imported(source, "&published=2021-09-14")
                .body("", aMapWithSize(2))
                .body("totals.created", equalTo(1))
                .body("totals.items", equalTo(1))
                .body("items", hasSize(1))
                .body("items[0].index", equalTo(0))
                .body("items[0].outcome", equalTo("created"))
                .body("items[0].findings", hasSize(0))
                .body("items[0].article.source.key", equalTo(source))
                .body("items[0].article.language", equalTo("ar"))
                .body("items[0].article.direction", equalTo("rtl"))
                .body("items[0].article.lead", equalTo(TEXT.lines().findFirst().orElseThrow()))
                .body(
                        "items[0].article.body",
                        equalTo(String.join("\n\n", TEXT.lines().limit(6).toList())))
                .body("items[0].article.published.value", equalTo("2021-09-14"))
                .body("items[0].article.version", equalTo(1))
                .body("items[0].article.derived", contains("keywords", "lead", "language", "direction"));

        String body = answer.extract().path("items[0].article.body");
        int[] codePoints = body.codePoints().toArray();
        List<Map<String, Object>> dates = answer.extract().path("items[0].article.dates");
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> date : dates) {
            lines.add(line(date));
            if (date.get("startOffset") instanceof Integer start && date.get("endOffset") instanceof Integer end) {
                assertEquals(date.get("text"), new String(codePoints, start, end - start));
            }
        }
        assertEquals(
                List.of(
                        "mentioned 2011/.. interval [2011-01-01T00:00:00Z, null) true derived منذ 2011",
                        "mentioned 2011/.. interval [2011-01-01T00:00:00Z, null) true derived منذ عام 2011",
                        "mentioned 2015/.. interval [2015-01-01T00:00:00Z, null) true derived منذ 2015",
                        "mentioned 2015 year [2015-01-01T00:00:00Z, 2016-01-01T00:00:00Z) true derived عام 2015",
                        "mentioned 2017 year [2017-01-01T00:00:00Z, 2018-01-01T00:00:00Z) true derived عام 2017",
                        "mentioned 2021-09-13 day [2021-09-13T00:00:00Z, 2021-09-14T00:00:00Z) true derived مساء أمس",
                        "mentioned 2021-09-13 day [2021-09-13T00:00:00Z, 2021-09-14T00:00:00Z) true derived يوم الاثنين",
                        "published 2021-09-14 day [2021-09-14T00:00:00Z, 2021-09-15T00:00:00Z) true given null"),
                lines);
    }

    @Test
    void leavesRelativeDatesOpenWithoutAPublishedDate() {
        List<Map<String, Object>> dates =
                imported(Sources.created(), "").extract().path("items[0].article.dates");
        assertEquals(
                List.of(
                        "mentioned null null [null, null) false derived مساء أمس",
                        "mentioned null null [null, null) false derived يوم الاثنين"),
                dates.stream()
                        .map(ImportedDatesTest::line)
                        .filter(line -> line.contains(" false "))
                        .toList());
        assertEquals(7, dates.size());
    }
}
