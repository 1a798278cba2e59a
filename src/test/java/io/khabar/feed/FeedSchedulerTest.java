package io.khabar.feed;

import static io.khabar.fixture.Feeds.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fetch.Connector;
import io.khabar.fetch.FetchLimits;
import io.khabar.fetch.Fetcher;
import io.khabar.fixture.Api;
import io.khabar.fixture.FeedServer;
import io.khabar.fixture.Feeds;
import io.khabar.fixture.Json;
import io.khabar.fixture.SettableClock;
import io.khabar.fixture.Sources;
import io.khabar.imports.FeedImports;
import io.khabar.transaction.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds that are fetched when they are due: long ago, by a clock of the test, so that those of other tests never are. */
@QuarkusTest
@TestProfile(FetchingPrivately.class)
class FeedSchedulerTest {

    private static final Instant THEN = Instant.parse("2001-01-01T00:00:00Z");

    @Inject
    FeedSettings settings;

    @Inject
    FeedStates states;

    @Inject
    FeedMoves moves;

    @Inject
    Transactions transactions;

    @Inject
    FeedImports imports;

    @Inject
    Vertx vertx;

    private final SettableClock clock = new SettableClock(THEN);
    private final FeedServer server = new FeedServer();
    private final List<JsonNode> feeds = new ArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private String host = "";

    @BeforeEach
    void name() {
        host = Sources.fresh("gazette") + ".example";
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        feeds.forEach(feed -> Api.delete(path(feed)).is(204));
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    private FeedLeaseService leases() {
        return new FeedLeaseService(states, moves, transactions, settings, clock);
    }

    /** A process of its own, as far as the database knows. */
    private FeedScheduler scheduler() {
        FetchLimits limits = new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 1_000_000);
        Connector connector = new Connector(vertx, "Khabar/test", limits);
        Fetcher fetcher = new Fetcher(connector, InetAddress::getAllByName, _ -> true, limits, clock);
        FeedLeaseService leases = leases();
        FeedFetch fetch = new FeedFetch(connector, fetcher, imports, leases, Duration.ofSeconds(30));
        opened.add(fetch::stop);
        return new FeedScheduler(settings, leases, fetch, vertx);
    }

    /** A feed that is due by the clock of the test. */
    private JsonNode due(String url, Object... members) {
        JsonNode feed = Feeds.created(with(url, members));
        feeds.add(feed);
        states.hasten(id(feed), clock.instant());
        return feed;
    }

    private static Object[] with(String url, Object... members) {
        List<Object> all = new ArrayList<>(List.of("url", url));
        all.addAll(List.of(members));
        return all.toArray();
    }

    private static UUID id(JsonNode feed) {
        return UUID.fromString(feed.path("id").asText());
    }

    private static JsonNode state(JsonNode feed) {
        return Api.get(path(feed)).is(200).json();
    }

    /** The time from now until a feed is due. */
    private Duration wait(JsonNode feed) {
        return Duration.between(
                clock.instant(), Instant.parse(state(feed).path("nextFetchAt").asText()));
    }

    private void isAbout(Duration expected, Duration actual) {
        assertFalse(actual.compareTo(expected) < 0, actual::toString);
        assertFalse(actual.compareTo(expected.multipliedBy(11).dividedBy(10)) > 0, actual::toString);
    }

    @Test
    void asksForAllAgainWhereAFeedBrokeOff() throws Exception {
        String whole = new String(Feeds.rss(host, 1, 2, 3), StandardCharsets.UTF_8);
        String cut = whole.substring(0, whole.lastIndexOf("</description>") - 5);
        String url = server.at("/feed", FeedServer.versioned("\"1\"", cut.getBytes(StandardCharsets.UTF_8)));
        JsonNode feed = due(url);
        FeedScheduler scheduler = scheduler();
        assertEquals(1, scheduler.runDue());
        assertEquals(
                Json.tree("{'created': 2, 'rejected': 1}"), some(state(feed).path("counts"), "created", "rejected"));
        server.at("/feed", FeedServer.versioned("\"1\"", whole.getBytes(StandardCharsets.UTF_8)));
        clock.advance(Duration.ofHours(1));
        assertEquals(1, scheduler.runDue());
        assertEquals("", server.seen("/feed").getLast().header("If-None-Match"));
        assertEquals(
                Json.tree("{'created': 3, 'rejected': 1}"), some(state(feed).path("counts"), "created", "rejected"));
    }

    private static JsonNode some(JsonNode object, String... names) {
        return ((ObjectNode) object).retain(names);
    }

    @Test
    void fetchesWhatIsDueAndNothingElse() throws Exception {
        JsonNode feed = due(server.at("/feed", FeedServer.versioned("\"1\"", Feeds.rss(host, 1))));
        FeedScheduler scheduler = scheduler();
        assertEquals(1, scheduler.runDue());
        assertEquals(1, state(feed).path("counts").path("created").asInt());
        assertEquals(0, scheduler.runDue());
        // Something new came: it is asked again after half of the half hour.
        isAbout(Duration.ofMinutes(15), wait(feed));
        clock.advance(Duration.ofMinutes(14));
        assertEquals(0, scheduler.runDue());
        clock.advance(Duration.ofMinutes(3));
        assertEquals(1, scheduler.runDue());
        assertEquals("\"1\"", server.seen("/feed").getLast().header("If-None-Match"));
        JsonNode state = state(feed);
        assertEquals(304, state.path("lastStatus").asInt());
        assertEquals(1, state.path("counts").path("notModified").asInt());
        assertEquals(1, state.path("version").asInt());
        isAbout(Duration.ofSeconds(1350), wait(feed));
        clock.advance(Duration.ofHours(1));
        assertEquals(1, scheduler.runDue());
        // What a 304 did not say again is still known.
        assertEquals("\"1\"", server.seen("/feed").getLast().header("If-None-Match"));
    }

    @Test
    void asksForWhatHasChangedSinceTheDayThatItWasTold() throws Exception {
        String changed = "Tue, 14 Sep 2021 10:00:00 GMT";
        JsonNode feed =
                due(server.at("/feed", FeedServer.document("text/xml", Feeds.rss(host, 1), "Last-Modified", changed)));
        FeedScheduler scheduler = scheduler();
        assertEquals(1, scheduler.runDue());
        server.at("/feed", FeedServer.status(304));
        for (int i = 1; i <= 2; i++) {
            clock.advance(Duration.ofHours(1));
            assertEquals(1, scheduler.runDue());
            assertEquals(changed, server.seen("/feed").getLast().header("If-Modified-Since"));
            assertEquals("", server.seen("/feed").getLast().header("If-None-Match"));
            assertEquals(i, state(feed).path("counts").path("notModified").asInt());
        }
    }

    @Test
    void keepsToTheIntervalThatIsSet() throws Exception {
        JsonNode feed =
                due(server.at("/feed", FeedServer.document("text/xml", Feeds.rss(host, 1))), "intervalMinutes", 120);
        assertEquals(1, scheduler().runDue());
        isAbout(Duration.ofHours(2), wait(feed));
    }

    @Test
    void leavesWhatIsSwitchedOff() throws Exception {
        due(server.at("/feed", FeedServer.document("text/xml", Feeds.rss(host, 1))), "enabled", false);
        assertEquals(0, scheduler().runDue());
        assertEquals(List.of(), server.seen("/feed"));
    }

    @Test
    void waitsLongerAfterEachFailureAndAsLongAsItIsTold() throws Exception {
        JsonNode feed = due(server.at("/feed", FeedServer.status(500)));
        FeedScheduler scheduler = scheduler();
        assertEquals(1, scheduler.runDue());
        assertTrue(wait(feed).compareTo(Duration.ofMinutes(30)) >= 0);
        clock.advance(Duration.ofHours(1));
        assertEquals(1, scheduler.runDue());
        assertTrue(wait(feed).compareTo(Duration.ofHours(1)) >= 0);
        assertEquals(2, state(feed).path("counts").path("failuresInRow").asInt());
        server.at("/feed", FeedServer.status(503, "Retry-After", "180000"));
        clock.advance(Duration.ofHours(2));
        assertEquals(1, scheduler.runDue());
        assertEquals(Duration.ofHours(50), wait(feed));
        server.at("/feed", FeedServer.document("text/xml", Feeds.rss(host, 1)));
        clock.advance(Duration.ofHours(50));
        assertEquals(1, scheduler.runDue());
        JsonNode counts = state(feed).path("counts");
        assertEquals(0, counts.path("failuresInRow").asInt());
        assertEquals(3, counts.path("failures").asInt());
        assertFalse(state(feed).has("lastError"));
    }

    @Test
    void fetchesNothingTwiceWhereSeveralProcessesDo() throws Exception {
        int many = 12;
        for (int i = 0; i < many; i++) {
            due(server.at("/" + i, FeedServer.document("text/xml", Feeds.rss(host, i))));
        }
        List<Callable<Integer>> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(scheduler()::runDue);
        }
        int fetched = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(processes.size())) {
            for (Future<Integer> process : threads.invokeAll(processes)) {
                fetched += process.get();
            }
        }
        // A process that finds two of the host being fetched ends; those that fetch go on until none is left.
        assertEquals(many, fetched);
        for (int i = 0; i < many; i++) {
            assertEquals(1, server.seen("/" + i).size());
        }
    }

    @Test
    void asksAHostForTwoAtOnceAtMost() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 6; i++) {
            byte[] feed = Feeds.rss(host, i);
            due(server.at("/" + i, exchange -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                FeedServer.document("text/xml", feed).answer(exchange);
                now.decrementAndGet();
            }));
        }
        FeedLeaseService leases = leases();
        Lease first = leases.due().orElseThrow();
        Lease second = leases.due().orElseThrow();
        assertEquals(Optional.empty(), leases.due());
        try (FeedServer elsewhere = new FeedServer("127.0.0.2")) {
            JsonNode other = due(elsewhere.at("/feed", FeedServer.document("text/xml", Feeds.rss(host, 9))));
            assertEquals(id(other), leases.due().orElseThrow().feed());
        }
        leases.release(first);
        leases.release(second);
        List<Callable<Integer>> processes = List.of(scheduler()::runDue, scheduler()::runDue, scheduler()::runDue);
        try (ExecutorService threads = Executors.newFixedThreadPool(processes.size())) {
            for (Future<Integer> process : threads.invokeAll(processes)) {
                process.get();
            }
        }
        assertTrue(most.get() <= 2, most::toString);
    }
}
