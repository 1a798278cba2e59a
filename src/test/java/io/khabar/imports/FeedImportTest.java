package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.khabar.imports.feed.FeedReader;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds. */
@QuarkusTest
class FeedImportTest {

    private static String rss(String host) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>Gazette HOST - RSS Feed</title><link>https://HOST/</link>
            <item><guid>HOST-1</guid><link>https://HOST/1</link><title>The bridge is open</title>
            <pubDate>Tue, 14 Nov 2023 08:15:00 GMT</pubDate><category>Bridges</category>
            <description>&lt;p&gt;The bridge across the river is open again.&lt;/p&gt;</description></item>
            <item><guid>HOST-2</guid><link>https://HOST/2</link><title>Nothing else</title></item>
            <item><guid>HOST-3</guid><link>/3</link><title>The harbour</title>
            <description>The harbour is closed. The harbour opens in May, the harbour office says.</description></item>
            </channel></rss>
            """.replace("HOST", host);
    }

    private static String host() {
        return Sources.fresh("gazette") + ".example";
    }

    private static JsonNode report(String type, String feed, String query) {
        return Imports.send(type, utf8(feed), query).is(200).json();
    }

    @Test
    void becomesArticlesOfItsSource() {
        String host = host();
        JsonNode report = report("application/rss+xml", rss(host), "?url=https://" + host + "/feed");
        assertEquals(List.of("created", "rejected", "created"), outcomes(report));
        assertEquals(
                List.of("source-created source"), findings(report.path("items").get(0)));
        assertEquals(List.of("no-text body"), findings(report.path("items").get(1)));
        assertEquals(
                "The entry `Nothing else` at https://" + host + "/2 has no text, which an article must have.",
                report.at("/items/1/findings/0/detail").asText());
        JsonNode first = Api.get("/v1/articles/"
                        + report.path("items").get(0).path("article").path("id").asText())
                .is(200)
                .json();
        assertEquals("The bridge is open", first.path("title").asText());
        assertEquals(host + "-1", first.path("externalId").asText());
        assertEquals("https://" + host + "/1", first.path("url").asText());
        assertEquals(
                "2023-11-14T08:15:00Z", first.path("published").path("value").asText());
        assertEquals(Json.tree("['Bridges']"), first.path("keywords"));
        assertEquals("Gazette " + host, first.path("source").path("name").asText());
        JsonNode third = Api.get("/v1/articles/"
                        + report.path("items").get(2).path("article").path("id").asText())
                .is(200)
                .json();
        assertEquals("https://" + host + "/3", third.path("url").asText());
        assertTrue(third.path("derived").toString().contains("\"keywords\""));
        assertFalse(first.path("derived").toString().contains("\"keywords\""));
        assertEquals(
                "https://" + host + "/",
                Api.get("/v1/sources/" + first.path("source").path("key").asText())
                        .json()
                        .path("homepage")
                        .asText());
        assertEquals(
                List.of("exists", "rejected", "exists"),
                outcomes(report("application/xml", rss(host), "?url=https://" + host + "/feed")));
    }

    @Test
    void isOfTheSourceThatIsGiven() {
        String source = Sources.created();
        JsonNode report = report("text/xml", rss(host()), "?dryRun=true&section=Local&source=" + source);
        assertEquals(
                source,
                report.path("items")
                        .get(0)
                        .path("article")
                        .path("source")
                        .path("key")
                        .asText());
        assertEquals(
                "Local",
                report.path("items").get(2).path("article").path("section").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/rss+xml",
                "application/atom+xml",
                "application/rdf+xml",
                "application/xml",
                "text/xml",
                "application/feed+json"
            })
    void comesUnderAnyTypeOfAFeed(String type) {
        JsonNode report = report(type, rss(host()), "?dryRun=true");
        assertEquals(List.of("created", "rejected", "created"), outcomes(report));
        assertFalse(findings(report.path("items").get(0)).contains("type-corrected "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "application/json"})
    void isSeenUnderAnotherType(String type) {
        JsonNode report = report(type, rss(host()), "?dryRun=true");
        assertEquals(List.of("created", "rejected", "created"), outcomes(report));
        assertTrue(findings(report.path("items").get(0)).contains("type-corrected "));
        assertFalse(findings(report.path("items").get(2)).contains("type-corrected "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/feed+json", "application/json", "text/plain"})
    void mayBeJson(String type) {
        String host = host();
        String feed = Json.object(
                        "version",
                        "https://jsonfeed.org/version/1.1",
                        "title",
                        "Gazette " + host,
                        "home_page_url",
                        "https://" + host + "/",
                        "items",
                        List.of(Json.object("id", "1", "content_text", "The bridge is open.", "language", "en")))
                .toString();
        JsonNode article =
                report(type, feed, "?dryRun=true").path("items").get(0).path("article");
        assertEquals("The bridge is open.", article.path("body").asText());
        assertEquals("Gazette " + host, article.path("source").path("name").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "نص", "<?xml version='1.0'?><note>x</note>", "[1]"})
    void isRefusedWhereItIsNone(String body) {
        JsonNode problem =
                Imports.send("application/rss+xml", utf8(body), "").is(400).json();
        assertEquals("no-feed", problem.path("errors").get(0).path("code").asText());
    }

    @Test
    void isNoLargerThanAnyFeed() {
        byte[] large = new byte[FeedReader.LARGEST + 1];
        java.util.Arrays.fill(large, (byte) 'x');
        assertEquals(
                "too-large",
                Imports.send("application/rss+xml", large, "")
                        .is(413)
                        .json()
                        .path("code")
                        .asText());
    }
}
