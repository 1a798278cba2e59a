package io.khabar.feed;

import static io.khabar.fixture.Feeds.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.khabar.transaction.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The right to fetch a feed, by a clock of the test that is long before that of others. */
@QuarkusTest
@TestProfile(FetchingPrivately.class)
class FeedLeaseTest {

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
    Lists database;

    @Inject
    Vertx vertx;

    private final SettableClock clock = new SettableClock(THEN);
    private final FeedServer server = new FeedServer();
    private final String host = Sources.fresh("gazette") + ".example";
    private final List<JsonNode> feeds = new ArrayList<>();
    private final List<FeedFetch> opened = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
        feeds.forEach(feed -> Api.delete(path(feed)).is(204));
        opened.forEach(FeedFetch::stop);
    }

    private FeedLeaseService leases() {
        return new FeedLeaseService(states, moves, transactions, settings, clock);
    }

    private FeedFetch fetch(FeedLeaseService leases, Predicate<InetAddress> allowed, Duration renewal) {
        FetchLimits limits = new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 1_000_000);
        Connector connector = new Connector(vertx, "Khabar/test", limits);
        Fetcher fetcher = new Fetcher(connector, InetAddress::getAllByName, allowed, limits, clock);
        FeedFetch fetch = new FeedFetch(connector, fetcher, imports, leases, renewal);
        opened.add(fetch);
        return fetch;
    }

    private int runDue(FeedLeaseService leases) throws InterruptedException {
        FeedFetch fetch = fetch(leases, _ -> true, Duration.ofSeconds(30));
        return new FeedScheduler(settings, leases, fetch, vertx).runDue();
    }

    private JsonNode due() {
        JsonNode feed = Feeds.created("url", server.at("/feed", FeedServer.document("text/xml", Feeds.rss(host, 1))));
        feeds.add(feed);
        states.hasten(id(feed), clock.instant());
        return feed;
    }

    private static UUID id(JsonNode feed) {
        return UUID.fromString(feed.path("id").asText());
    }

    private static JsonNode state(JsonNode feed) {
        return Api.get(path(feed)).is(200).json();
    }

    private static Instant next(JsonNode feed) {
        return Instant.parse(state(feed).path("nextFetchAt").asText());
    }

    private Duration interval(JsonNode feed) {
        return database.query(
                        new Sql().add("select interval_seconds from feed_state where feed_id = ?", id(feed)),
                        row -> Duration.ofSeconds(row.getLong(1)))
                .getFirst();
    }

    @Test
    void isTakenOverFromADeadProcessAnIntervalLater() throws Exception {
        JsonNode feed = due();
        FeedLeaseService leases = leases();
        Lease dead = leases.due().orElseThrow();
        assertEquals(THEN.plus(Duration.ofMinutes(30)), next(feed));
        clock.advance(leases.length().plusSeconds(1));
        // Free, but not due: a feed by which processes die is not to be the first one for ever.
        assertEquals(0, runDue(leases));
        clock.advance(Duration.ofMinutes(30).minus(leases.length()));
        leases.renew(dead);
        assertEquals(0, runDue(leases));
        clock.advance(leases.length().plusSeconds(1));
        assertEquals(1, runDue(leases));
        JsonNode after = state(feed);
        // It was not dead after all: what it says comes too late.
        leases.end(dead, new Outcome.Failed(410, "gone", "It is gone.", null, true));
        assertEquals(after, state(feed));
    }

    @Test
    void isGivenBackAsItWas() {
        JsonNode feed = due();
        FeedLeaseService leases = leases();
        leases.release(leases.due().orElseThrow());
        assertEquals(THEN, next(feed));
        assertTrue(leases.due().isPresent());
    }

    @Test
    void isRenewedForAsLongAsTheFetchRuns() throws Exception {
        JsonNode feed = due();
        CountDownLatch renewals = new CountDownLatch(3);
        FeedLeaseService leases = new FeedLeaseService(states, moves, transactions, settings, clock) {
            @Override
            void renew(Lease lease) {
                super.renew(lease);
                renewals.countDown();
                // The database was away for once, which ends nothing.
                throw new IllegalStateException("hiccup");
            }
        };
        server.at("/feed", exchange -> {
            try {
                assertTrue(renewals.await(15, TimeUnit.SECONDS));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            FeedServer.document("text/xml", Feeds.rss(host, 1)).answer(exchange);
        });
        Lease lease = leases.due().orElseThrow();
        assertEquals(
                1,
                fetch(leases, _ -> true, Duration.ofMillis(10))
                        .run(lease, true)
                        .totals()
                        .created());
        assertEquals(200, state(feed).path("lastStatus").asInt());
    }

    @Test
    void endsWhereTheFetchBreaksDown() {
        JsonNode feed = due();
        FeedLeaseService leases = leases();
        Predicate<InetAddress> broken = _ -> {
            throw new IllegalStateException("a fault of the test");
        };
        Lease lease = leases.due().orElseThrow();
        assertThrows(IllegalStateException.class, () -> fetch(leases, broken, Duration.ofSeconds(30))
                .run(lease, true));
        assertEquals("import-failed", state(feed).path("lastError").path("code").asText());
        assertEquals(Optional.empty(), leases.due());
        assertTrue(leases.take(id(feed)).isPresent());
    }

    /** As when the process is stopped, whose next one is to find the feed due. */
    @Test
    void isGivenBackByWhoeverIsInterrupted() {
        JsonNode feed = due();
        FeedLeaseService leases = leases();
        FeedFetch fetch = fetch(leases, _ -> true, Duration.ofSeconds(30));
        Lease lease = leases.due().orElseThrow();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> fetch.run(lease, true));
        assertEquals(THEN, next(feed));
        assertEquals(0, state(feed).path("counts").path("fetches").asInt());
        assertTrue(leases.due().isPresent());
    }

    @Test
    void leavesTheIntervalThatWasSetMeanwhile() {
        JsonNode feed = due();
        FeedLeaseService leases = leases();
        for (Outcome outcome : List.of(
                new Outcome.Read(200, null, null, null, 1, 0, 0),
                new Outcome.Failed(500, "status", "The server answers with the status 500.", null, false))) {
            Lease lease = leases.take(id(feed)).orElseThrow();
            int minutes = lease.intervalMinutes() == null ? 600 : 1200;
            Api.patch(path(feed), Json.object("intervalMinutes", minutes)).is(200);
            Instant next = next(feed);
            leases.end(lease, outcome);
            assertEquals(Duration.ofMinutes(minutes), interval(feed));
            assertEquals(next, next(feed));
        }
        // As long as the one before, but set now, which is to be kept to.
        Api.patch(path(feed), "{\"intervalMinutes\":null}").is(200);
        Lease lease = leases.take(id(feed)).orElseThrow();
        Api.patch(path(feed), "{\"intervalMinutes\":30}").is(200);
        leases.end(lease, new Outcome.Read(200, null, null, null, 1, 0, 0));
        assertEquals(Duration.ofMinutes(30), interval(feed));
    }

    @Test
    void leavesThePaceWhereSomebodyAsked() {
        JsonNode feed = due();
        FeedLeaseService leases = leases();
        leases.end(leases.take(id(feed)).orElseThrow(), new Outcome.Read(200, null, null, null, 0, 1, 0));
        assertEquals(Duration.ofMinutes(30), interval(feed));
        clock.advance(Duration.ofHours(1));
        leases.end(leases.due().orElseThrow(), new Outcome.Read(200, null, null, null, 0, 1, 0));
        assertEquals(Duration.ofMinutes(45), interval(feed));
    }

    /** Who tries an address again and again until it works is not to put off the next fetch by a day. */
    @Test
    void leavesWhenItIsDueWhereSomebodyAskedBeforeInVain() {
        JsonNode feed = due();
        FeedLeaseService leases = leases();
        Outcome.Failed failed =
                new Outcome.Failed(500, "status", "The server answers with the status 500.", null, false);
        // It was due: this is the fetch that it was due for.
        leases.end(leases.take(id(feed)).orElseThrow(), failed);
        assertEquals(1, state(feed).path("counts").path("failuresInRow").asInt());
        Instant next = next(feed);
        assertTrue(next.isAfter(THEN));
        for (int i = 0; i < 5; i++) {
            leases.end(leases.take(id(feed)).orElseThrow(), failed);
        }
        JsonNode state = state(feed);
        assertEquals(next, next(feed));
        assertEquals(1, state.path("counts").path("failuresInRow").asInt());
        assertEquals(6, state.path("counts").path("failures").asInt());
        assertEquals("status", state.path("lastError").path("code").asText());
        // The server's own wish counts, whoever asked, unless it is a mistake.
        Instant later = next.plus(Duration.ofHours(1));
        leases.end(leases.take(id(feed)).orElseThrow(), new Outcome.Failed(503, "status", "Later.", later, false));
        assertEquals(later, next(feed));
        leases.end(
                leases.take(id(feed)).orElseThrow(),
                new Outcome.Failed(503, "status", "Much later.", THEN.plus(Duration.ofDays(4_000)), false));
        assertEquals(THEN.plus(Pace.MOST_PATIENCE), next(feed));
        clock.advance(Pace.MOST_PATIENCE);
        leases.end(leases.due().orElseThrow(), failed);
        assertEquals(2, state(feed).path("counts").path("failuresInRow").asInt());
    }

    @Test
    void saysNothingOfAnAddressThatIsNoMore() {
        JsonNode feed = due();
        FeedLeaseService leases = leases();
        Lease lease = leases.due().orElseThrow();
        Api.patch(path(feed), Json.object("url", server.url("/other"))).is(200);
        leases.end(lease, new Outcome.Read(200, null, "\"old\"", null, 1, 0, 0));
        assertEquals(0, state(feed).path("counts").path("fetches").asInt());
        assertEquals(
                1,
                database.query(
                                new Sql().add("select 1 from feed_state where feed_id = ? and etag is null", id(feed)),
                                row -> true)
                        .size());
    }
}
