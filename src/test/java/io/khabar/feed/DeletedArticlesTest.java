package io.khabar.feed;

import static io.khabar.fixture.Feeds.fetched;
import static io.khabar.fixture.Feeds.host;
import static io.khabar.fixture.Feeds.rss;
import static io.khabar.fixture.Feeds.state;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.article.ArticleImportService;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Changes;
import io.khabar.fixture.FeedServer;
import io.khabar.fixture.Feeds;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entries of feeds that are followed whose articles were deleted. */
@QuarkusTest
@TestProfile(FetchingPrivately.class)
class DeletedArticlesTest {

    @Inject
    Lists database;

    @Inject
    ArticleImportService articles;

    private final FeedServer server = new FeedServer();
    private final String host = host();

    @AfterEach
    void close() {
        server.close();
    }

    private String served(byte[] rss) {
        return server.at("/" + Sources.fresh("feed"), FeedServer.document("text/xml", rss));
    }

    private JsonNode feed(byte[] rss) {
        return Feeds.created("url", served(rss));
    }

    private JsonNode feed(byte[] rss, String source) {
        return Feeds.created("url", served(rss), "source", source, "language", "en");
    }

    /** A feed with one entry, which has what is said of it and a text. */
    private static byte[] entry(String host, String said) {
        return utf8("<rss version=\"2.0\"><channel><title>" + host + "</title><item>" + said
                + "<description>The bridge of " + host + " is open again.</description></item></channel></rss>");
    }

    private static String path(JsonNode report) {
        return Articles.path(report.at("/items/0/article"));
    }

    private static String deleted(JsonNode report) {
        assertEquals("created", outcomes(report).getFirst(), report::toString);
        Api.delete(path(report)).is(204);
        return path(report);
    }

    private static void staysAway(String by, JsonNode report) {
        JsonNode item = report.at("/items/0");
        assertEquals("rejected", item.path("outcome").asText(), item::toString);
        assertFalse(item.has("article"), item::toString);
        assertEquals(List.of("deleted-here " + by), Imports.findings(item));
        assertEquals("info", item.at("/findings/0/level").asText());
    }

    private int run(String statement, Object... arguments) {
        return database.query(new Sql().add(statement + " returning 1", arguments), _ -> true)
                .size();
    }

    private int age(String path, int hours) {
        return run(
                "update former_identity set met_at = now() - ? * interval '1 hour' where article_id = ?",
                hours,
                UUID.fromString(path.substring("/v1/articles/".length())));
    }

    @Test
    void stayAwayUntilSomebodyImportsThem() {
        byte[] rss = rss(host, 1, 2);
        JsonNode feed = feed(rss);
        String first = deleted(fetched(feed));
        Instant before = Instant.now();
        JsonNode report = fetched(feed);
        assertEquals(List.of("rejected", "exists"), outcomes(report));
        assertEquals(
                Json.object("items", 2, "created", 0, "updated", 0, "unchanged", 0, "exists", 1, "rejected", 1),
                report.path("totals"));
        staysAway("url", report);
        String detail = report.at("/items/0/findings/0/detail").asText();
        assertTrue(detail.startsWith("The article with the same url was deleted here, "), detail);
        assertTrue(
                detail.endsWith(", so that no feed that is followed brings it back; `POST /v1/imports` does."), detail);
        Instant at = Instant.parse(detail.replaceAll(".*here, ([^ ,]*),.*", "$1"));
        assertTrue(at.isBefore(before) && at.isAfter(before.minusSeconds(60)), detail);
        assertEquals(1, state(feed).at("/counts/rejected").asInt());
        Api.get(first).is(404);

        JsonNode sent = Imports.send("application/rss+xml", rss, "").is(200).json();
        assertEquals(List.of("created", "exists"), outcomes(sent));
        assertEquals(List.of("exists", "exists"), outcomes(fetched(feed)));
        deleted(sent);
        staysAway("url", fetched(feed));
        assertEquals(
                List.of("created", "exists"),
                outcomes(Imports.send("application/rss+xml", rss, "?dryRun=true")
                        .is(200)
                        .json()));
        staysAway("url", fetched(feed));
    }

    @Test
    void areKnownByTheIdThatTheFeedGivesThem() {
        JsonNode feed = feed(entry(host, "<guid isPermaLink=\"false\">12</guid>"), Sources.created());
        deleted(fetched(feed));
        staysAway("externalId", fetched(feed));
    }

    @Test
    void areKnownByTheirTextAlone() {
        JsonNode feed = feed(entry(host, ""), Sources.created());
        deleted(fetched(feed));
        staysAway("text", fetched(feed));
    }

    /** What they were known by before a person corrected it goes with them. */
    @Test
    void areKnownByWhatTheFeedCallsThem() {
        JsonNode feed = feed(entry(host, "<guid isPermaLink=\"false\">12</guid>"), Sources.created());
        JsonNode report = fetched(feed);
        Api.patch(path(report), Json.object("source", Sources.created(), "body", "The bridge is closed."))
                .is(200);
        assertEquals(List.of("exists"), outcomes(fetched(feed)));
        deleted(report);
        staysAway("externalId", fetched(feed));
    }

    /** All of a deletion goes: by its id it is known also where the address is corrected afterwards. */
    @Test
    void areForgottenWhereOneIsCreatedAgain() {
        JsonNode feed = feed(rss(host, 1));
        JsonNode report = fetched(feed);
        String url = Api.get(path(report)).json().path("url").asText();
        deleted(report);
        String again = Articles.path(Articles.created(Sources.created(), "url", url));
        assertEquals(List.of("exists"), outcomes(fetched(feed)));
        Api.patch(again, Json.object("url", url + "-right")).is(200);
        assertEquals(List.of("created"), outcomes(fetched(feed)));
    }

    /** Another article with the same text is not the one that was deleted. */
    @Test
    void areRememberedWhereAnotherHasTheirText() {
        String source = Sources.created();
        JsonNode feed = feed(rss(host, 1), source);
        JsonNode report = fetched(feed);
        String body = Api.get(path(report)).json().path("body").asText();
        deleted(report);
        Articles.created(source, "url", "https://" + host + "/copy", "body", body);
        staysAway("url", fetched(feed));
    }

    @Test
    void areRememberedForAsLongAsAFeedListsThem() {
        JsonNode feed = feed(rss(host, 1));
        String path = deleted(fetched(feed));
        Duration retention = Duration.ofDays(365);
        // The address, the id and the text.
        assertEquals(3, age(path, 366 * 24));
        staysAway("url", fetched(feed));
        articles.forgetDeleted(retention);
        staysAway("url", fetched(feed));
        assertEquals(3, age(path, 366 * 24));
        assertTrue(articles.forgetDeleted(retention) >= 3);
        assertEquals(List.of("created"), outcomes(fetched(feed)));
    }

    /** That a feed lists one is noted once a day. */
    @Test
    void areRememberedForLessThanADayToo() {
        JsonNode feed = feed(rss(host, 1));
        String path = deleted(fetched(feed));
        assertEquals(3, age(path, 23));
        staysAway("url", fetched(feed));
        articles.forgetDeleted(Duration.ofHours(1));
        staysAway("url", fetched(feed));
    }

    @Test
    void areRememberedWhoeverDeletedThem() {
        JsonNode feed = feed(rss(host, 1, 2, 3));
        JsonNode report = fetched(feed);
        UUID source =
                UUID.fromString(Api.get(path(report)).json().at("/source/id").asText());
        assertEquals(3, run("delete from article where source_id = ?", source));
        assertEquals(List.of("rejected", "rejected", "rejected"), outcomes(fetched(feed)));
    }

    @Test
    void makeNoSourceAnew() {
        JsonNode feed = feed(rss(host, 1));
        JsonNode report = fetched(feed);
        String source = Api.get(path(report)).json().at("/source/key").asText();
        deleted(report);
        Api.delete("/v1/sources/" + source).is(204);
        Changes changes = Changes.fromNow();
        staysAway("url", fetched(feed));
        Sources.created();
        assertEquals(
                List.of("source created 1"),
                changes.next(1).stream().map(Changes::brief).toList());
        Api.get("/v1/sources/" + source).is(404);
    }
}
