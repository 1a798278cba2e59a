package io.khabar.feed;

import static io.khabar.fixture.Feeds.fetched;
import static io.khabar.fixture.Feeds.host;
import static io.khabar.fixture.Feeds.path;
import static io.khabar.fixture.Feeds.state;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.FeedServer;
import io.khabar.fixture.Feeds;
import io.khabar.fixture.Json;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds that have moved for good. */
@QuarkusTest
@TestProfile(FetchingPrivately.class)
class FeedMovesTest {

    private final FeedServer server = new FeedServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void isAskedWhereItHasMoved() {
        server.at("/new", FeedServer.document("text/xml", Feeds.rss(host(), 1)));
        String old = server.at("/old", FeedServer.status(301, "Location", "/new"));
        JsonNode feed = Feeds.created("url", old);
        fetched(feed);
        JsonNode state = state(feed);
        assertEquals(old, state.path("url").asText());
        assertEquals(server.url("/new"), state.path("movedTo").asText());
        fetched(feed);
        assertEquals(1, server.seen("/old").size());
        assertEquals(2, server.seen("/new").size());
        // Another address is another feed: what was known of the old one is forgotten.
        JsonNode other = Api.patch(path(feed), Json.object("url", server.url("/other")))
                .is(200)
                .json();
        assertFalse(other.has("movedTo"));
    }

    private String moving(String old, String to) {
        return server.at(old, FeedServer.status(301, "Location", to));
    }

    private static void isLeftTo(JsonNode other, JsonNode feed) {
        JsonNode state = state(feed);
        assertFalse(state.path("enabled").asBoolean());
        assertFalse(state.has("nextFetchAt"));
        assertEquals(2, state.path("version").asInt());
        assertEquals(200, state.path("lastStatus").asInt());
        assertEquals(
                Json.object(
                        "code",
                        "already-followed",
                        "detail",
                        "It has moved for good to where the feed `"
                                + other.path("id").asText() + "` is followed. It is not fetched any more."),
                state.path("lastError"));
    }

    private static void isFollowed(JsonNode feed) {
        assertTrue(state(feed).path("enabled").asBoolean());
        assertFalse(state(feed).has("lastError"));
    }

    @Test
    void isLeftToTheFeedThatIsFollowedWhereItHasMoved() {
        String url = server.at("/new", FeedServer.document("text/xml", Feeds.rss(host(), 1)));
        JsonNode other = Feeds.created("url", url);
        JsonNode moved = Feeds.created("url", moving("/old", "/new"));
        assertEquals(List.of("created"), outcomes(fetched(moved)));
        isLeftTo(other, moved);
        fetched(other);
        isFollowed(other);
        Api.delete(path(other)).is(204);
        Api.patch(path(moved), "{\"enabled\":true}").is(200);
        fetched(moved);
        isFollowed(moved);
    }

    @Test
    void isLeftToTheFirstOfThoseThatHaveMovedToOneAddress() {
        server.at("/new", FeedServer.document("text/xml", Feeds.rss(host(), 1)));
        JsonNode first = Feeds.created("url", moving("/first", "/new"));
        JsonNode second = Feeds.created("url", moving("/second", "/new"));
        fetched(second);
        fetched(first);
        isFollowed(first);
        isFollowed(second);
        fetched(second);
        isLeftTo(first, second);
        // One that is switched off keeps no other from being fetched.
        Api.patch(path(first), "{\"enabled\":false}").is(200);
        Api.patch(path(second), "{\"enabled\":true}").is(200);
        fetched(second);
        isFollowed(second);
    }

    @Test
    void isNotLeftToAFeedThatHasMovedOnFromThere() {
        server.at("/last", FeedServer.document("text/xml", Feeds.rss(host(), 1)));
        JsonNode other = Feeds.created("url", moving("/between", "/last"));
        fetched(other);
        server.at("/between", FeedServer.document("text/xml", Feeds.rss(host(), 1)));
        JsonNode moved = Feeds.created("url", moving("/old", "/between"));
        fetched(moved);
        fetched(moved);
        isFollowed(moved);
        isFollowed(other);
    }

    private static void isTakenBy(JsonNode feed, Answer answer) {
        JsonNode problem =
                answer.isProblem(409, "feed-exists", "/url feed-exists").json();
        assertEquals(
                "Another feed has moved for good to this url.",
                problem.path("detail").asText());
        assertEquals(Json.tree("{'id': '" + feed.path("id").asText() + "', 'by': 'url'}"), problem.path("existing"));
        assertEquals(
                "is where another feed has moved",
                problem.at("/errors/0/detail").asText());
    }

    @Test
    void isNotFollowedAgainWhereItHasMoved() {
        String url = server.at("/new?a=1&b=2", FeedServer.document("text/xml", Feeds.rss(host(), 1)));
        JsonNode moved = Feeds.created("url", moving("/old", "/new?a=1&b=2"));
        fetched(moved);
        assertEquals(url, state(moved).path("movedTo").asText());
        String same = server.url("/new?b=2&utm_source=x&a=1#top");
        for (String again : List.of(url, same)) {
            isTakenBy(moved, Api.post("/v1/feeds", Json.object("url", again)));
            isTakenBy(moved, Api.put("/v1/feeds/" + UUID.randomUUID(), Json.object("url", again)));
            JsonNode other = Feeds.created();
            isTakenBy(moved, Api.put(path(other), Json.object("url", again)));
            isTakenBy(moved, Api.patch(path(other), Json.object("url", again)));
            assertEquals(other, state(other));
        }
        String outline = "<outline xmlUrl='" + same.replace("&", "&amp;") + "'/>";
        JsonNode item = Api.send(
                        "POST",
                        "/v1/feeds/opml",
                        BodyPublishers.ofString("<opml><body>" + outline + "</body></opml>"),
                        "Content-Type",
                        "text/x-opml")
                .is(200)
                .json()
                .path("items")
                .get(0);
        assertEquals("exists", item.path("outcome").asText());
        assertEquals(moved.path("id"), item.path("id"));
        // Its own new address is the feed's to take.
        Answer taken = Api.patch(path(moved), Json.object("url", url)).is(200);
        assertFalse(taken.json().has("movedTo"));
    }

    /** One that is switched off keeps no other from being followed, and is left to it once it is on again. */
    @Test
    void isFollowedAgainWhereItHasMovedWhileItIsOff() {
        String url = server.at("/new", FeedServer.document("text/xml", Feeds.rss(host(), 1)));
        JsonNode moved = Feeds.created("url", moving("/old", "/new"));
        fetched(moved);
        Api.patch(path(moved), "{\"enabled\":false}").is(200);
        JsonNode other = Feeds.created("url", url);
        Api.patch(path(moved), "{\"enabled\":true}").is(200);
        // What keeps its address is no new follower of it.
        Api.patch(path(other), "{\"section\":\"Local\"}").is(200);
        fetched(moved);
        assertEquals(
                "already-followed", state(moved).path("lastError").path("code").asText());
        isFollowed(other);
    }
}
