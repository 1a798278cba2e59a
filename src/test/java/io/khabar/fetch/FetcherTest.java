package io.khabar.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.khabar.fetch.FetchException.Reason;
import io.khabar.fixture.FeedServer;
import io.khabar.fixture.SettableClock;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("127.0.0.2");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final FetchLimits LIMITS = new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 100_000);
    private static final FetchLimits HASTE = new FetchLimits(Duration.ofSeconds(5), Duration.ofMillis(300), 100_000);
    private static final byte[] FEED = "<rss version='2.0'/>".getBytes(StandardCharsets.UTF_8);

    private static Vertx vertx;
    private static Connector connector;

    private final FeedServer server = new FeedServer();
    private final List<String> lookedUp = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        connector = new Connector(vertx, "Khabar/test", LIMITS);
    }

    @AfterAll
    static void close() {
        connector.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    private InetAddress[] resolve(String name) throws UnknownHostException {
        lookedUp.add(name);
        return switch (name) {
            case "feeds.example" -> new InetAddress[] {LOOPBACK};
            case "private.example" -> new InetAddress[] {OTHER};
            case "mixed.example" -> new InetAddress[] {LOOPBACK, OTHER};
            case "unknown.example" -> throw new UnknownHostException(name);
            default -> InetAddress.getAllByName(name);
        };
    }

    /** Of loopback, one address stands for those of the public internet. */
    private Fetched fetch(String url, FetchLimits limits, String... headers) throws Exception {
        Map<String, String> all = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        try (Fetcher fetcher =
                new Fetcher(connector, this::resolve, LOOPBACK::equals, limits, new SettableClock(NOW))) {
            return fetcher.fetch(url, all);
        }
    }

    private FetchException failure(String url, FetchLimits limits) {
        return assertThrows(FetchException.class, () -> fetch(url, limits));
    }

    private Reason reason(String url) {
        return failure(url, LIMITS).reason();
    }

    @Test
    void connectsToTheAddressThatWasCheckedInTheNameOfTheHost() throws Exception {
        server.at("/feed", FeedServer.document("application/rss+xml; charset=utf-8", FEED, "ETag", "\"1\""));
        Fetched fetched = fetch("http://feeds.example:" + server.port() + "/feed", LIMITS, "If-None-Match", "\"0\"");
        assertEquals(200, fetched.status());
        assertArrayEquals(FEED, fetched.bytes());
        assertEquals("application/rss+xml; charset=utf-8", fetched.contentType());
        assertEquals("\"1\"", fetched.etag());
        assertNull(fetched.movedTo());
        FeedServer.Seen seen = server.seen("/feed").getFirst();
        assertEquals("feeds.example:" + server.port(), seen.header("Host"));
        assertEquals("Khabar/test", seen.header("User-Agent"));
        assertEquals("\"0\"", seen.header("If-None-Match"));
        // Once: what a second look-up says would not have been checked.
        assertEquals(List.of("feeds.example"), lookedUp);
    }

    @Test
    void unpacksGzip() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(FEED);
        }
        String url = server.at("/z", FeedServer.document("text/xml", packed.toByteArray(), "Content-Encoding", "gzip"));
        assertArrayEquals(FEED, fetch(url, LIMITS).bytes());
        assertEquals("gzip", server.seen("/z").getFirst().header("Accept-Encoding"));
    }

    @Test
    void readsNoMoreThanItMay() {
        assertEquals(Reason.TOO_LARGE, reason(server.at("/endless", FeedServer.endless())));
        assertEquals(Reason.TOO_LARGE, reason(server.at("/bomb", FeedServer.bomb(50_000_000))));
        assertEquals(Reason.TOO_LARGE, reason(server.at("/large", FeedServer.document("text/xml", new byte[100_001]))));
    }

    @Test
    void readsAsMuchAsItMay() throws Exception {
        String url = server.at("/most", FeedServer.document("text/xml", new byte[100_000]));
        assertEquals(100_000, fetch(url, LIMITS).bytes().length);
        assertEquals(
                100_000,
                fetch(server.at("/packed", FeedServer.bomb(100_000)), LIMITS).bytes().length);
    }

    @Test
    void waitsNoLongerThanItMay() {
        assertEquals(
                Reason.TIMEOUT,
                failure(server.at("/silent", server.silent()), HASTE).reason());
        assertEquals(
                Reason.TIMEOUT,
                failure(server.at("/stalled", server.stalled()), HASTE).reason());
        assertEquals(
                Reason.TIMEOUT,
                failure(server.at("/slow", server.slow()), HASTE).reason());
    }

    @Test
    void tellsWhatIsBroken() throws IOException {
        assertEquals(Reason.CONNECTION_FAILED, reason(server.at("/broken", FeedServer.brokenOff())));
        assertEquals(
                Reason.ENCODING_INVALID,
                reason(server.at("/no-gzip", FeedServer.document("text/xml", FEED, "Content-Encoding", "gzip"))));
        assertEquals(
                Reason.ENCODING_INVALID,
                reason(server.at("/brotli", FeedServer.document("text/xml", FEED, "Content-Encoding", "br"))));
        assertEquals(Reason.HOST_UNKNOWN, reason("http://unknown.example/"));
        assertEquals(Reason.ADDRESS_INVALID, reason("ftp://feeds.example/"));
        String closed;
        try (FeedServer other = new FeedServer()) {
            closed = other.url("/");
        }
        assertEquals(Reason.CONNECTION_FAILED, reason(closed));
    }

    @ParameterizedTest
    @CsvSource({"404, STATUS", "410, GONE", "500, STATUS", "204, STATUS", "300, STATUS"})
    void tellsTheStatus(int status, Reason reason) {
        FetchException failure = failure(server.at("/s", FeedServer.status(status)), LIMITS);
        assertEquals(reason, failure.reason());
        assertEquals(status, failure.status());
        assertNull(failure.retryAt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 120                           | 2026-11-24T12:02:00Z",
                "503 | Tue, 24 Nov 2026 13:00:00 GMT | 2026-11-24T13:00:00Z",
                "503 | soon                          | ",
                "503 | -5                            | "
            })
    void tellsWhenToAskAgain(int status, String header, Instant expected) {
        FetchException failure = failure(server.at("/s", FeedServer.status(status, "Retry-After", header)), LIMITS);
        assertEquals(Reason.STATUS, failure.reason());
        assertEquals(expected, failure.retryAt());
    }

    @Test
    void tellsThatNothingHasChanged() throws Exception {
        Fetched fetched = fetch(server.at("/v", FeedServer.versioned("\"7\"", FEED)), LIMITS, "If-None-Match", "\"7\"");
        assertEquals(304, fetched.status());
        assertEquals(0, fetched.bytes().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void notesWhereADocumentHasMovedForGood(int status) throws Exception {
        server.at("/new", FeedServer.document("text/xml", FEED));
        String url = server.at("/old", FeedServer.status(status, "Location", "/new"));
        Fetched fetched = fetch(url, LIMITS);
        assertEquals(server.url("/new"), fetched.movedTo());
        assertEquals(server.url("/new"), fetched.url());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void notesNothingOfWhatIsElsewhereForNow(int status) throws Exception {
        server.at("/end", FeedServer.document("text/xml", FEED));
        server.at("/then", FeedServer.status(301, "Location", "/end"));
        Fetched fetched = fetch(server.at("/now", FeedServer.status(status, "Location", "then")), LIMITS);
        assertNull(fetched.movedTo());
        assertEquals(server.url("/end"), fetched.url());
        // For good as far as the first that is not.
        Fetched moved = fetch(server.at("/gone", FeedServer.status(308, "Location", "now")), LIMITS);
        assertEquals(server.url("/now"), moved.movedTo());
    }

    @Test
    void followsRedirectsToAnEnd() throws Exception {
        assertEquals(
                Reason.TOO_MANY_REDIRECTS, reason(server.at("/loop", FeedServer.status(302, "Location", "/loop"))));
        assertEquals(Fetcher.MOST_REDIRECTS + 1, server.seen("/loop").size());
        server.at("/0", FeedServer.document("text/xml", FEED));
        for (int i = 1; i <= Fetcher.MOST_REDIRECTS + 1; i++) {
            server.at("/" + i, FeedServer.status(302, "Location", "/" + (i - 1)));
        }
        assertEquals(
                200, fetch(server.url("/" + Fetcher.MOST_REDIRECTS), LIMITS).status());
        assertEquals(Reason.TOO_MANY_REDIRECTS, reason(server.url("/" + (Fetcher.MOST_REDIRECTS + 1))));
    }

    /** Servers write addresses as they are, in octets of UTF-8. */
    @Test
    void followsRedirectsBeyondAscii() throws Exception {
        String expected = server.at("/%D8%AE%D8%A8%D8%B1", FeedServer.document("text/xml", FEED));
        String path = new String("/خبر".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        for (String location : List.of(path, server.url(path))) {
            Fetched fetched = fetch(server.at("/r", FeedServer.status(301, "Location", location)), LIMITS);
            assertEquals(expected, fetched.movedTo());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://feeds.example/", "http://user:word@feeds.example/", ""})
    void followsNoRedirectThatIsNotOfTheWeb(String location) {
        assertEquals(Reason.REDIRECT_INVALID, reason(server.at("/r", FeedServer.status(302, "Location", location))));
    }

    @Test
    void asksNothingOfWhatIsNotPublic() {
        try (FeedServer hidden = new FeedServer("127.0.0.2")) {
            String secret = hidden.at("/secret", FeedServer.document("text/xml", FEED));
            assertEquals(Reason.ADDRESS_NOT_PUBLIC, reason(secret));
            assertEquals(Reason.ADDRESS_NOT_PUBLIC, reason("http://private.example:" + hidden.port() + "/secret"));
            assertEquals(Reason.ADDRESS_NOT_PUBLIC, reason("http://mixed.example:" + hidden.port() + "/secret"));
            assertEquals(
                    Reason.ADDRESS_NOT_PUBLIC, reason(server.at("/r", FeedServer.status(302, "Location", secret))));
            assertEquals(
                    Reason.ADDRESS_NOT_PUBLIC,
                    reason(server.at(
                            "/n",
                            FeedServer.status(
                                    301, "Location", "http://private.example:" + hidden.port() + "/secret"))));
            assertEquals(List.of(), hidden.seen("/secret"));
        }
    }

    /** A name that is public when it is checked and private when it is asked again. */
    @Test
    void isNotMovedBetweenCheckAndConnection() throws Exception {
        server.at("/feed", FeedServer.document("text/xml", FEED));
        List<InetAddress> answers = new CopyOnWriteArrayList<>(List.of(LOOPBACK, OTHER, OTHER));
        try (Fetcher fetcher = new Fetcher(
                connector,
                _ -> new InetAddress[] {answers.removeFirst()},
                LOOPBACK::equals,
                LIMITS,
                new SettableClock(NOW))) {
            String url = "http://rebound.example:" + server.port() + "/feed";
            assertEquals(200, fetcher.fetch(url, Map.of()).status());
            FetchException second = assertThrows(FetchException.class, () -> fetcher.fetch(url, Map.of()));
            assertEquals(Reason.ADDRESS_NOT_PUBLIC, second.reason());
        }
        assertEquals(1, server.seen("/feed").size());
    }
}
