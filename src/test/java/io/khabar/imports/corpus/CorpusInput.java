package io.khabar.imports.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.Finding;
import io.khabar.imports.encoding.Encodings;
import io.khabar.imports.encoding.InputKind;
import io.khabar.imports.feed.Feed;
import io.khabar.imports.feed.FeedReader;
import io.khabar.imports.html.PageReader;
import io.khabar.imports.text.RawTextReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One input of the corpus: the bytes, what comes with them from outside ({@code .given.json}, where anything does), and what
 * is expected of them ({@code .expected.json}).
 */
record CorpusInput(Path file) {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    /** What no reader reads alone; {@link ReportCorpusTest} sends it. */
    static final Path REPORTS = CORPUS.resolve("report");

    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);
    /** The only source that is known here. */
    private static final String KNOWN = "صدى الشهباء";

    static List<CorpusInput> all() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(REPORTS))
                    .filter(file -> !file.toString().endsWith(".given.json"))
                    .filter(file -> !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .map(CorpusInput::new)
                    .toList();
        }
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    /** What is read from the input, in the form of the files that say what is expected. */
    String read() throws IOException {
        ObjectNode read =
                JSON.createObjectNode().put("kind", InputKind.of(bytes()).name());
        switch (file.getName(file.getNameCount() - 2).toString()) {
            case "text" -> read.set("draft", json(text(bytes(), given("charset"))));
            case "html" -> read.set("draft", json(PageReader.read(bytes(), given("charset"), given("url"))));
            case "feed" -> {
                Feed feed = FeedReader.read(bytes(), given("charset"), given("url"));
                read.put("title", feed.title()).put("site", feed.site()).put("language", feed.language());
                ArrayNode drafts = read.putArray("drafts");
                feed.drafts().forEach(draft -> drafts.add(json(draft)));
                findings(read.putArray("findings"), feed.findings());
            }
            default -> throw new IllegalStateException("an input of an unknown kind: " + file);
        }
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter()
                .withSeparators(com.fasterxml.jackson.core.util.Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(com.fasterxml.jackson.core.util.Separators.Spacing.AFTER));
        lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return JSON.writer(lines).writeValueAsString(read) + "\n";
    }

    String expected() throws IOException {
        return Files.readString(beside(".expected.json"));
    }

    Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    static Draft text(byte[] bytes, @Nullable String charset) {
        return RawTextReader.draft(Encodings.decode(bytes, charset).text(), KNOWN::equals);
    }

    @Nullable String given(String name) throws IOException {
        Path given = beside(".given.json");
        JsonNode value =
                Files.exists(given) ? JSON.readTree(Files.readString(given)).get(name) : null;
        return value == null ? null : value.textValue();
    }

    private static ObjectNode json(Draft draft) {
        ObjectNode json = JSON.createObjectNode();
        put(json, "sourceName", draft.sourceName());
        put(json, "sourceHomepage", draft.sourceHomepage());
        put(json, "url", draft.url());
        put(json, "externalId", draft.externalId());
        put(json, "title", draft.title());
        put(json, "lead", draft.lead());
        put(json, "language", draft.language());
        put(json, "section", draft.section());
        put(json, "rights", draft.rights());
        put(json, "published", draft.published());
        put(json, "modified", draft.modified());
        if (!draft.authors().isEmpty()) {
            json.set("authors", JSON.valueToTree(draft.authors()));
        }
        if (!draft.keywords().isEmpty()) {
            json.set("keywords", JSON.valueToTree(draft.keywords()));
        }
        if (draft.image() != null) {
            json.set("image", JSON.valueToTree(draft.image()));
        }
        ArrayNode body = json.putArray("body");
        draft.body().lines().forEach(body::add);
        Set<String> derived = new TreeSet<>(draft.derived());
        json.set("derived", JSON.valueToTree(derived));
        findings(json.putArray("findings"), draft.findings());
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static void findings(ArrayNode array, List<Finding> findings) {
        for (Finding finding : findings) {
            array.add(finding.level().word() + " " + finding.code() + " " + finding.field());
        }
    }

    @Override
    public String toString() {
        return CORPUS.relativize(file).toString();
    }
}
