package io.khabar.imports.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus through the service: what the readers find is what would be stored, and damaged input is no fault of ours. */
@QuarkusTest
class CorpusOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TYPES = List.of(
            "text/plain",
            "text/html",
            "application/xml",
            "application/feed+json",
            "application/json",
            "application/x-ndjson",
            "text/csv");
    private static final String[] SHAPES = {
        "<", ">", "]]>", "&#x0;", "\"", "\u0000", "<![CDATA[", "{\"items\":[", "\uFEFF"
    };

    static List<CorpusInput> inputs() throws IOException {
        return CorpusInput.all();
    }

    private static String kind(CorpusInput input) {
        return input.file().getName(input.file().getNameCount() - 2).toString();
    }

    private static String type(CorpusInput input) {
        return switch (kind(input)) {
            case "text" -> "text/plain";
            case "html" -> "text/html";
            default -> input.toString().endsWith(".json") ? "application/feed+json" : "application/xml";
        };
    }

    private static String query(@Nullable String source, @Nullable String url) {
        return "?dryRun=true" + (source == null ? "" : "&source=" + source)
                + (url == null ? "" : "&url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
    }

    private static Answer sent(CorpusInput input, String type, byte[] bytes, @Nullable String source)
            throws IOException {
        String charset = input.given("charset");
        return Imports.send(
                charset == null ? type : type + "; charset=" + charset,
                bytes,
                query(source, type.endsWith("json") || type.endsWith("csv") ? null : input.given("url")));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isReportedAsTheReadersReadIt(CorpusInput input) throws IOException {
        JsonNode expected = JSON.readTree(input.expected());
        List<JsonNode> drafts = new ArrayList<>();
        if (expected.has("draft")) {
            drafts.add(expected.path("draft"));
        } else {
            expected.path("drafts").forEach(drafts::add);
        }
        boolean unnamed = drafts.stream().anyMatch(draft -> !draft.has("sourceName"));
        // What a known name adds is tested with the readers.
        if (unnamed || input.toString().contains("known")) {
            return;
        }
        JsonNode items =
                sent(input, type(input), input.bytes(), null).is(200).json().path("items");
        assertEquals(drafts.size(), items.size());
        for (int i = 0; i < items.size(); i++) {
            JsonNode draft = drafts.get(i);
            JsonNode article = items.get(i).path("article");
            if (draft.path("body").isEmpty()) {
                assertEquals("rejected", items.get(i).path("outcome").asText());
                assertTrue(Imports.findings(items.get(i)).contains("no-text body"));
                continue;
            }
            for (String field : List.of("title", "url", "externalId", "section", "rights")) {
                assertEquals(draft.path(field), article.path(field), field);
            }
            assertEquals(
                    draft.path("published").asText(),
                    article.path("published").path("value").asText());
            assertEquals(
                    draft.path("modified").asText(),
                    article.path("modified").path("value").asText());
            assertEquals(Json.texts(draft.path("authors"), "name"), Json.texts(article.path("authors"), "name"));
            List<String> body = new ArrayList<>();
            draft.path("body").forEach(line -> body.add(line.asText()));
            assertEquals(body, article.path("body").asText().lines().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isNeverAFaultOfOursWhenItIsDamaged(CorpusInput input) throws IOException {
        Random random = new Random(input.toString().hashCode());
        String source = Sources.created();
        for (int i = 0; i < 4; i++) {
            String type = i < 2 ? type(input) : TYPES.get(random.nextInt(TYPES.size()));
            int status =
                    sent(input, type, damaged(input.bytes(), random), source).status();
            assertTrue(status < 500, () -> type + ": " + status);
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = 0; i < 1 + bytes.length / 200 && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            byte[] shape = SHAPES[random.nextInt(SHAPES.length)].getBytes(StandardCharsets.UTF_8);
            if (random.nextBoolean()) {
                bytes[at] = (byte) random.nextInt();
            } else {
                System.arraycopy(shape, 0, bytes, at, Math.min(shape.length, bytes.length - at));
            }
        }
        int length = random.nextInt(3) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
        return java.util.Arrays.copyOf(bytes, length);
    }
}
