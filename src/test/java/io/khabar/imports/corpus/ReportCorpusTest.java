package io.khabar.imports.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The part of the corpus that is articles as the API writes them, tables, archives, forms and several texts at once, each
 * beside what a dry run reports of it. With {@code -Dkhabar.corpus.write=true} what is reported is written down; the
 * difference is for people to judge before it is committed.
 */
@QuarkusTest
class ReportCorpusTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(CorpusInput.REPORTS)) {
            return files.filter(file -> !file.toString().endsWith(".given.json"))
                    .filter(file -> !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isReportedAsExpected(Path input) throws IOException {
        JsonNode given = JSON.readTree(Files.readString(input.resolveSibling(input.getFileName() + ".given.json")));
        String query = given.path("query").asText();
        String reported = shown(Imports.send(
                        given.path("type").asText(),
                        Files.readAllBytes(input),
                        "?dryRun=true&source=" + Sources.created() + (query.isEmpty() ? "" : "&" + query))
                .is(200)
                .json());
        Path expected = input.resolveSibling(input.getFileName() + ".expected.json");
        if (Boolean.getBoolean("khabar.corpus.write")) {
            Files.writeString(expected, reported);
        }
        assertEquals(Files.readString(expected), reported);
    }

    @Test
    void isOfEveryKindThatReadersAloneDoNotRead() throws IOException {
        assertTrue(inputs().size() >= 9);
    }

    private static String shown(JsonNode report) throws IOException {
        ObjectNode shown = JSON.createObjectNode();
        ArrayNode items = shown.putArray("items");
        for (JsonNode item : report.path("items")) {
            ObjectNode one =
                    items.addObject().put("outcome", item.path("outcome").asText());
            if (item.has("article")) {
                one.set("article", article(item.path("article")));
            }
            ArrayNode findings = one.putArray("findings");
            item.path("findings")
                    .forEach(finding -> findings.add(finding.path("level").asText() + " "
                            + finding.path("code").asText() + " "
                            + finding.path("field").asText()));
        }
        shown.set("totals", report.path("totals"));
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter()
                .withSeparators(com.fasterxml.jackson.core.util.Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(com.fasterxml.jackson.core.util.Separators.Spacing.AFTER));
        lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return JSON.writer(lines).writeValueAsString(shown) + "\n";
    }

    /** Without what is another in each run; dates and authors written short. */
    private static ObjectNode article(JsonNode article) {
        ObjectNode shown = article.deepCopy();
        shown.remove(List.of("id", "source", "createdAt", "updatedAt", "version", "publishedAt"));
        for (String date : List.of("published", "modified")) {
            if (shown.has(date)) {
                shown.put(date, article.path(date).path("value").asText());
            }
        }
        ArrayNode authors = shown.putArray("authors");
        article.path("authors")
                .forEach(author -> authors.add(author.path("name").asText()));
        ArrayNode dates = shown.putArray("dates");
        article.path("dates")
                .forEach(date -> dates.add(
                        (date.path("role").asText() + " " + date.path("value").asText() + " "
                                        + date.path("origin").asText() + " "
                                        + date.path("text").asText())
                                .strip()));
        return shown;
    }
}
