package io.khabar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The packaged service, as a process of its own, started as its users start it. */
final class Service implements AutoCloseable {

    static final String KEY = "khb_benchmark-0123456789abcdef";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final String address;
    private final Duration firstAnswerAfter;
    private final HttpClient client;

    private Service(Process process, String address, HttpClient client, Duration firstAnswerAfter) {
        this.process = process;
        this.address = address;
        this.client = client;
        this.firstAnswerAfter = firstAnswerAfter;
    }

    /** Starts it and waits for its first answer from the database. */
    static Service start(Database database, Path index, Path log) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        // The script becomes the service: it ends with exec.
        ProcessBuilder command = new ProcessBuilder("./khabar", "start")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().putAll(database.forService());
        command.environment().put("KHABAR_ADMIN_KEY", KEY);
        command.environment().put("KHABAR_SAMPLE", "false");
        command.environment().put("KHABAR_SEARCH_DIR", index.toAbsolutePath().toString());
        command.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        command.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        HttpClient client = HttpClient.newHttpClient();
        long begin = System.nanoTime();
        Process process = command.start();
        Service service = new Service(process, "http://127.0.0.1:" + port, client, Duration.ZERO);
        while (!service.answers()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            if (!process.isAlive() || waited.compareTo(PATIENCE) > 0) {
                process.destroy();
                throw new IOException("The service did not start; its log is " + log);
            }
            Thread.sleep(5);
        }
        Duration firstAnswerAfter = Duration.ofNanos(System.nanoTime() - begin);
        return new Service(process, service.address, client, firstAnswerAfter);
    }

    /** Waits until the search index has everything, and says how long: indexing takes the processor from what is measured. */
    Duration awaitIndex() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        ObjectMapper json = new ObjectMapper();
        while (true) {
            JsonNode index = json.readTree(send("/v1/search").body());
            if (index.path("state").asText().equals("ready")
                    && index.path("lagMilliseconds").asLong() == 0) {
                return Duration.ofNanos(System.nanoTime() - begin);
            }
            if (!process.isAlive()) {
                throw new IOException("The service ended while it built its search index");
            }
            Thread.sleep(200);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return send("/v1/articles?limit=1").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    void post(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("X-API-Key", KEY)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + ": " + answer.body());
        }
    }

    String address() {
        return address;
    }

    /** From the start of the process to the first list that it answered. */
    Duration firstAnswerAfter() {
        return firstAnswerAfter;
    }

    /** Processor time so far, in seconds. */
    double cpu() {
        return Cpu.ofTree(process.pid());
    }

    /** Resident memory in MiB; -1 where the system does not tell. */
    long residentMegabytes() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return -1;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
