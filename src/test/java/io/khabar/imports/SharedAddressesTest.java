package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.stored;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of feeds whose link is not their own: that of the front page, or of one page for all. */
@QuarkusTest
class SharedAddressesTest {

    private static final String SHARED = "address-shared url";

    private final String host = Sources.fresh("gazette") + ".example";

    private JsonNode report(String query, String... items) {
        String feed = "<rss version='2.0'><channel><title>Gazette " + host + "</title><link>https://" + host
                + "/</link>" + String.join("", items).replace("HOST", host) + "</channel></rss>";
        return Imports.send("application/rss+xml", utf8(feed), query).is(200).json();
    }

    private static String item(String ofItsOwn, String link, String text) {
        return "<item>" + ofItsOwn + "<link>" + link + "</link><title>" + text + "</title><description>" + text
                + " The office says no more of it.</description></item>";
    }

    private static JsonNode at(JsonNode report, int index) {
        return report.path("items").get(index);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://HOST/",
                "http://www.HOST",
                "https://HOST/news.php",
                "https://HOST/news.php#top",
                "/news.php"
            })
    void areKnownByTheirIds(String link) {
        String[] items = {
            item("<guid isPermaLink='false'>a</guid>", link, "The bridge is open."),
            item("<guid isPermaLink='false'>b</guid>", link, "The harbour is closed."),
            item("<guid isPermaLink='false'>c</guid>", link, "The harbour is closed."),
            item("<guid isPermaLink='false'>d</guid>", "https://HOST/4", "The market is new.")
        };
        for (String query : List.of("?dryRun=true", "")) {
            JsonNode first = report(query, items);
            assertEquals(List.of("created", "created", "created", "created"), outcomes(first));
            assertEquals(List.of(SHARED), findings(at(first, 1)));
            assertEquals("warning", at(first, 1).at("/findings/0/level").asText());
            assertEquals(List.of(), findings(at(first, 3)));
        }
        JsonNode again = report("", items);
        assertEquals(List.of("exists", "exists", "exists", "exists"), outcomes(again));
        assertEquals(List.of(SHARED, "article-exists externalId"), findings(at(again, 0)));
        JsonNode second = stored(at(again, 1));
        assertEquals("b", second.path("externalId").asText());
        assertEquals("The harbour is closed.", second.path("title").asText());
        assertEquals("", second.path("url").asText());
        assertEquals("https://" + host + "/4", stored(at(again, 3)).path("url").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://HOST/", "https://HOST/news.php"})
    void areKnownByTheirTexts(String link) {
        for (String id : List.of("", "<guid>" + link + "</guid>")) {
            String[] items = {
                item(id, link, "The bridge is open" + id.length()),
                item(id, link, "The harbour is closed" + id.length())
            };
            JsonNode first = report("", items);
            assertEquals(List.of("created", "created"), outcomes(first));
            assertEquals(List.of(SHARED), findings(at(first, 1)));
            JsonNode again = report("", items);
            assertEquals(List.of("exists", "exists"), outcomes(again));
            assertEquals(List.of(SHARED, "article-exists text"), findings(at(again, 1)));
            assertEquals("", stored(at(again, 1)).path("externalId").asText());
        }
    }

    /** Yesterday nobody shared it: the article has it, and is found all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"<guid isPermaLink='false'>a</guid>", ""})
    void areFoundWhereTheyWereStoredWithTheAddress(String id) {
        String link = "https://HOST/news.php";
        String old = item(id, link, "The bridge is open.");
        JsonNode alone = report("", old);
        assertEquals(List.of("created"), outcomes(alone));
        assertEquals(List.of("source-created source"), findings(at(alone, 0)));
        String next = item(id.replace('a', 'b'), link, "The harbour is closed.");
        JsonNode both = report("?onExisting=update", next, old);
        assertEquals(List.of("created", "unchanged"), outcomes(both));
        assertEquals(at(alone, 0).at("/article/id"), at(both, 1).at("/article/id"));
        assertEquals(
                "https://" + host + "/news.php", stored(at(both, 1)).path("url").asText());
    }

    @Test
    void mayBeTheOnlyOneOnTheFrontPage() {
        JsonNode first = report("", item("", "https://HOST/?utm_source=rss", "The bridge is open."));
        assertEquals(List.of(SHARED, "source-created source"), findings(at(first, 0)));
        assertEquals(
                "`https://" + host
                        + "/?utm_source=rss` is not its own: other entries have it, or it is the front page.",
                at(first, 0).at("/findings/0/detail").asText());
        assertEquals(List.of("created"), outcomes(report("", item("", "https://HOST/", "The harbour is closed."))));
    }

    /** What stands twice in a feed is one article: by its id, or as it tells the same under another. */
    @ParameterizedTest
    @ValueSource(
            strings = {"<guid isPermaLink='false'>a</guid>", "<guid>https://HOST/1</guid>", "<guid>other</guid>", ""})
    void areTheirsWhereTheyAreTheSame(String id) {
        String link = "https://HOST/1";
        String text =
                "<title>The bridge</title><description>The bridge over the river is open to the public again.</description>";
        String other = id.contains("other") || id.isEmpty() ? text : text.replace("open", "closed");
        JsonNode report = report(
                "",
                "<item>" + id + "<link>" + link + "</link>" + text + "</item>",
                "<item>" + id.replace("other", "another") + "<link>" + link + "</link>" + other + "</item>");
        assertEquals(List.of("created", "exists"), outcomes(report));
        assertEquals(List.of("article-exists url"), findings(at(report, 1)));
        assertEquals("https://" + host + "/1", stored(at(report, 0)).path("url").asText());
    }

    @Test
    void areLeftOutOfJsonFeedsToo() {
        String feed = Json.object(
                        "version",
                        "https://jsonfeed.org/version/1.1",
                        "title",
                        "Gazette " + host,
                        "home_page_url",
                        "https://" + host + "/",
                        "items",
                        List.of(
                                Json.object("id", "1", "url", "https://" + host, "content_text", "The bridge is open."),
                                Json.object(
                                        "id", "2", "url", "https://" + host, "content_text", "The harbour is closed.")))
                .toString();
        JsonNode report =
                Imports.send("application/feed+json", utf8(feed), "").is(200).json();
        assertEquals(List.of("created", "created"), outcomes(report));
        assertEquals(List.of(SHARED), findings(at(report, 1)));
    }
}
