package io.khabar.imports;

import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.DryRun;
import io.khabar.article.OnExisting;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an import shows that stores nothing: whole articles, those that would be stored and those that are. */
@QuarkusTest
class DryRunTest {

    private static final String OTHER = "عاد الوفد إلى المدينة.";

    @Inject
    ImportService imports;

    private static List<String> bodies(JsonNode report) {
        List<String> bodies = new ArrayList<>();
        report.path("items").forEach(item -> bodies.add(item.at("/article/body").asText()));
        return bodies;
    }

    @Test
    void showsWhatIsStoredAsItIs() {
        String source = Sources.created();
        ObjectNode stored = Articles.body(source, "externalId", Sources.fresh("e"));
        String path = Articles.path(lines("", stored).at("/items/0/article"));
        ObjectNode changed = stored.deepCopy().put("body", OTHER);
        for (String onExisting : List.of("skip", "reject")) {
            JsonNode report = lines("?dryRun=true&onExisting=" + onExisting, changed);
            assertEquals(List.of(onExisting.equals("skip") ? "exists" : "rejected"), outcomes(report));
            assertEquals(Api.get(path).is(200).json(), report.at("/items/0/article"));
        }
        JsonNode same = lines("?dryRun=true&onExisting=update", stored);
        assertEquals(List.of("unchanged"), outcomes(same));
        assertEquals(Api.get(path).is(200).json(), same.at("/items/0/article"));
        assertEquals(List.of(OTHER), bodies(lines("?dryRun=true&onExisting=update", changed)));
        assertEquals(Articles.TEXT, Api.get(path).is(200).json().path("body").asText());
    }

    /** Articles that are more than one batch, and repeat the first few in the end. */
    private static JsonNode[] repeating(String source, JsonNode... first) {
        List<JsonNode> articles = new ArrayList<>(List.of(first));
        for (int i = 0; i < 600; i++) {
            articles.add(Articles.body(source, "externalId", Sources.fresh("e")));
        }
        articles.addAll(List.of(first));
        return articles.toArray(JsonNode[]::new);
    }

    /** An article that is known by its address, one that is by its id at the source, by its own id, and by its text. */
    private static JsonNode[] known(String source) {
        return new JsonNode[] {
            Articles.body(source, "url", "https://example.org/" + Sources.fresh("u")),
            Articles.body(source, "externalId", Sources.fresh("e")),
            Articles.body(source, "id", UUID.randomUUID().toString()),
            Json.object("source", source, "body", Sources.word() + " " + OTHER)
        };
    }

    private static List<JsonNode> last(JsonNode report, int items) {
        List<JsonNode> all = new ArrayList<>();
        report.path("items").forEach(all::add);
        return all.subList(all.size() - items, all.size());
    }

    @ParameterizedTest
    @CsvSource({"skip, exists", "reject, rejected", "update, unchanged"})
    void saysOfWhatItMetInAnEarlierBatchWhatARealRunSays(String onExisting, String outcome) {
        String source = Sources.created();
        JsonNode[] articles = repeating(source, known(source));
        JsonNode dry = lines("?dryRun=true&onExisting=" + onExisting, articles);
        JsonNode real = lines("?onExisting=" + onExisting, articles);
        assertEquals(outcomes(real), outcomes(dry));
        assertEquals(Json.object("items", 608, "created", 604), counts(dry));
        assertEquals(real.path("totals"), dry.path("totals"));
        for (int i = 0; i < 4; i++) {
            JsonNode again = last(dry, 4).get(i);
            assertEquals(outcome, again.path("outcome").asText());
            assertEquals(last(real, 4).get(i).path("findings"), again.path("findings"));
            assertEquals(
                    dry.path("items").get(i).at("/article/id"), again.at("/article/id"), "the one that was met first");
        }
    }

    private static JsonNode counts(JsonNode report) {
        return ((ObjectNode) report.path("totals").deepCopy()).retain("items", "created");
    }

    @Test
    void saysThatAnythingElseUpdatesWhatItMet() {
        String source = Sources.created();
        JsonNode[] articles = repeating(source, known(source));
        for (int i = articles.length - 4; i < articles.length; i++) {
            articles[i] = ((ObjectNode) articles[i].deepCopy()).put("title", "عنوان آخر");
        }
        List<String> dry = outcomes(lines("?dryRun=true&onExisting=update", articles));
        assertEquals(Collections.nCopies(4, "updated"), dry.subList(604, 608));
        assertEquals(outcomes(lines("?onExisting=update", articles)), dry);
    }

    @Test
    void remembersWhatItUpdated() {
        String source = Sources.created();
        ObjectNode stored = Articles.body(source, "externalId", Sources.fresh("e"));
        lines("", stored);
        JsonNode[] articles = repeating(source, stored.deepCopy().put("body", OTHER));
        List<String> dry = outcomes(lines("?dryRun=true&onExisting=update", articles));
        assertEquals("updated", dry.getFirst());
        assertEquals("unchanged", dry.getLast());
        assertEquals(outcomes(lines("?onExisting=update", articles)), dry);
    }

    @Test
    void remembersWhatItWouldHaveWrittenLast() {
        String source = Sources.created();
        ObjectNode stored = Articles.body(source, "externalId", Sources.fresh("e"), "title", "Old");
        lines("", stored);
        ObjectNode changed = stored.deepCopy().put("title", "New");
        List<JsonNode> articles = new ArrayList<>(List.of(repeating(source, changed)));
        articles.addAll(List.of(changed, stored, stored, changed, stored));
        JsonNode report = lines("?dryRun=true&onExisting=update", articles.toArray(JsonNode[]::new));
        List<String> dry = outcomes(report);
        assertEquals(
                List.of("unchanged", "unchanged", "updated", "unchanged", "updated", "updated"),
                dry.subList(dry.size() - 6, dry.size()));
        String id = report.at("/items/0/article/id").asText();
        for (JsonNode item : last(report, 6)) {
            String title = item.at("/article/title").asText();
            assertEquals(Json.object("id", id, "title", title), item.get("article"));
        }
        assertEquals(outcomes(lines("?onExisting=update", articles.toArray(JsonNode[]::new))), dry);
    }

    @Test
    void saysWhereItRemembersNoMore() {
        String source = Sources.created();
        List<JsonNode> articles = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String text = Articles.TEXT + " " + Sources.word();
            articles.add(Articles.body(source, "externalId", Sources.fresh("e")).put("body", text));
        }
        articles.add(articles.get(0));
        articles.add(articles.get(4));
        Iterator<JsonNode> left = articles.iterator();
        List<ImportReport.Item> items = new ArrayList<>();
        ImportParameters given = new ImportParameters(Json.object(), false, OnExisting.SKIP, true, false);
        // Each is so large that it is a batch of its own, and is known by its id there and by its text.
        Input large = () -> left.hasNext() ? Unread.of(JsonArticles.read(left.next()), 1 << 20) : null;
        imports.run(large, given, new DryRun(new Semaphore(8)), false, items::add);
        assertEquals(
                List.of("created", "created", "created", "created", "created", "exists", "created"),
                items.stream().map(item -> item.outcome().word()).toList());
        assertEquals(
                List.of("", "", "", "", "warning too-many-items", "info article-exists", ""),
                items.stream()
                        .map(item -> item.findings().stream()
                                .map(finding -> finding.level() + " " + finding.code())
                                .collect(Collectors.joining(", ")))
                        .toList());
    }

    @Test
    void showsTwiceWhatIsThereTwice() {
        ObjectNode article = Articles.body(Sources.created(), "externalId", Sources.fresh("e"));
        JsonNode report = lines("?dryRun=true", article, article.deepCopy().put("body", OTHER));
        assertEquals(List.of("created", "exists"), outcomes(report));
        assertEquals(List.of(Articles.TEXT, Articles.TEXT), bodies(report));
    }

    @Test
    void storesNothingInADryRun() {
        String source = Sources.created();
        ObjectNode article = Json.object("source", source, "body", Articles.DATED, "published", "2021-09-14");
        JsonNode report = lines("?dryRun=true", article, article);
        assertEquals(List.of("created", "exists"), outcomes(report));
        JsonNode shown = report.path("items").get(0).path("article");
        assertEquals(Articles.DATED, shown.path("body").asText());
        assertEquals(source, shown.path("source").path("key").asText());
        assertEquals(List.of("2011/..", "2021-09-13", "2021-09-14"), Json.texts(shown.path("dates"), "value"));
        Api.get("/v1/articles/" + shown.path("id").asText()).is(404);

        String name = "وكالة " + Sources.fresh("dry");
        JsonNode text = Imports.text("?dryRun=true", "خبر عاجل من دمشق.\nالمصدر: " + name);
        assertEquals(List.of("created"), outcomes(text));
        assertEquals(
                name,
                text.path("items")
                        .get(0)
                        .path("article")
                        .path("source")
                        .path("name")
                        .asText());
        Api.get("/v1/sources/" + text.at("/items/0/article/source/key").asText())
                .is(404);
    }

    private static JsonNode timeless(JsonNode article) {
        ObjectNode copy = (ObjectNode) Imports.timeless(article);
        copy.remove("id");
        copy.path("dates").forEach(date -> ((ObjectNode) date).remove(List.of("id", "articleId")));
        return copy;
    }

    /** Whatever it is made of, what is shown is what is stored then, its dates and all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text/plain | عنوان الخبر\\nبقلم: ليلى الحموي\\nوصل الوفد مساء أمس، في أول زيارة منذ 2011.\\nوعاد إلى بلده.",
                "text/html | <html lang=en><title>Port reopens</title><meta name=author content='Ada Quill'><p>The harbour"
                        + " reopened on Monday, after a strike that had closed it since 2011, the first for years.",
                "application/rss+xml | <rss version='2.0'><channel><title>Gazette</title><item><guid>1</guid><title>A</title>"
                        + "<description>It came yesterday, and will stay until 2030.</description></item></channel></rss>",
                "application/x-ndjson | {\"title\": \"A\", \"body\": \"It came yesterday, and will stay until 2030.\"}",
                "text/csv | title,body\\nA,It came yesterday; it will stay until 2030."
            })
    void showsWhatWouldBeStored(String type, String input) {
        byte[] bytes = Imports.utf8(input.replace("\\n", "\n"));
        String query = "?published=2021-09-14&section=x&zone=Asia/Damascus&source=" + Sources.created();
        JsonNode shown =
                Imports.send(type, bytes, query + "&dryRun=true").is(200).json();
        assertEquals(List.of("created"), outcomes(shown), shown::toString);
        assertEquals(3, shown.at("/items/0/article/dates").size(), shown::toString);
        JsonNode stored = Imports.send(type, bytes, query).is(200).json();
        assertEquals(timeless(Imports.stored(stored.path("items").get(0))), timeless(shown.at("/items/0/article")));
    }
}
