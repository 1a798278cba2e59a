package io.khabar.imports;

import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Archives that were cut, or changed on the way. */
@QuarkusTest
class DamagedArchivesTest {

    private static byte[] gzip(String plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(utf8(plain));
        }
        return bytes.toByteArray();
    }

    /** An archive of two files, and where the second one begins. */
    private static byte[] zip(int[] second) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bridge.txt"));
            zip.write(utf8("The bridge across the river is open again."));
            zip.closeEntry();
            second[0] = bytes.size();
            zip.putNextEntry(new ZipEntry("harbour.txt"));
            zip.write(utf8("The harbour is open to ships again."));
        }
        return bytes.toByteArray();
    }

    private static JsonNode report(byte[] packed) {
        return report("application/gzip", packed);
    }

    private static JsonNode report(String type, byte[] packed) {
        return Imports.send(type, packed, "?dryRun=true&source=" + Sources.created())
                .is(200)
                .json();
    }

    private static JsonNode damaged(String how) {
        return Json.tree("[{'stage': 'read', 'level': 'error', 'code': 'damaged-archive', 'detail': 'It is damaged: "
                + how + ". What follows cannot be read.'}]");
    }

    @Test
    void giveNoTextThatIsNotWhole() throws IOException {
        byte[] packed = gzip("The bridge across the river is open again after a strike of nineteen days.");
        // Within the text, and within the checksum behind it.
        for (int cut : List.of(12, 4)) {
            JsonNode report = report(Arrays.copyOf(packed, packed.length - cut));
            assertEquals(List.of("rejected"), outcomes(report));
            assertEquals(
                    damaged("it ends too early"), report.path("items").get(0).path("findings"));
        }
        packed[packed.length - 8] ^= 1;
        JsonNode report = report(packed);
        assertEquals(List.of("rejected"), outcomes(report));
        assertEquals(
                damaged("Corrupt GZIP trailer"), report.path("items").get(0).path("findings"));
    }

    @Test
    void sayThatFilesAreMissingWhereTheyEndBetweenTwo() throws IOException {
        int[] second = new int[1];
        byte[] whole = zip(second);
        assertEquals(List.of("created", "created"), outcomes(report("application/zip", whole)));
        // Where the second file would begin, in its signature, in the rest of its head.
        for (int more : List.of(0, 2, 4, 29)) {
            JsonNode report = report("application/zip", Arrays.copyOf(whole, second[0] + more));
            assertEquals(List.of("created", "rejected"), outcomes(report), "after " + more);
            assertEquals(
                    damaged("it ends too early"), report.path("items").get(1).path("findings"));
        }
        whole[second[0]] ^= 1;
        JsonNode report = report("application/zip", whole);
        assertEquals(List.of("created", "rejected"), outcomes(report));
        assertEquals(
                damaged("what stands behind a file is no part of an archive"),
                report.path("items").get(1).path("findings"));
    }

    @Test
    void sayThatFilesAreMissingWhereTheyEndBeforeTheFirst() throws IOException {
        JsonNode report = report("application/zip", Arrays.copyOf(zip(new int[1]), 20));
        assertEquals(List.of("rejected"), outcomes(report));
        assertEquals(damaged("it ends too early"), report.path("items").get(0).path("findings"));
    }
}
