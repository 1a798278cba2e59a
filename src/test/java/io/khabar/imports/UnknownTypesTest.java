package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.article.OnExisting;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs of which nobody says what they are, and rows that are something else: their bytes tell. */
@QuarkusTest
class UnknownTypesTest {

    private static final String OCTETS = "application/octet-stream";

    private String source = "";

    private JsonNode article = Json.object();

    @BeforeEach
    void makeAnArticle() {
        source = Sources.created();
        article = Articles.body(source);
    }

    /** The same article, as far as its kind can say it, in each kind of input. */
    private Map<String, byte[]> inputs() throws IOException {
        String text = article.path("body").asText();
        Map<String, byte[]> inputs = new HashMap<>();
        inputs.put("text", utf8(text));
        inputs.put(
                "page",
                utf8("<!DOCTYPE html><html><body><article><p>" + text.repeat(9) + "</p></article></body></html>"));
        inputs.put(
                "feed",
                utf8("<?xml version='1.0'?>\n<rss version='2.0'><channel><title>x</title><item><description>" + text
                        + "</description></item></channel></rss>"));
        inputs.put("lines", utf8(article + "\n" + article + "\n"));
        inputs.put("marked", utf8("\uFEFF" + article + "\n" + article + "\n"));
        inputs.put("array", utf8("[\n" + article + ",\n" + article + "\n]"));
        inputs.put("pretty", utf8("{\n\"items\": [" + article + "]\n}"));
        inputs.put("table", utf8("source,body\n" + source + ",\"" + text + "\"\n"));
        inputs.put("excel", utf8("\uFEFFsep=;\r\n\"Body\";\"source\"\r\n\"" + text + "\";" + source + "\r\n"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(utf8(article.toString()));
        }
        inputs.put("gzip", packed.toByteArray());
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("articles"));
            zip.write(inputs.get("table"));
        }
        inputs.put("zip", archive.toByteArray());
        return inputs;
    }

    private byte[] input(String kind) throws IOException {
        return Objects.requireNonNull(inputs().get(kind));
    }

    @Test
    void areReadAsWhatTheyAre() throws IOException {
        for (Map.Entry<String, byte[]> input : inputs().entrySet()) {
            String query = "?dryRun=true&source=" + source;
            JsonNode report =
                    Imports.send(OCTETS, input.getValue(), query).is(200).json();
            assertEquals("created", report.at("/items/0/outcome").asText(), input.getKey() + report);
            String start = article.path("body").asText().substring(0, 12);
            assertTrue(report.at("/items/0/article/body").asText().startsWith(start), input.getKey());
            JsonNode without = Api.send("POST", "/v1/imports" + query, BodyPublishers.ofByteArray(input.getValue()))
                    .is(200)
                    .json();
            assertEquals(report.path("totals"), without.path("totals"), input.getKey());
            assertEquals(findings(report.at("/items/0")), findings(without.at("/items/0")));
            assertFalse(findings(report.at("/items/0")).contains("type-corrected "));
        }
    }

    @Test
    void areTextsWhereTheyAreToBeParted() {
        JsonNode report = Imports.send(
                        OCTETS, utf8("نص أول قصير.\n---\nنص ثان قصير."), "?dryRun=true&split=true&source=" + source)
                .is(200)
                .json();
        assertEquals(List.of("created", "created"), outcomes(report));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "array", "table", "gzip", "zip"})
    void haveNoAddressWhereTheyAreSeveral(String kind) throws IOException {
        JsonNode problem = Imports.send(OCTETS, input(kind), "?dryRun=true&url=https://example.org/1")
                .is(400)
                .json();
        assertEquals("invalid-request", problem.path("code").asText());
        assertEquals(
                Json.tree(
                        "[{'parameter': 'url', 'code': 'invalid', 'detail': 'is for an input that is one article, or a"
                                + " feed; the articles of others have their own'}]"),
                problem.path("errors"));
    }

    @Test
    void mayHaveAnAddressWhereTheyAreOne() throws IOException {
        String url = "https://example.org/" + Sources.fresh("u");
        for (String kind : List.of("text", "page")) {
            JsonNode report = Imports.send(OCTETS, input(kind), "?dryRun=true&source=" + source + "&url=" + url)
                    .is(200)
                    .json();
            assertEquals(url, report.at("/items/0/article/url").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-ndjson, feed, NDJSON, a feed",
        "application/x-ndjson, array, NDJSON, JSON",
        "application/x-ndjson, pretty, NDJSON, JSON",
        "application/x-ndjson, table, NDJSON, CSV",
        "application/x-ndjson, gzip, NDJSON, a gzip file",
        "application/x-ndjson, zip, NDJSON, a ZIP archive",
        "text/csv, feed, CSV, a feed",
        "text/csv, array, CSV, JSON",
        "text/csv, pretty, CSV, JSON",
        "text/csv, lines, CSV, NDJSON",
        "text/csv, gzip, CSV, a gzip file",
        "text/csv, zip, CSV, a ZIP archive"
    })
    void areSeenWhereTheyAreSentAsRows(String type, String kind, String said, String is) throws IOException {
        JsonNode report = Imports.send(type, input(kind), "?dryRun=true&source=" + source)
                .is(200)
                .json();
        JsonNode first = report.at("/items/0");
        assertEquals("created", first.path("outcome").asText(), report::toString);
        assertEquals("type-corrected", first.at("/findings/0/code").asText());
        assertEquals(
                "It was sent as " + said + ", but is " + is + ".",
                first.at("/findings/0/detail").asText());
        assertEquals(0, report.at("/totals/rejected").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-ndjson, NDJSON, a page",
        "text/csv, CSV, a page",
        "application/x-ndjson, NDJSON, XML",
        "text/csv, CSV, XML"
    })
    void areOneProblemWhereTheyAreNoArticles(String type, String said, String is) {
        String body = is.equals("XML") ? "<?xml version='1.0'?>\n<notes>\n" : "<!DOCTYPE html>\n<html>\n";
        JsonNode problem = Imports.send(type, utf8(body + "<p>x</p>\n".repeat(500)), "?dryRun=true")
                .is(400)
                .json();
        assertEquals(
                Json.tree("[{'pointer': '', 'code': 'wrong-type', 'detail': 'is sent as " + said + ", but is " + is
                        + "'}]"),
                problem.path("errors"));
    }

    /** One line that is none is one rejected item, also the first one. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"body\":", "[1]", "[]", "no JSON", "{ x", "source, body and more"})
    void areLinesWhereALineIsNone(String line) {
        JsonNode report = Imports.lines("?dryRun=true", line + "\n" + article);
        assertEquals(List.of("rejected", "created"), outcomes(report));
    }

    /** Who sends a line and waits for what becomes of it is answered before the next one comes. */
    @Test
    void areToldByTheFirstLineAlone() throws IOException {
        InputStream never = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("nothing more is sent");
            }

            @Override
            public int read(byte[] into, int from, int most) {
                return read();
            }
        };
        InputStream sent = new SequenceInputStream(new ByteArrayInputStream(utf8("\n" + article + "\n")), never);
        ImportParameters given = new ImportParameters(Json.object(), false, OnExisting.SKIP, true, false);
        Unread first = new Inputs(given, name -> false)
                .open(Form.LINES, MediaType.valueOf("application/x-ndjson"), sent)
                .input()
                .next();
        assertEquals(article, Objects.requireNonNull(first).read().fields());
    }
}
