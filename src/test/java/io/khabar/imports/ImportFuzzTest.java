package io.khabar.imports;

import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Seeds;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Inputs of every kind with something wrong in them, archives and forms above all: a report or a problem, soon, and never
 * a fault of the service. The choices are others in each run; {@link Seeds} repeats them.
 */
@QuarkusTest
class ImportFuzzTest {

    /** Of each kind. */
    private static final int MUTATIONS = 60;

    /** No input here has more than a few kilobytes; a machine that does other things beside is slow at times. */
    private static final long SOON_MILLIS = 10_000;

    private static final String BOUNDARY = "frontier";

    /** An input and the type that it is sent with. */
    private static final class Seed {
        private final String type;
        private final byte[] input;

        Seed(String type, byte[] input) {
            this.type = type;
            this.input = input;
        }
    }

    private final Random random = Seeds.random();
    private String source = "";

    @BeforeEach
    void createSource() {
        source = Sources.created();
    }

    private List<Seed> seeds() throws IOException {
        String text = "أعيد فتح المرفأ يوم الاثنين أمام السفن بعد إضراب.\n\nوكان قد أغلق منذ 2011.\nسانا";
        String page =
                "<html><head><title>Harbour reopens</title><meta charset=utf-8><script type='application/ld+json'>"
                        + "{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-09-14\",\"articleBody\":\"x\"}</script></head>"
                        + "<body><article><p>The harbour reopened to ships on Tuesday, after a strike.</p></article></body></html>";
        String feed = "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>Gazette</title><item>"
                + "<guid>1</guid><pubDate>Tue, 14 Sep 2021 10:00:00 +0300</pubDate><description>The bridge is open."
                + "</description></item></channel></rss>";
        String line = "{\"source\":\"" + source + "\",\"body\":\"خبر قصير عن المرفأ.\",\"published\":\"2021-09-14\"}";
        String csv = "source;body;published\n" + source + ";\"The \"\"bridge\"\"\nis open.\";2021-09-14\n";
        byte[] zip = zip(
                "a.txt",
                utf8(text),
                "b/page.html",
                utf8(page),
                "feed.xml",
                utf8(feed),
                "c.zip",
                zip("d.csv", utf8(csv)));
        String form = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"خبر.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + text + "\r\n--" + BOUNDARY + "\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.ndjson\"\r\n"
                + "Content-Type: application/x-ndjson\r\n\r\n" + line + "\r\n--" + BOUNDARY + "--\r\n";
        return List.of(
                new Seed("text/plain", utf8(text)),
                new Seed("text/html", utf8(page)),
                new Seed("application/rss+xml", utf8(feed)),
                new Seed("application/x-ndjson", utf8(line + "\n" + line)),
                new Seed("application/json", utf8("[" + line + "," + line + "]")),
                new Seed("text/csv", utf8(csv)),
                new Seed("application/zip", zip),
                new Seed("application/gzip", gzip(utf8(line))),
                new Seed("application/gzip", gzip(zip)),
                new Seed("multipart/form-data; boundary=" + BOUNDARY, utf8(form)));
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndBytes[i].toString()));
                zip.write((byte[]) namesAndBytes[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    /** Cut short, with octets changed, taken out, put in or repeated; several of these at times. */
    private byte[] mutated(byte[] input) {
        byte[] bytes = input.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(40), bytes.length - at);
            switch (random.nextInt(6)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> bytes = spliced(bytes, at, length, new byte[0]);
                case 4 -> bytes = spliced(bytes, at, 0, repeated(Arrays.copyOfRange(bytes, at, at + length)));
                default -> {
                    byte[] noise = new byte[length];
                    random.nextBytes(noise);
                    bytes = spliced(bytes, at, length, noise);
                }
            }
        }
        return bytes;
    }

    private byte[] repeated(byte[] piece) {
        int times = 1 + random.nextInt(50);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, at);
        all.writeBytes(inserted);
        all.write(bytes, at + removed, bytes.length - at - removed);
        return all.toByteArray();
    }

    private void check(String type, byte[] input, String query) {
        long started = System.nanoTime();
        Answer answer = Imports.send(type, input, query);
        long millis = (System.nanoTime() - started) / 1_000_000;
        String what = type + " " + query + " " + Arrays.toString(input);
        assertTrue(
                answer.status() == 200 || (answer.status() >= 400 && answer.status() < 500),
                () -> what + answer.text());
        assertTrue(millis < SOON_MILLIS, () -> millis + " ms for " + what);
        if (answer.status() != 200) {
            answer.isAnyProblem();
            return;
        }
        JsonNode report = answer.json();
        assertEquals(report.path("items").size(), report.at("/totals/items").asInt(), what);
        for (JsonNode item : report.path("items")) {
            boolean rejected = item.path("outcome").asText().equals("rejected");
            assertTrue(!rejected || !item.path("findings").isEmpty(), () -> what + item);
        }
    }

    @Test
    void neverFailsWhateverComes() throws IOException {
        List<Seed> seeds = seeds();
        List<String> queries =
                new ArrayList<>(List.of("?source=" + source, "?dryRun=true", "?split=true&dryRun=true", ""));
        for (Seed seed : seeds) {
            check(seed.type, seed.input, "?source=" + source);
            check(seed.type, new byte[0], "");
            for (int i = 0; i < MUTATIONS; i++) {
                String query = queries.get(random.nextInt(queries.size()));
                check(seed.type, mutated(seed.input), query);
            }
            // What it is not: the octets of one kind under the name of another.
            for (Seed other : seeds) {
                check(other.type, seed.input, "?dryRun=true&source=" + source);
            }
        }
    }
}
