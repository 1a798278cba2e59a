package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several files at once: forms, ZIP archives and what gzip packed. */
@QuarkusTest
class ArchiveImportTest {

    private static final String TEXT = "أعيد فتح المرفأ أمام السفن بعد إضراب دام شهرا.";
    private static final String PAGE =
            "<html><title>Harbour reopens</title><p>The harbour reopened to ships on Tuesday,"
                    + " after a strike that had closed it for nineteen days.";
    private static final String FEED =
            "<rss><channel><title>Gazette</title><item><guid>1</guid><description>The bridge is"
                    + " open.</description></item><item><guid>2</guid><description>It is"
                    + " closed.</description></item></channel></rss>";

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndBytes[i].toString()));
                zip.write(namesAndBytes[i + 1] instanceof byte[] raw ? raw : utf8(namesAndBytes[i + 1].toString()));
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1256", "UTF-8"})
    void readsNamesThatAreInSomeCodePage(String charset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // ZipOutputStream marks names as UTF-8 only where it is told to write UTF-8: here it is told that octets are
        // letters.
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
            byte[] name = "خبر.txt".getBytes(Charset.forName(charset));
            zip.putNextEntry(new ZipEntry(new String(name, StandardCharsets.ISO_8859_1)));
            zip.write(utf8(TEXT));
            zip.putNextEntry(new ZipEntry("b.txt"));
            zip.write(utf8(TEXT.replace("شهرا", "عاما")));
        }
        JsonNode report = report("application/zip", bytes.toByteArray());
        assertEquals(List.of("created", "created"), outcomes(report), report::toString);
        if (charset.equals("UTF-8")) {
            assertTrue(report.toString().contains("خبر.txt"), report::toString);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static JsonNode report(String type, byte[] bytes) {
        return Imports.send(type, bytes, "?dryRun=true&source=" + Sources.created())
                .is(200)
                .json();
    }

    private static List<String> details(JsonNode report) {
        return io.khabar.fixture.Json.texts(report.at("/items/0/findings"), "detail");
    }

    @Test
    void holdFilesOfAllKinds() throws IOException {
        String source = Sources.created();
        byte[] archive = zip(
                "a/",
                "",
                "__MACOSX/x",
                "x",
                "a/.hidden",
                "x",
                "a/خبر.txt",
                TEXT,
                "page.html",
                PAGE,
                "feed.xml",
                FEED,
                "lines.ndjson",
                Articles.body(source) + "\n" + Articles.body(source, "externalId", "x"),
                "table.csv",
                "body\n" + TEXT,
                "noname",
                "[" + Articles.body(source, "externalId", "y") + "]",
                "packed.csv.gz",
                gzip(utf8("body\nنص.")),
                "bad.xml",
                "nothing",
                "last.txt",
                TEXT + TEXT);
        JsonNode report = report("application/zip", archive);
        assertEquals(11, report.path("items").size());
        assertEquals(1, report.path("totals").path("rejected").asInt());
        assertEquals("From the file `a/خبر.txt`.", details(report).get(0));
        assertEquals(List.of("file ", "no-feed "), findings(report.path("items").get(9)));
        assertEquals("Harbour reopens", report.at("/items/1/article/title").asText());
    }

    @Test
    void goOnBehindAFileInNoEncoding() throws IOException {
        byte[] odd = {(byte) 0xFE, (byte) 0xFF, 0, 0};
        JsonNode report = report("application/zip", zip("a.json", odd, "b.txt", TEXT));
        assertEquals(List.of("rejected", "created"), outcomes(report));
        assertEquals(
                List.of("file ", "malformed-json "),
                findings(report.path("items").get(0)));
    }

    @Test
    void areSeenUnderAnotherType() throws IOException {
        JsonNode report = report("text/plain", zip("a.txt", TEXT));
        assertEquals(List.of("created"), outcomes(report));
        assertTrue(findings(report.path("items").get(0)).contains("type-corrected "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TEXT,
                PAGE,
                FEED,
                "{\"body\":\"x\"}\n{\"body\":\"y\"}",
                "[{\"body\":\"x\"}]",
                "{\n\"body\":\"x\"}"
            })
    void mayBeOneFileThatIsPacked(String content) throws IOException {
        JsonNode report = report("application/gzip", gzip(utf8(content)));
        assertEquals(0, report.path("totals").path("rejected").asInt(), report.toString());
        assertTrue(report.path("totals").path("created").asInt() > 0);
    }

    @Test
    void areOpenedInEachOtherOnceAndNotTwice() throws IOException {
        assertEquals(
                List.of("created", "created"),
                outcomes(report("application/zip", zip("a.zip", zip("a.txt", TEXT, "b.txt", TEXT + TEXT)))));
        JsonNode report = report("application/zip", zip("a.zip", zip("b.zip", zip("c.txt", TEXT), "d.txt", TEXT)));
        assertEquals(List.of("rejected", "created"), outcomes(report));
        assertTrue(findings(report.path("items").get(0)).contains("nested-archive "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.ndjson", "a.txt", "a.html", "a.zip", "a", "a.csv", "a.json"})
    void mayNotGrowWithoutEnd(String name) throws IOException {
        byte[] zeros = new byte[64 << 20];
        Arrays.fill(zeros, (byte) ' ');
        JsonNode report = report("application/zip", zip(name, zeros, "b.txt", TEXT));
        assertTrue(report.path("items").toString().contains("times as large"), report.toString());
        assertTrue(report.path("totals").path("rejected").asInt() > 0);
        byte[] twice = gzip(gzip(zeros));
        assertTrue(report("application/gzip", twice).path("items").toString().contains("too-large"));
    }

    @Test
    void maySayThatTheyAreDamaged() throws IOException {
        byte[] archive = zip("a.txt", TEXT, "b.txt", TEXT.repeat(50) + PAGE);
        JsonNode report = report("application/zip", Arrays.copyOf(archive, archive.length * 2 / 3));
        assertTrue(report.path("items").toString().contains("damaged-archive"), report.toString());
        byte[] packed = gzip(utf8(TEXT.repeat(100)));
        assertTrue(report("application/gzip", Arrays.copyOf(packed, packed.length - 12))
                .path("items")
                .toString()
                .contains("damaged-archive"));
        for (String type : List.of("application/zip", "application/gzip")) {
            assertEquals(
                    "no-archive",
                    Imports.send(type, utf8(TEXT), "")
                            .is(400)
                            .json()
                            .at("/errors/0/code")
                            .asText());
        }
    }

    @Test
    void mayHoldNoMoreFilesThanThereAreNews() throws IOException {
        Object[] files = new Object[2 * (Bounds.MOST_FILES + 1)];
        for (int i = 0; i < files.length; i += 2) {
            files[i] = ".hidden/" + i + "/.x";
            files[i + 1] = "";
        }
        assertTrue(
                report("application/zip", zip(files)).path("items").toString().contains("too-large"));
    }

    @Test
    void comeAsForms() {
        String form = "ignored\r\n--x-y\r\nContent-Disposition: form-data; name=\"f\"; filename=\"خبر.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + TEXT
                + "\r\n--x-y\r\nContent-Disposition: form-data; name=\"f\"; filename=\"lines.ndjson\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"
                + "{\"body\":\"x\"}\n{\"body\":\"\r\n--x\"}\r\n{\"body\":\"z\"}"
                + "\r\n--x-y\r\nContent-Disposition: form-data; name=f; filename=page\r\n\r\n" + PAGE
                + "\r\n--x-y--\r\nignored";
        JsonNode report = report("multipart/form-data; boundary=x-y", utf8(form));
        assertEquals(List.of("created", "created", "rejected", "rejected", "created", "created"), outcomes(report));
        assertEquals("From the file `خبر.txt`.", details(report).get(0));
        assertEquals("Harbour reopens", report.at("/items/5/article/title").asText());
        String cut = form.substring(0, form.indexOf("--x-y--"));
        assertTrue(report("multipart/form-data; boundary=x-y", utf8(cut))
                .toString()
                .contains("damaged-archive"));
        assertTrue(report("multipart/form-data; boundary=other", utf8(form))
                .toString()
                .contains("damaged-archive"));
        assertEquals(400, Imports.send("multipart/form-data", utf8(form), "").status());
    }

    @Test
    void areNoFieldsOfForms() {
        String form = "--x-y\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\n" + TEXT
                + "\r\n--x-y\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\n" + TEXT
                + "\r\n--x-y--\r\n";
        JsonNode report = report("multipart/form-data; boundary=x-y", utf8(form));
        assertEquals(List.of("rejected", "created"), outcomes(report));
        assertEquals(List.of("no-file "), findings(report.at("/items/0")));
        String detail = "The item is the field `comment` of the form: it has no `filename`.";
        assertEquals(detail, details(report).getFirst());
    }

    /** A part of a form. */
    private static byte[] part(String name, String type, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(utf8("--x-y\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: " + type + "\r\n\r\n"));
        bytes.writeBytes(content);
        bytes.writeBytes(utf8("\r\n"));
        return bytes.toByteArray();
    }

    @Test
    void comeAsFormsWithFilesOfAllKinds() throws IOException {
        String article = "{\"body\":\"" + TEXT + "\"}";
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(
                part("a.txt", "text/plain; charset=windows-1256", TEXT.getBytes(Charset.forName("windows-1256"))));
        form.writeBytes(part("page", "text/html", utf8(PAGE)));
        form.writeBytes(part("feed", "application/rss+xml", utf8(FEED)));
        form.writeBytes(part("lines", "application/x-ndjson", utf8(article + "\n" + article.replace("شهرا", "عاما"))));
        form.writeBytes(part("array", "application/json", utf8("[" + article.replace("شهرا", "يوما") + "]")));
        form.writeBytes(part("table", "text/csv", utf8("body;section\nنص.;محليات\n")));
        form.writeBytes(
                part("files.zip", "application/zip", zip("b.txt", TEXT + TEXT, "c.zip", zip("d.txt", "خبر قصير."))));
        form.writeBytes(part("e.txt.gz", "application/gzip", gzip(utf8("خبر قصير آخر."))));
        form.writeBytes(part("deep.zip", "application/zip", zip("f.zip", zip("g.zip", zip("h.txt", TEXT)))));
        form.writeBytes(utf8("--x-y--\r\n"));
        JsonNode report = report("multipart/form-data; boundary=x-y", form.toByteArray());
        assertEquals(
                List.of(
                        "created",
                        "created",
                        "created",
                        "created",
                        "exists",
                        "created",
                        "created",
                        "created",
                        "created",
                        "created",
                        "created",
                        "rejected"),
                outcomes(report),
                report::toString);
        assertEquals(TEXT, report.at("/items/0/article/body").asText());
        assertEquals("محليات", report.at("/items/7/article/section").asText());
        assertTrue(findings(report.path("items").get(11)).contains("nested-archive "), report::toString);
    }

    @Test
    void haveNoAddressOfTheirOwn() throws IOException {
        Imports.send("application/zip", zip("a.txt", TEXT), "?url=https://news.example/1")
                .isProblem(400, "invalid-request", "?url invalid");
    }
}
