package io.khabar.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.khabar.fetch.FetchException.Reason;
import io.khabar.fixture.SettableClock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS is about the name, though the connection goes to an address. */
class SecureFetchTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final String PASSWORD = "for-tests-only";

    @TempDir
    private static Path folder;

    private static final List<String> NAMES = new CopyOnWriteArrayList<>();
    private static Vertx vertx;
    private static HttpServer server;

    /** A server with a certificate of its own for one name. */
    @BeforeAll
    static void open() throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "feeds",
                        "-dname",
                        "CN=feeds.example",
                        "-ext",
                        "san=dns:feeds.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertEquals(true, made.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, made.exitValue());
        vertx = Vertx.vertx();
        HttpServerOptions options =
                new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate());
        server = vertx.createHttpServer(options)
                .requestHandler(request -> {
                    NAMES.add(request.connection().indicatedServerName());
                    request.response().end("<rss/>");
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static String keys() {
        return folder.resolve("keys.p12").toString();
    }

    private static PfxOptions certificate() {
        return new PfxOptions().setPath(keys()).setPassword(PASSWORD);
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Fetched fetch(String host, HttpClientOptions options) throws Exception {
        FetchLimits limits = new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 100_000);
        try (Connector connector = new Connector(vertx, "Khabar/test", limits, options);
                Fetcher fetcher = new Fetcher(
                        connector,
                        _ -> new InetAddress[] {LOOPBACK},
                        LOOPBACK::equals,
                        limits,
                        new SettableClock(Instant.EPOCH))) {
            return fetcher.fetch("https://" + host + ":" + server.actualPort() + "/", Map.of());
        }
    }

    @Test
    void connectsToTheAddressAndAsksForTheName() throws Exception {
        HttpClientOptions trusting = new HttpClientOptions().setTrustOptions(certificate());
        assertEquals(200, fetch("feeds.example", trusting).status());
        assertEquals(List.of("feeds.example"), NAMES);
    }

    @Test
    void refusesACertificateOfAnotherName() {
        HttpClientOptions trusting = new HttpClientOptions().setTrustOptions(certificate());
        FetchException refused = assertThrows(FetchException.class, () -> fetch("other.example", trusting));
        assertEquals(Reason.CONNECTION_FAILED, refused.reason());
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() {
        FetchException refused =
                assertThrows(FetchException.class, () -> fetch("feeds.example", new HttpClientOptions()));
        assertEquals(Reason.CONNECTION_FAILED, refused.reason());
    }
}
