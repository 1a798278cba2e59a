package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.KeysForTests;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The packaged service with its own database, in a process of its own on a port of its own. */
final class PackagedService implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final List<String> log = new ArrayList<>();
    private final CompletableFuture<String> address = new CompletableFuture<>();

    private @Nullable Thread reader;

    private PackagedService(Process process) {
        this.process = process;
    }

    /** Starts it on a folder; it need not come up. */
    static PackagedService launch(Path dataDir) throws IOException {
        return launch(dataDir, Map.of());
    }

    /** Starts it on a new folder, with the sample articles. */
    static PackagedService launchWithSample(Path dataDir) throws IOException {
        return launch(dataDir, Map.of("KHABAR_SAMPLE", "true"));
    }

    /** Starts it with further settings. */
    static PackagedService launch(Path dataDir, Map<String, String> settings) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true);
        command.environment().put("KHABAR_DATA_DIR", dataDir.toString());
        command.environment().put("KHABAR_ADMIN_KEY", KeysForTests.ADMIN);
        command.environment().put("KHABAR_SAMPLE", "false");
        command.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        command.environment().put("QUARKUS_HTTP_PORT", "0");
        command.environment().putAll(settings);
        PackagedService service = new PackagedService(command.start());
        service.reader = Thread.ofVirtual().start(service::readLog);
        return service;
    }

    private void readLog() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (log) {
                    log.add(line);
                    log.notifyAll();
                }
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    address.complete(listening.group(1));
                }
            }
            address.completeExceptionally(new IOException("It ended: " + log()));
        } catch (IOException broken) {
            address.completeExceptionally(broken);
        }
    }

    /** Everything that it has printed so far. */
    String log() {
        synchronized (log) {
            return String.join("\n", log);
        }
    }

    /** Waits until it has printed a text. */
    void awaitLog(String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        synchronized (log) {
            while (log.stream().noneMatch(line -> line.contains(text))) {
                assertTrue(System.nanoTime() < end && process.isAlive(), this::log);
                log.wait(1_000);
            }
        }
    }

    /** Where it listens, as soon as it does. */
    String address() throws InterruptedException, ExecutionException, TimeoutException {
        return address.get(2, TimeUnit.MINUTES);
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return send("POST", path, "application/json", json);
    }

    /** Sends a body of some media type. */
    HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Content-Type", type)
                        .header("X-API-Key", KeysForTests.ADMIN)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address() + path)).build(), BodyHandlers.ofString());
    }

    /** What {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What {@code kill} does; the code that it ends with. */
    int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        assertTrue(process.waitFor(90, TimeUnit.SECONDS), () -> "It does not end: " + log());
        if (reader != null) {
            // What it printed last may still be on its way.
            reader.join(Duration.ofSeconds(10));
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(90, TimeUnit.SECONDS).join();
    }
}
