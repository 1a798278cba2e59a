package io.khabar.imports;

import static io.khabar.fixture.Imports.article;
import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles that are imported again after a person corrected what they are known by. */
@QuarkusTest
class FormerIdentitiesTest {

    private String source = "";
    private String other = "";

    @BeforeEach
    void create() {
        source = Sources.created();
        other = Sources.created();
    }

    private ObjectNode line() {
        return article(source, Sources.word() + " وصل الوفد إلى المدينة.", "2021-09-14");
    }

    private final String text = "وصل الوفد إلى " + Sources.word() + " أمس، بعد عامين من الغياب عن المدينة القديمة."
            + "\n\nوقال الناطق باسم الوفد إن الزيارة تستمر ثلاثة أيام.";

    private static JsonNode stored(String path) {
        return Api.get(path).is(200).json();
    }

    private static String sourceOf(String path) {
        return stored(path).at("/source/key").asText();
    }

    private static String created(JsonNode report) {
        assertEquals(List.of("created"), outcomes(report), report::toString);
        return Articles.path(report.at("/items/0/article"));
    }

    private static void patch(String path, Object... members) {
        Api.patch(path, Json.object(members)).is(200);
    }

    private static void isThere(String path, String by, JsonNode report) {
        isMet(path, "exists", report);
        assertEquals(List.of("article-exists " + by), findings(report.at("/items/0")));
    }

    private static void isRefused(String path, String by, JsonNode report) {
        isMet(path, "rejected", report);
        assertEquals(List.of("article-exists " + by), findings(report.at("/items/0")));
    }

    private static void stays(String path, JsonNode report) {
        isMet(path, "unchanged", report);
    }

    private static void isMet(String path, String outcome, JsonNode report) {
        assertEquals(List.of(outcome), outcomes(report), report::toString);
        assertEquals(path, Articles.path(report.at("/items/0/article")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isKnownByTheIdOfTheSourceThatItHad(boolean replaced) {
        ObjectNode line = line();
        String path = created(lines("", line));
        if (replaced) {
            Api.put(path, ((ObjectNode) stored(path)).put("source", other)).is(200);
        } else {
            patch(path, "source", other);
        }
        isThere(path, "externalId", lines("", line));
        isThere(path, "externalId", lines("?dryRun=true", line));
        isRefused(path, "externalId", lines("?onExisting=reject", line));
        isRefused(path, "externalId", lines("?onExisting=reject&dryRun=true", line));
        assertEquals(other, sourceOf(path));
        // Twice in one input, and beside what is new.
        assertEquals(List.of("exists", "created", "exists"), outcomes(lines("", line, line(), line)));
        // A line that has a field for its source states it.
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update&dryRun=true", line)));
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update", line)));
        assertEquals(source, sourceOf(path));
        stays(path, lines("?onExisting=update", line));
    }

    @Test
    void keepsTheSourceWhereTheInputStatesNone() {
        ObjectNode line = line();
        line.remove("source");
        String path = created(lines("?source=" + source, line));
        patch(path, "source", other);
        stays(path, lines("?onExisting=update&dryRun=true&source=" + source, line));
        stays(path, lines("?onExisting=update&source=" + source, line));
        line.put("section", "محليات");
        JsonNode report = lines("?onExisting=update&source=" + source, line);
        assertEquals(List.of("updated"), outcomes(report), report::toString);
        assertEquals(other, sourceOf(path));
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update&override=true&source=" + source, line)));
        assertEquals(source, sourceOf(path));
    }

    /** In the other source its old id may be that of another article. */
    @Test
    void keepsTheIdThatAPersonGaveItWithTheSource() {
        ObjectNode line = line();
        line.remove("source");
        String path = created(lines("?source=" + source, line));
        created(lines("?source=" + other, line));
        String right = Sources.fresh("right");
        patch(path, "source", other, "externalId", right);
        stays(path, lines("?onExisting=update&source=" + source, line));
        line.put("section", "محليات");
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update&source=" + source, line)));
        assertEquals(right, stored(path).path("externalId").asText());
        Api.patch(path, Json.object("externalId", null)).is(200);
        stays(path, lines("?onExisting=update&source=" + source, line));
    }

    @Test
    void isKnownByTheTextThatItHadInAnotherSource() {
        String path = created(text("?source=" + source, text));
        patch(path, "source", other);
        isThere(path, "text", text("?source=" + source, text));
        isThere(path, "text", text("?dryRun=true&source=" + source, text));
        isRefused(path, "text", text("?onExisting=reject&source=" + source, text));
        stays(path, text("?onExisting=update&source=" + source, text));
        assertEquals(other, sourceOf(path));
    }

    @Test
    void isKnownByTheTextThatNamesItsSource() {
        String name = Sources.word();
        Sources.created("name", name);
        String signed = text + "\n" + name + "\n";
        String path = created(text("", signed));
        patch(path, "source", other);
        isThere(path, "text", text("", signed));
        stays(path, text("?onExisting=update", signed));
        assertEquals(other, sourceOf(path));
    }

    @Test
    void isKnownByTheTextThatAPersonCorrected() {
        String path = created(text("?source=" + source, text));
        String corrected = stored(path).path("body").asText().replace("عامين", "ثلاثة أعوام");
        patch(path, "body", corrected);
        isThere(path, "text", text("?source=" + source, text));
        isThere(path, "text", text("?dryRun=true&source=" + source, text));
        isRefused(path, "text", text("?onExisting=reject&source=" + source, text));
        stays(path, text("?onExisting=update&dryRun=true&source=" + source, text));
        stays(path, text("?onExisting=update&source=" + source, text));
        JsonNode report = text("?onExisting=update&section=Local&source=" + source, text);
        assertEquals(List.of("updated"), outcomes(report), report::toString);
        assertEquals("Local", stored(path).path("section").asText());
        assertEquals(corrected, stored(path).path("body").asText());
        // Corrected once more, and in another source.
        patch(path, "body", corrected + "\n\nانتهى.");
        patch(path, "source", other);
        isThere(path, "text", text("?source=" + source, text));
        stays(path, text("?onExisting=update&source=" + source, text));
        assertEquals(corrected + "\n\nانتهى.", stored(path).path("body").asText());
    }

    /** Where its source gives it an id, it is the same article, and its text is what the input states now. */
    @Test
    void takesATextThatItNeverHad() {
        ObjectNode line = line();
        String path = created(lines("", line));
        patch(path, "source", other);
        patch(path, "body", "نص صححه المحرر.");
        line.remove("source");
        stays(path, lines("?onExisting=update&source=" + source, line));
        line.put("body", "نص جديد من المصدر.");
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update&source=" + source, line)));
        assertEquals("نص جديد من المصدر.", stored(path).path("body").asText());
        assertEquals(other, sourceOf(path));
    }

    @Test
    void keepsTheDatesWhereTheyStandInTheCorrectedText() {
        ObjectNode line = Json.object("source", source, "body", "عاد الوفد في مطلع الشتاء البارد.");
        line.set("dates", Json.tree("""
            [{'role': 'mentioned', 'value': '2020-12', 'text': 'مطلع الشتاء', 'startOffset': 13, 'endOffset': 24}]\
            """));
        String path = created(lines("", line));
        patch(path, "body", "قيل إن الوفد عاد في مطلع الشتاء البارد.");
        assertEquals(20, stored(path).at("/dates/0/startOffset").asInt());
        stays(path, lines("?onExisting=update", line));
        ((ObjectNode) line.at("/dates/0")).put("value", "2020-11");
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update", line)));
        assertEquals(
                Set.of("2020-12", "2020-11"), Set.copyOf(Json.texts(stored(path).path("dates"), "value")));
    }

    @Test
    void givesWayToWhatIsKnownSoNow() {
        ObjectNode line = line();
        String path = created(lines("", line));
        patch(path, "source", other);
        String now = Articles.path(Api.post("/v1/articles", line).is(201).json());
        isThere(now, "externalId", lines("", line));
        Api.delete(now).is(204);
        isThere(path, "externalId", lines("", line));
        Api.delete(path).is(204);
        assertNotEquals(path, created(lines("", line)));
    }

    @Test
    void leavesACorrectedAddressOrIdToTheArticleOfWhichItIs() {
        String url = "https://news.example/" + Sources.fresh("u");
        ObjectNode line = Articles.body(source, "url", url);
        patch(created(lines("", line)), "url", url + "-right");
        created(lines("", line.put("body", Sources.word())));

        ObjectNode known = line();
        String path = created(lines("", known));
        // There and back: what is freed then was remembered before.
        patch(path, "source", other);
        patch(path, "source", source);
        patch(path, "externalId", Sources.fresh("right"));
        created(lines("", known));
    }

    /** No input calls an article by a source that only a person gave it for a while. */
    @Test
    void isKnownByTheSourceOfItsInputAlone() {
        ObjectNode line = line();
        String path = created(lines("", line));
        String third = Sources.created();
        patch(path, "source", other);
        patch(path, "source", third);
        ObjectNode others = line.deepCopy().put("source", other);
        String own = created(lines("", others));
        isThere(own, "externalId", lines("", others));
        isThere(path, "externalId", lines("", line));
        patch(path, "source", source);
        patch(path, "source", other, "externalId", Sources.fresh("e"));
        isThere(path, "externalId", lines("", line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip", "update"})
    void isKnownWhileItIsCorrected(String onExisting) throws Exception {
        String query = "?onExisting=" + onExisting + "&source=" + source;
        String outcome = onExisting.equals("skip") ? "exists" : "unchanged";
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 20; round++) {
                ObjectNode line = line();
                line.remove("source");
                String raw = text + " " + Sources.word();
                String path = created(lines(query, line));
                String plain = created(text(query, raw));
                CyclicBarrier start = new CyclicBarrier(3);
                Future<JsonNode> again = threads.submit(() -> {
                    start.await();
                    return lines(query, line);
                });
                Future<JsonNode> plainAgain = threads.submit(() -> {
                    start.await();
                    return text(query, raw);
                });
                Future<?> correction = threads.submit(() -> {
                    start.await();
                    patch(path, "source", other);
                    patch(plain, "source", other, "body", "corrected");
                    return null;
                });
                correction.get();
                isMet(path, outcome, again.get());
                isMet(plain, outcome, plainAgain.get());
                assertEquals(List.of(other, other), List.of(sourceOf(path), sourceOf(plain)));
                assertEquals("corrected", stored(plain).path("body").asText());
            }
        }
    }
}
