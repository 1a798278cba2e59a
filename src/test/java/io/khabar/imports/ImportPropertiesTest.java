package io.khabar.imports;

import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Seeds;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/**
 * What holds of any articles: what was exported comes back unchanged, nothing that a client sent is left out of the
 * report, and mentioned dates are where they say. The choices are others in each run; {@link Seeds} repeats them.
 */
@QuarkusTest
class ImportPropertiesTest {

    private static final int ARTICLES = 40;

    private final Random random = Seeds.random();
    private final RandomArticles articles = new RandomArticles(random);

    private static List<JsonNode> exported(String source) {
        JsonNode page = Api.get("/v1/articles?view=full&limit=100&sort=created&source=" + source)
                .is(200)
                .json();
        assertFalse(page.path("page").has("nextCursor"), "one page has all");
        List<JsonNode> all = new ArrayList<>();
        page.path("items").forEach(all::add);
        return all;
    }

    private static List<JsonNode> timeless(List<JsonNode> articles) {
        return articles.stream()
                .map(Imports::timeless)
                .sorted(java.util.Comparator.comparing(
                        article -> article.path("id").asText()))
                .toList();
    }

    private String imported() {
        String source = Sources.created("timeZone", random.nextBoolean() ? "Asia/Damascus" : "UTC");
        JsonNode[] sent = new JsonNode[ARTICLES];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = articles.next(source);
        }
        assertEquals(Collections.nCopies(ARTICLES, "created"), outcomes(lines("", sent)));
        return source;
    }

    @RepeatedTest(3)
    void whatWasExportedComesBackUnchanged() {
        String source = imported();
        List<JsonNode> exported = exported(source);
        assertEquals(ARTICLES, exported.size());
        List<JsonNode> shuffled = new ArrayList<>(exported);
        Collections.shuffle(shuffled, random);

        JsonNode again = lines("?onExisting=update", shuffled.toArray(JsonNode[]::new));
        assertEquals(Collections.nCopies(ARTICLES, "unchanged"), outcomes(again), again::toString);
        assertEquals(exported, exported(source));

        exported.forEach(article -> Api.delete(Articles.path(article)).is(204));
        JsonNode anew = lines("", shuffled.toArray(JsonNode[]::new));
        assertEquals(Collections.nCopies(ARTICLES, "created"), outcomes(anew), anew::toString);
        assertEquals(timeless(exported), timeless(exported(source)));
    }

    @RepeatedTest(3)
    void everyLineHasAnItemAndEveryItemAnOutcome() {
        String source = Sources.created();
        List<String> sent = new ArrayList<>();
        int whole = 0;
        for (int i = 0; i < ARTICLES; i++) {
            String line = articles.next(source).toString();
            boolean broken = random.nextInt(3) == 0;
            // The first half of an object is never one; a line break in it would make two lines.
            sent.add(broken ? line.substring(0, line.length() / 2) : line);
            whole += broken ? 0 : 1;
        }
        JsonNode report = lines("", String.join("\n", sent));
        assertEquals(ARTICLES, report.path("items").size());
        int rejected = 0;
        for (int i = 0; i < ARTICLES; i++) {
            JsonNode item = report.path("items").get(i);
            assertEquals(i, item.path("index").asInt());
            if (item.path("outcome").asText().equals("rejected")) {
                rejected++;
                assertFalse(item.path("findings").isEmpty(), item::toString);
            } else {
                assertEquals("created", item.path("outcome").asText(), item::toString);
            }
        }
        assertEquals(ARTICLES - whole, rejected);
        assertEquals(
                Json.object(
                        "items",
                        ARTICLES,
                        "created",
                        whole,
                        "updated",
                        0,
                        "unchanged",
                        0,
                        "exists",
                        0,
                        "rejected",
                        rejected),
                report.path("totals"));
        assertEquals(whole, exported(source).size());
    }

    @RepeatedTest(2)
    void datesAreWhereTheySay() {
        int dates = 0;
        for (JsonNode article : exported(imported())) {
            String body = article.path("body").asText();
            int length = body.codePointCount(0, body.length());
            for (JsonNode date : article.path("dates")) {
                if (date.has("startOffset")) {
                    int start = date.path("startOffset").asInt();
                    int end = date.path("endOffset").asInt();
                    assertTrue(0 <= start && start < end && end <= length, date::toString);
                    assertEquals(
                            date.path("text").asText(),
                            body.substring(body.offsetByCodePoints(0, start), body.offsetByCodePoints(0, end)));
                    dates++;
                }
            }
        }
        assertTrue(dates > 10, "only " + dates + " dates in " + ARTICLES + " articles");
    }
}
