package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.khabar.imports.html.PageReader;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saved web pages. */
@QuarkusTest
class PageImportTest {

    private static final String TEXT =
            "The harbour of Port Saint Anne reopened to cargo ships on Tuesday after a strike"
                    + " that had closed it for nineteen days.";

    /** A page of a host, with something in its head. */
    private static String page(String head) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Harbour reopens</title>" + head
                + "</head><body><article><h1>Harbour reopens</h1><p>" + TEXT + "</p><p>Dock workers voted by a narrow"
                + " margin to accept a pay rise of six percent, the union said in a statement.</p><p>Grain prices fell"
                + " slightly in early trading, after the harbour was open again.</p></article></body></html>";
    }

    private static JsonNode item(String type, String page, String query) {
        return Imports.send(type, utf8(page), query)
                .is(200)
                .json()
                .path("items")
                .get(0);
    }

    private static String host() {
        return Sources.fresh("paper") + ".example";
    }

    @Test
    void becomesAnArticleOfItsSite() {
        String host = host();
        String url = "https://" + host + "/a/1";
        JsonNode item = item(
                "text/html",
                page("<meta property=\"og:site_name\" content=\"Herald " + host
                        + "\"><meta property=\"article:published_time\" content=\"2023-11-14T08:15:00Z\">"
                        + "<meta name=\"author\" content=\"Martha Quill\">"
                        + "<script>alert(1)</script>"),
                "?url=" + url);
        assertEquals("created", item.path("outcome").asText());
        JsonNode article = item.path("article");
        assertEquals("Harbour reopens", article.path("title").asText());
        assertTrue(article.path("body").asText().startsWith(TEXT + "\n\n"));
        assertFalse(article.path("body").asText().contains("<"));
        assertEquals(url, article.path("url").asText());
        assertEquals(
                "2023-11-14T08:15:00Z", article.path("published").path("value").asText());
        assertEquals(List.of("Martha Quill"), Json.texts(article.path("authors"), "name"));
        assertTrue(article.path("keywords")
                .toString()
                .toLowerCase(java.util.Locale.ROOT)
                .contains("harbour"));
        assertTrue(article.path("derived").toString().contains("\"keywords\""));
        assertEquals(List.of("source-created source"), findings(item));
        JsonNode source = Api.get(
                        "/v1/sources/" + article.path("source").path("key").asText())
                .is(200)
                .json();
        assertEquals("Herald " + host, source.path("name").asText());
        assertEquals("https://" + host + "/", source.path("homepage").asText());
        assertEquals(
                "exists",
                item("text/html", page(""), "?url=" + url).path("outcome").asText());
    }

    @Test
    void whatShowsNothingIsNoValue() {
        JsonNode item = item(
                "text/html",
                page("<meta name=\"keywords\" content=\"تعليم، &rlm;\">"
                        + "<meta name=\"author\" content=\"&#8206;\">"
                        + "<meta property=\"article:section\" content=\"&#8203;محليات&rlm;\">"),
                "?url=https://" + host() + "/rlm");
        assertEquals("created", item.path("outcome").asText());
        JsonNode article = item.path("article");
        assertEquals(Json.tree("['تعليم']"), article.get("keywords"));
        assertEquals("محليات", article.path("section").asText());
        assertEquals(Json.tree("[]"), article.get("authors"));
    }

    @Test
    void isOfTheSourceThatHasItsHomepageOrItsDomain() {
        String host = host();
        String byHomepage = Sources.created("homepage", "http://www." + host);
        assertEquals(
                byHomepage,
                item("text/html", page(""), "?dryRun=true&url=https://" + host + "/a/2")
                        .path("article")
                        .path("source")
                        .path("key")
                        .asText());
        String other = host();
        String byAlias = Sources.created("aliases", List.of(other));
        assertEquals(
                byAlias,
                item("text/html", page(""), "?dryRun=true&url=https://www." + other + "/a/2")
                        .path("article")
                        .path("source")
                        .path("key")
                        .asText());
    }

    @Test
    void yieldsToParametersWhereItDoesNotSay() {
        String source = Sources.created();
        String stated = page("<meta property=\"article:section\" content=\"Economy\">");
        String query = "?dryRun=true&source=" + source + "&section=Ports&published=2023-11";
        JsonNode article = item("text/html", stated, query).path("article");
        assertEquals(source, article.path("source").path("key").asText());
        assertEquals("Economy", article.path("section").asText());
        assertEquals("2023-11", article.path("published").path("value").asText());
        assertEquals(
                "Ports",
                item("text/html", stated, query + "&override=true")
                        .path("article")
                        .path("section")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/rss+xml"})
    void isSeenUnderAnotherType(String type) {
        JsonNode item = item(type, page(""), "?dryRun=true&source=" + Sources.created());
        assertEquals("Harbour reopens", item.path("article").path("title").asText());
        assertEquals(List.of("type-corrected "), findings(item));
    }

    @Test
    void isReadInTheEncodingThatIsSaid() {
        String page = "<html><title>خبر من المرفأ</title><p>"
                + "أعيد فتح المرفأ أمام السفن بعد إضراب دام شهرا كاملا. ".repeat(5);
        JsonNode item = Imports.send(
                        "text/html; charset=windows-1256",
                        page.getBytes(Charset.forName("windows-1256")),
                        "?dryRun=true&source=" + Sources.created())
                .is(200)
                .json()
                .path("items")
                .get(0);
        assertEquals("خبر من المرفأ", item.path("article").path("title").asText());
        assertEquals("ar", item.path("article").path("language").asText());
    }

    @Test
    void isRejectedWithoutAText() {
        JsonNode item = item("text/html", "<html><title>Nothing</title>", "?url=https://" + host() + "/");
        assertEquals("rejected", item.path("outcome").asText());
        assertEquals(List.of("no-text body"), findings(item));
    }

    @Test
    void isNoLargerThanAnyPage() {
        byte[] large = new byte[PageReader.LARGEST + 1];
        java.util.Arrays.fill(large, (byte) 'x');
        assertEquals(
                "too-large",
                Imports.send("text/html", large, "").is(413).json().path("code").asText());
    }
}
