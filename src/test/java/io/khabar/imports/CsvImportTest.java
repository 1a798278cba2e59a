package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles as rows of a table. */
@QuarkusTest
class CsvImportTest {

    /** What Excel saves as "Unicode Text", and what `>` writes in PowerShell. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void isReadInUtf16WithItsByteOrderMark(String charset) {
        String source = Sources.created();
        String table = "\uFEFFsource\tbody\ttitle\r\n" + source + "\t\"وصل الوفد.\nثم عاد.\"\tعنوان\r\n";
        JsonNode report = Imports.send("text/csv", table.getBytes(Charset.forName(charset)), "?dryRun=true")
                .is(200)
                .json();
        assertEquals(List.of("created"), outcomes(report));
        assertEquals("وصل الوفد.\nثم عاد.", report.at("/items/0/article/body").asText());
        assertEquals("عنوان", report.at("/items/0/article/title").asText());
        String line = "\uFEFF{\"source\": \"" + source + "\", \"body\": \"وصل الوفد.\"}\r\n";
        JsonNode lines = Imports.send("application/x-ndjson", line.getBytes(Charset.forName(charset)), "?dryRun=true")
                .is(200)
                .json();
        assertEquals("وصل الوفد.", lines.at("/items/0/article/body").asText());
    }

    private static JsonNode imported(byte[] table, String query) {
        return Imports.send("text/csv", table, query).is(200).json();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "\uFEFF,", "\uFEFF;", "\uFEFF\t"})
    void readsTheFieldsThatTheFirstRowNames(String start) {
        String source = Sources.created();
        String delimiter = start.replace("\uFEFF", "");
        String table = start.replace(delimiter, "")
                + "source,externalId,TITLE,body,keywords,authors,published,wordCount\r\n".replace(",", delimiter)
                + String.join(
                        delimiter,
                        source,
                        "e1",
                        "\"عنوان \"\"كبير\"\"\"",
                        "\"سطر أول\nسطر، ثان; وثالث\"",
                        "تعليم|مدارس",
                        "لينا الأحمد | Omar",
                        "2021-09",
                        "7")
                + "\r\n\r\n"
                + String.join(delimiter, source, "e2", "", "نص آخر", "", "", "", "");
        JsonNode report = imported(utf8(table), "");
        assertEquals(List.of("created", "created"), outcomes(report), report::toString);
        JsonNode article = Api.get(
                        "/v1/articles/" + report.at("/items/0/article/id").asText())
                .json();
        assertEquals("عنوان \"كبير\"", article.path("title").asText());
        assertEquals("سطر أول\nسطر، ثان; وثالث", article.path("body").asText());
        assertEquals(Json.tree("['تعليم', 'مدارس']"), article.path("keywords"));
        assertEquals(List.of("لينا الأحمد", "Omar"), Json.texts(article.path("authors"), "name"));
        assertEquals("2021-09", article.at("/published/value").asText());
        assertEquals(List.of("exists", "exists"), outcomes(imported(utf8(table), "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\n", "\uFEFFsep=;\n", "\"sep=;\"\n"})
    void readsOverWhatExcelPutsBeforeTheTable(String first) {
        String table = first + "body;section\nنص أول, وثان, وثالث;محليات\n";
        JsonNode report = imported(utf8(table), "?source=" + Sources.created());
        assertEquals(List.of("created"), outcomes(report), report::toString);
    }

    @Test
    void numbersAColumnWithoutAName() {
        assertTrue(Imports.send("text/csv", utf8("body,,\nx,1,2\n"), "")
                .isProblem(400, "invalid-request", " unknown-field", " unknown-field")
                .text()
                .contains("without a name, number 2"));
    }

    @Test
    void rejectsARowAndGoesOn() {
        String source = Sources.created();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes(utf8("body,published\nنص أول,2021\nنص,2021-13\nنص,2021,x\n"));
        table.write(0xC0);
        table.writeBytes(utf8(",2021\n,2021\nنص أخير,\n"));
        JsonNode report = imported(table.toByteArray(), "?source=" + source);
        assertEquals(List.of("created", "rejected", "rejected", "rejected", "rejected", "created"), outcomes(report));
        assertEquals(List.of("invalid published"), findings(report.path("items").get(1)));
        assertEquals(List.of("columns "), findings(report.path("items").get(2)));
        assertEquals(List.of("encoding body"), findings(report.path("items").get(3)));
        assertEquals(List.of("required body"), findings(report.path("items").get(4)));
    }

    @Test
    void goesOnBehindARowWithMoreAfterItsQuote() {
        String source = Sources.created();
        JsonNode report =
                imported(utf8("body,title\n\"نص\"ج,ا\n\"قال \"نعم\" ثم\",ب\nنص ثان,ج\n"), "?source=" + source);
        assertEquals(List.of("created", "created", "created"), outcomes(report));
        assertEquals(
                List.of("نصج", "قال نعم\" ثم\"", "نص ثان"),
                report.path("items").findValues("article").stream()
                        .map(article -> Api.get(
                                        "/v1/articles/" + article.path("id").asText())
                                .is(200)
                                .json()
                                .path("body")
                                .asText())
                        .toList());
    }

    @Test
    void endsWhereQuotesAreNotClosed() {
        String source = Sources.created();
        JsonNode report = imported(utf8("body\nنص\n\"نص بلا نهاية\nنص\n"), "?source=" + source);
        assertEquals(List.of("created", "rejected"), outcomes(report));
        assertEquals(List.of("malformed-csv "), findings(report.path("items").get(1)));
    }

    @Test
    void refusesATableWithOtherColumns() {
        Imports.send("text/csv", utf8("source,boddy\nx,y\n"), "")
                .isProblem(400, "invalid-request", " unknown-field", " required");
        Imports.send("text/csv", utf8(""), "").isProblem(400, "invalid-request");
    }
}
