package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.stored;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw texts: their title, source, lead and keywords are found in them. */
@QuarkusTest
class RawTextImportTest {

    private static final String FIRST = "أعلنت وزارة النقل خطة جديدة لإصلاح الطرق في المدينة القديمة.";
    private static final String SECOND = "وقال الوزير إن إصلاح الطرق يبدأ بعد شهر.";

    private static JsonNode item(String query, String text) {
        return Imports.text(query, text).path("items").get(0);
    }

    @Test
    void haveATitleABylineAndALead() {
        JsonNode item = item(
                "?dryRun=true&source=" + Sources.created(),
                "خطة جديدة لطرق المدينة\nبقلم: ليلى الحموي\n" + FIRST + "\n" + SECOND);
        JsonNode article = item.path("article");
        assertEquals("خطة جديدة لطرق المدينة", article.path("title").asText());
        assertEquals(FIRST, article.path("lead").asText());
        assertEquals(FIRST + "\n\n" + SECOND, article.path("body").asText());
        assertEquals(List.of("ليلى الحموي"), Json.texts(article.path("authors"), "name"));
        String derived = article.path("derived").toString();
        for (String field : List.of("title", "lead", "authors", "language", "keywords")) {
            assertTrue(derived.contains("\"" + field + "\""), derived);
        }
        assertFalse(derived.contains("\"source\""), derived);
    }

    @ParameterizedTest
    @ValueSource(strings = {"عنب بلدي", "Al Jazeera", "Al Arabiya", "Le Monde", "RIA Novosti", "France 24"})
    void haveTheirLastLineForASourceWhereNothingElseNamesOne(String last) {
        JsonNode item = item("?dryRun=true", FIRST + "\n" + SECOND + "\n" + last);
        assertEquals("created", item.path("outcome").asText());
        assertEquals(last, item.path("article").path("source").path("name").asText());
        assertEquals(FIRST + "\n\n" + SECOND, item.path("article").path("body").asText());
        assertTrue(findings(item).contains("source-assumed source"));
        assertEquals("info", item.path("findings").get(0).path("level").asText());
    }

    @Test
    void keepTheirLastLineWhereTheSourceIsGiven() {
        JsonNode item = item("?dryRun=true&source=" + Sources.created(), FIRST + "\n" + SECOND + "\nعنب بلدي");
        assertEquals(
                FIRST + "\n\n" + SECOND + "\n\nعنب بلدي",
                item.path("article").path("body").asText());
        assertEquals(List.of(), findings(item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"وعاد الوفد إلى بلده", "Read more", "(يتبع)"})
    void areRejectedWhereTheLastLineIsPartOfTheText(String last) {
        JsonNode item = item("?dryRun=true", FIRST + "\n" + SECOND + "\n" + last);
        assertEquals("rejected", item.path("outcome").asText());
        assertEquals(List.of("source-unknown source"), findings(item));
    }

    @Test
    void areReadInTheEncodingThatIsSaid() {
        byte[] bytes = (FIRST + "\n" + SECOND).getBytes(Charset.forName("windows-1256"));
        JsonNode report = Imports.send(
                        "text/plain; charset=windows-1256", bytes, "?dryRun=true&source=" + Sources.created())
                .is(200)
                .json();
        assertEquals(
                FIRST + "\n\n" + SECOND,
                report.path("items").get(0).path("article").path("body").asText());
        byte[] two = (FIRST + "\n---\n" + SECOND).getBytes(Charset.forName("windows-1256"));
        JsonNode split = Imports.send(
                        "text/plain; charset=windows-1256", two, "?dryRun=true&split=true&source=" + Sources.created())
                .is(200)
                .json();
        assertEquals(
                SECOND, split.path("items").get(1).path("article").path("body").asText());
        assertEquals(
                "unsupported-media-type",
                Imports.send("text/plain; charset=windows-9999", bytes, "")
                        .is(415)
                        .json()
                        .path("code")
                        .asText());
        assertEquals(
                "unsupported-media-type",
                Imports.send("application/json; charset=windows-1256", bytes, "")
                        .is(415)
                        .json()
                        .path("code")
                        .asText());
    }

    /** What people have: a file of an old editor, of which nobody says in what it is. */
    @ParameterizedTest
    @ValueSource(strings = {"windows-1256", "ISO-8859-6"})
    void areReadInTheEncodingThatTheyShow(String charset) {
        byte[] two = (FIRST + "\n---\n" + SECOND).getBytes(Charset.forName(charset));
        JsonNode split = Imports.send("text/plain", two, "?dryRun=true&split=true&source=" + Sources.created())
                .is(200)
                .json();
        byte[] bytes = (FIRST + "\n" + SECOND).getBytes(Charset.forName(charset));
        JsonNode one = Imports.send("text/plain", bytes, "?dryRun=true&source=" + Sources.created())
                .is(200)
                .json();
        assertEquals(FIRST, split.at("/items/0/article/body").asText());
        assertEquals(SECOND, split.at("/items/1/article/body").asText());
        assertEquals(FIRST + "\n\n" + SECOND, one.at("/items/0/article/body").asText());
        for (JsonNode item : List.of(split.at("/items/0"), split.at("/items/1"), one.at("/items/0"))) {
            assertEquals(
                    Json.tree(
                            "[{'stage': 'read', 'level': 'warning', 'code': 'encoding-guessed', 'detail': 'Nothing says its"
                                    + " encoding, and it is not UTF-8: it was read as " + charset
                                    + ".', 'field': 'body'}]"),
                    item.path("findings"));
        }
    }

    /** What is said is not guessed against, and what is too little to tell is not guessed. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=utf-8", "text/plain; charset=us-ascii", "text/plain"})
    void areRefusedWhereTheyAreNotWhatTheyShouldBe(String type) {
        String text = type.contains("charset") ? FIRST + "\n" + SECOND : "خبر";
        byte[] bytes = text.getBytes(Charset.forName("windows-1256"));
        JsonNode problem = Imports.send(type, bytes, "?dryRun=true&source=" + Sources.created())
                .is(400)
                .json();
        assertEquals(
                Json.tree("[{'pointer': '', 'code': 'encoding', 'detail': 'cannot be read: not UTF-8 at byte 0'}]"),
                problem.path("errors"));
        JsonNode item = Imports.send(type, bytes, "?dryRun=true&split=true&source=" + Sources.created())
                .is(200)
                .json()
                .at("/items/0");
        assertEquals("rejected", item.path("outcome").asText());
        assertEquals(List.of("encoding "), findings(item));
    }

    @Test
    void sayWhereOctetsAreNoText() {
        JsonNode report = Imports.send(
                        "text/plain; charset=ISO-8859-6",
                        new byte[] {(byte) 0xE2, (byte) 0xE4, (byte) 0xFF, ' ', (byte) 0xE2, (byte) 0xE4, '.'},
                        "?dryRun=true&source=" + Sources.created())
                .is(200)
                .json();
        assertTrue(findings(report.path("items").get(0)).contains("damaged-text body"));
    }

    @Test
    void haveKeywordsThatNobodyElseGets() {
        String source = Sources.created();
        JsonNode article = item("?source=" + source, FIRST + "\n" + SECOND).path("article");
        assertTrue(
                article.path("keywords").size() > 0 && article.path("keywords").size() <= 10);
        assertTrue(article.path("derived").toString().contains("\"keywords\""));
        JsonNode given =
                item("?source=" + source + "&keyword=x", SECOND + "\n" + FIRST).path("article");
        assertEquals(Json.tree("['x']"), given.path("keywords"));
        assertFalse(given.path("derived").toString().contains("\"keywords\""));
        JsonNode posted = Api.post("/v1/articles", Json.object("source", source, "body", FIRST + "\n\n" + SECOND))
                .is(201)
                .json();
        assertEquals(Json.tree("[]"), posted.path("keywords"));
        JsonNode line = Imports.lines("?dryRun=true", Json.object("source", source, "body", "س. " + FIRST + SECOND));
        assertEquals(List.of("created"), outcomes(line));
        assertEquals(Json.tree("[]"), line.path("items").get(0).path("article").path("keywords"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void arePartedInEncodingsOfWiderUnits(String charset) {
        byte[] wide = ("\uFEFF" + (FIRST + "\n---\n").repeat(200) + SECOND + " \uD83D\uDE00")
                .getBytes(Charset.forName(charset));
        JsonNode items = Imports.send("text/plain", wide, "?dryRun=true&split=true&source=" + Sources.created())
                .is(200)
                .json()
                .path("items");
        assertEquals(201, items.size());
        assertEquals(FIRST, items.get(0).path("article").path("body").asText());
        assertEquals(
                SECOND + " \uD83D\uDE00",
                items.get(200).path("article").path("body").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void areReadInTheEncodingOfWiderUnitsThatIsSaid(String charset) {
        for (String text :
                List.of(FIRST + "\n\n" + SECOND, "«" + FIRST + "» گفت", "The bridge over the river is open again.")) {
            byte[] wide = text.getBytes(Charset.forName(charset));
            String query = "?dryRun=true&source=" + Sources.created();
            JsonNode report = Imports.send("text/plain; charset=" + charset, wide, query)
                    .is(200)
                    .json();
            assertEquals(text, report.at("/items/0/article/body").asText());
            assertEquals(List.of(), findings(report.path("items").get(0)));
            byte[] marked = ("\uFEFF" + text).getBytes(Charset.forName(charset));
            JsonNode unsaid = Imports.send("text/plain", marked, query).is(200).json();
            assertEquals(text, unsaid.at("/items/0/article/body").asText());
        }
    }

    @Test
    void areOfAnySortOfLineEndAndBeginWithAMark() {
        byte[] wide = ("\uFEFF" + FIRST + "\r\n" + SECOND).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        JsonNode report = Imports.send("text/plain", wide, "?dryRun=true&source=" + Sources.created())
                .is(200)
                .json();
        assertEquals(
                FIRST + "\n\n" + SECOND,
                report.path("items").get(0).path("article").path("body").asText());
        assertEquals(
                400,
                Imports.send("text/plain", new byte[] {(byte) 0xFF, 'x'}, "").status());
        assertEquals(
                413,
                Imports.send("text/plain", utf8("x".repeat(TextInput.LIMIT + 1)), "")
                        .status());
    }

    @Test
    void splitsARawText() {
        String source = Sources.created();
        JsonNode report = Imports.text(
                "?split=true&source=" + source,
                "---\nالخبر الأول من دمشق.\nفقرة ثانية.\n-----\r\n\nالخبر الثاني من حلب.\n====\n\n=== \nالثالث من حمص.");
        assertEquals(List.of("created", "created", "created"), outcomes(report));
        assertEquals(
                "الخبر الأول من دمشق.\n\nفقرة ثانية.",
                stored(report.path("items").get(0)).path("body").asText());
        assertEquals(
                Json.tree("['keywords', 'lead', 'language', 'direction']"),
                stored(report.path("items").get(1)).path("derived"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void haveTheSourceThatTheirFirstOrLastLineNamesByAnAlias(boolean last) {
        // As a part of the text it would say nothing of a source.
        String alias = "عاد إلى بلده " + Sources.word();
        String source = Sources.created("aliases", List.of(alias));
        String body = FIRST + "\n" + SECOND;
        JsonNode item = item("?dryRun=true", last ? body + "\n" + alias : alias + "\n" + body);
        assertEquals(List.of(), findings(item));
        assertEquals(source, item.at("/article/source/key").asText());
        assertEquals(FIRST + "\n\n" + SECOND, item.at("/article/body").asText());
        assertTrue(item.at("/article/derived").toString().contains("\"source\""));
    }

    @Test
    void areOneTextBetweenShorterLines() {
        String text = FIRST + "\n--\n" + SECOND + "\n==\n" + SECOND + "\n- - -\n" + FIRST;
        JsonNode report = Imports.text("?dryRun=true&split=true&source=" + Sources.created(), text);
        assertEquals(1, report.path("items").size(), report::toString);
        JsonNode whole = Imports.text("?dryRun=true&source=" + Sources.created(), FIRST + "\n-----\n" + SECOND);
        assertEquals(1, whole.path("items").size(), "without `split`");
    }
}
