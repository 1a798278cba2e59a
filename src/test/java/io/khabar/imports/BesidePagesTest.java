package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Saved pages, and what browsers save beside them. */
@QuarkusTest
class BesidePagesTest {

    private static final String PAGE =
            "<html><title>Harbour reopens</title><p>The harbour reopened to ships on Tuesday,"
                    + " after a strike that had closed it for nineteen days.";

    @Test
    void noStyleOrScriptIsTakenForAnArticle() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> beside = List.of("a.css", "b.JS", "c.svg", "d.pdf", "e.png");
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : beside) {
                zip.putNextEntry(new ZipEntry("page_files/" + name));
                zip.write(utf8("body { color: red }"));
            }
            zip.putNextEntry(new ZipEntry("page.html"));
            zip.write(utf8(PAGE));
        }
        JsonNode report = Imports.send("application/zip", bytes.toByteArray(), "?source=" + Sources.created())
                .is(200)
                .json();
        assertEquals(Collections.nCopies(5, "rejected"), outcomes(report).subList(0, 5));
        assertEquals("created", outcomes(report).getLast());
        assertEquals(List.of("file ", "no-article "), findings(report.at("/items/0")));
        assertEquals(
                "The item is of a kind that has no text to read.",
                report.at("/items/0/findings/1/detail").asText());
    }
}
