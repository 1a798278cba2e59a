package io.khabar.feed;

import static io.khabar.fixture.Feeds.fetched;
import static io.khabar.fixture.Feeds.host;
import static io.khabar.fixture.Feeds.path;
import static io.khabar.fixture.Feeds.state;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.FeedServer;
import io.khabar.fixture.FeedServer.Play;
import io.khabar.fixture.Feeds;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds that somebody has fetched. */
@QuarkusTest
@TestProfile(FetchingPrivately.class)
class FeedFetchTest {

    @Inject
    FeedLeaseService leases;

    private final FeedServer server = new FeedServer();

    @AfterEach
    void close() {
        server.close();
    }

    private String failure(Play play) {
        JsonNode feed = Feeds.created("url", server.at("/" + Sources.fresh("failing"), play));
        JsonNode problem = Api.post(path(feed) + "/fetch", "")
                .isProblem(502, "feed-failed")
                .json();
        JsonNode state = state(feed);
        assertEquals(problem.path("detail"), state.path("lastError").path("detail"));
        assertEquals(1, state.path("counts").path("failuresInRow").asInt());
        assertEquals(
                List.of(feed.path("id").asText()),
                Json.texts(
                        Api.get("/v1/feeds?failing=true&limit=1&sort=-created")
                                .json()
                                .path("items"),
                        "id"));
        return state.path("lastError").path("code").asText();
    }

    @Test
    void becomesArticlesOfItsSource() {
        String host = host();
        JsonNode feed = Feeds.created(
                "url", server.at("/feed", FeedServer.versioned("\"1\"", Feeds.rss(host, 1, 2))), "section", "Local");
        JsonNode report = fetched(feed);
        assertEquals(List.of("created", "created"), outcomes(report));
        assertEquals(2, report.path("totals").path("created").asInt());
        JsonNode article = Api.get("/v1/articles/"
                        + report.path("items").get(0).path("article").path("id").asText())
                .json();
        assertEquals("Gazette " + host, article.path("source").path("name").asText());
        assertEquals("Local", article.path("section").asText());
        assertEquals("https://" + host + "/1", article.path("url").asText());
        JsonNode state = state(feed);
        assertEquals(200, state.path("lastStatus").asInt());
        assertFalse(state.has("lastError"));
        assertEquals(
                Json.tree("{'fetches': 1, 'notModified': 0, 'failures': 0, 'failuresInRow': 0, 'created': 2,"
                        + " 'exists': 0, 'rejected': 0}"),
                state.path("counts"));
        assertTrue(state.path("nextFetchAt")
                        .asText()
                        .compareTo(state.path("lastFetchAt").asText())
                > 0);
        assertTrue(server.seen("/feed").getFirst().header("User-Agent").startsWith("Khabar/"));
        // All of it again, though nothing has changed: who asks wants to see what is there.
        assertEquals(List.of("exists", "exists"), outcomes(fetched(feed)));
        assertEquals("", server.seen("/feed").getLast().header("If-None-Match"));
        assertFalse(Api.get("/q/metrics").text().contains("/feed\""), "addresses of feeds are no labels");
    }

    @Test
    void leavesWhatAnEditorHasCorrected() {
        String source = Sources.created();
        JsonNode feed = Feeds.created(
                "url", server.at("/feed", FeedServer.document("text/xml", Feeds.rss(host(), 1))), "source", source);
        String article = "/v1/articles/"
                + fetched(feed).path("items").get(0).path("article").path("id").asText();
        assertEquals(source, Api.get(article).json().path("source").path("key").asText());
        Api.patch(article, "{\"title\":\"A bridge is open\"}").is(200);
        assertEquals(List.of("exists"), outcomes(fetched(feed)));
        assertEquals("A bridge is open", Api.get(article).json().path("title").asText());
    }

    /** The address of a feed may hold a token, which is nobody's who reads an article. */
    @Test
    void keepsTheTokenOfItsAddressOutOfLinks() {
        byte[] text = utf8("<rss version=\"2.0\"><channel><title>" + host() + "</title><item><guid>12</guid>"
                + "<link>#12</link><title>A bridge</title><description>The bridge is open again.</description></item>"
                + "</channel></rss>");
        String url = server.at("/notes?token=secret", FeedServer.document("text/xml", text));
        JsonNode feed = Feeds.created("url", url, "source", Sources.created());
        JsonNode article = fetched(feed).path("items").get(0).path("article");
        assertEquals(
                server.url("/notes#12"),
                Api.get("/v1/articles/" + article.path("id").asText())
                        .json()
                        .path("url")
                        .asText());
    }

    @Test
    void isReadWhateverItsTypeIsCalled() {
        Play odd = FeedServer.document("charset=utf-8; text/xml", Feeds.rss(host(), 1));
        assertEquals(List.of("created"), outcomes(fetched(Feeds.created("url", server.at("/odd", odd)))));
    }

    /** Few at a time: what people ask for is not to take the machine from those who read. */
    @Test
    void isRefusedWhereManyAreFetchedByHand() throws Exception {
        List<Callable<Answer>> requests = new ArrayList<>();
        for (int i = 0; i <= FetchesByHand.MOST; i++) {
            JsonNode feed = Feeds.created("url", server.at("/silent/" + i, server.silent()));
            requests.add(() -> Api.post(path(feed) + "/fetch", ""));
        }
        int busy = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            for (Future<Answer> request : threads.invokeAll(requests)) {
                Answer answer = request.get();
                if (answer.json().path("code").asText().equals("feed-busy")) {
                    assertEquals("10", answer.isProblem(409, "feed-busy").header("Retry-After"));
                    busy++;
                } else {
                    answer.isProblem(502, "feed-failed");
                }
            }
        }
        assertEquals(1, busy);
    }

    @Test
    void isSwitchedOffWhenItIsGone() {
        JsonNode feed = Feeds.created("url", server.at("/gone", FeedServer.status(410)));
        JsonNode problem = Api.post(path(feed) + "/fetch", "")
                .isProblem(502, "feed-failed")
                .json();
        assertEquals(
                "The server answers 410: it is gone for good. It is not fetched any more.",
                problem.path("detail").asText());
        JsonNode state = state(feed);
        assertFalse(state.path("enabled").asBoolean());
        assertEquals(2, state.path("version").asInt());
        assertEquals("gone", state.path("lastError").path("code").asText());
        assertEquals(410, state.path("lastStatus").asInt());
        assertFalse(state.has("nextFetchAt"));
        JsonNode on = Api.patch(path(feed), "{\"enabled\":true}").is(200).json();
        assertEquals(on.path("updatedAt"), on.path("nextFetchAt"));
    }

    @Test
    void tellsWhyItFailed() {
        assertEquals("status", failure(FeedServer.status(500)));
        assertEquals("timeout", failure(server.silent()));
        assertEquals("timeout", failure(server.stalled()));
        assertEquals("too-large", failure(FeedServer.endless()));
        assertEquals("too-large", failure(FeedServer.bomb(50_000_000)));
        assertEquals("connection-failed", failure(FeedServer.brokenOff()));
        assertEquals("redirect-invalid", failure(FeedServer.status(302, "Location", "file:///etc/passwd")));
    }

    /** A page is served in place of a feed where one has to log in, or where the address is free again. */
    @Test
    void isNoPage() {
        byte[] page = utf8("<!doctype html><html><head><title>Log in</title></head><body><p>Please log in to read"
                + " this. It is free of charge and takes a minute.</p></body></html>");
        assertEquals("feed-unreadable", failure(FeedServer.document("text/html", page)));
        assertEquals("feed-unreadable", failure(FeedServer.document("application/rss+xml", page)));
        assertEquals("feed-unreadable", failure(FeedServer.document("application/rss+xml", new byte[0])));
    }

    @Test
    void isFetchedOnceAtATime() {
        JsonNode feed = Feeds.created("url", server.at("/feed", FeedServer.document("text/xml", Feeds.rss(host(), 1))));
        Lease lease = leases.take(UUID.fromString(feed.path("id").asText())).orElseThrow();
        assertEquals(
                "10",
                Api.post(path(feed) + "/fetch", "").isProblem(409, "feed-busy").header("Retry-After"));
        leases.release(lease);
        assertEquals(List.of("created"), outcomes(fetched(feed)));
    }
}
