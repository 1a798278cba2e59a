package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.fixture.KeysForTests;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service is killed in the middle of an import. */
class ImportCrashIT {

    private static final int LINES = 100_000;

    /** Lines that are reported before it happens. */
    private static final int REPORTED = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static byte[] line(int number) {
        return ("{\"source\":\"crash\",\"externalId\":\"" + number + "\",\"body\":\"خبر عاجل من دمشق رقم " + number
                        + "، منذ عام 2011.\"}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An import whose report is read while its lines are still being sent: one of the JDK's own clients cannot. */
    private static final class Importing implements AutoCloseable {

        private final Socket socket;
        private final InputStream answer;

        Importing(PackagedService service) throws Exception {
            URI address = URI.create(service.address());
            socket = new Socket(address.getHost(), address.getPort());
            answer = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + KeysForTests.ADMIN
                            + "\r\nContent-Type: application/x-ndjson\r\nAccept: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().start(() -> send(out));
            while (!head().isEmpty()) {
                // The head of the answer says nothing of the report.
            }
        }

        private static void send(OutputStream out) {
            try {
                for (int number = 0; number < LINES; number++) {
                    byte[] line = line(number);
                    out.write((Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(line);
                    out.write('\r');
                    out.write('\n');
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException gone) {
                // The service was killed: that is what the test is about.
            }
        }

        private String head() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int octet = answer.read(); octet != '\n'; octet = answer.read()) {
                if (octet < 0) {
                    throw new IOException("the answer ends");
                }
                line.write(octet);
            }
            return line.toString(StandardCharsets.US_ASCII).strip();
        }

        /** Reads the report: at least so many items, or all there are. */
        List<JsonNode> items(int atLeast) throws IOException {
            ByteArrayOutputStream report = new ByteArrayOutputStream();
            int items = 0;
            while (items < atLeast) {
                int length = Integer.parseInt(head(), 16);
                if (length == 0) {
                    break;
                }
                byte[] part = answer.readNBytes(length);
                report.writeBytes(part);
                for (byte octet : part) {
                    items += octet == '\n' ? 1 : 0;
                }
                head();
            }
            String text = report.toString(StandardCharsets.UTF_8);
            List<JsonNode> read = new ArrayList<>();
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> read.add(parsed(line)));
            return read;
        }

        private static JsonNode parsed(String line) {
            try {
                return JSON.readTree(line);
            } catch (IOException broken) {
                throw new UncheckedIOException(line, broken);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void keepsWhatWasReportedAndIsCompletedBySendingAllAgain() throws Exception {
        List<JsonNode> reported;
        try (PackagedService service = PackagedService.launch(folder)) {
            assertEquals(
                    201,
                    service.post("/v1/sources", "{\"key\":\"crash\",\"name\":\"مصدر\"}")
                            .statusCode());
            try (Importing importing = new Importing(service)) {
                reported = importing.items(REPORTED);
                service.kill();
            }
        }
        assertTrue(reported.size() >= REPORTED && reported.size() < LINES, () -> "items: " + reported.size());
        try (PackagedService service = PackagedService.launch(folder)) {
            for (JsonNode item : reported) {
                assertEquals("created", item.path("outcome").asText());
                String id = item.path("article").path("id").asText();
                assertEquals(
                        200, service.get("/v1/articles/" + id + "?fields=id").statusCode(), id);
            }
            JsonNode totals;
            try (Importing importing = new Importing(service)) {
                totals = importing.items(Integer.MAX_VALUE).getLast().path("totals");
            }
            assertEquals(LINES, totals.path("items").asInt());
            assertTrue(totals.path("exists").asInt() >= reported.size(), totals::toString);
            assertEquals(
                    LINES,
                    totals.path("exists").asInt() + totals.path("created").asInt(),
                    totals::toString);
            JsonNode counted = JSON.readTree(
                    service.get("/v1/articles?count=exact&limit=1&fields=id").body());
            assertEquals(LINES, counted.path("total").path("value").asInt());
        }
    }
}
