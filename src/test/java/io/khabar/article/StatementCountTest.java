package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.SearchIndex;
import io.khabar.fixture.Sources;
import io.khabar.fixture.Statements;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How many statements an endpoint sends to the database, whatever the number of rows. A write ends a transaction,
 * which is one of its statements; each portion of what is read in portions counts as one.
 */
@QuarkusTest
class StatementCountTest {

    private static final int TIMES = 3;

    private static String source() {
        String source = Sources.created();
        for (int i = 0; i < 5; i++) {
            JsonNode made = Articles.created(source, "published", "2021", "modified", "2022");
            Api.post(Articles.path(made) + "/dates", Json.object("role", "mentioned", "value", "2011/.."))
                    .is(201);
        }
        return source;
    }

    private static void sends(int statements, Runnable request) {
        request.run();
        assertEquals(statements, fewest(request));
    }

    /** The same of a request that can be made but once, as a deletion: each time it takes another address. */
    private static void sends(int statements, Supplier<String> address, Consumer<String> request) {
        Iterator<String> each =
                Stream.generate(address).limit(TIMES + 1).toList().iterator();
        sends(statements, () -> request.accept(each.next()));
    }

    /** What is sent for a request. A connection that rested is tried before it is used: the fewest are the request's own. */
    private static int fewest(Runnable request) {
        return IntStream.range(0, TIMES)
                .map(_ -> Statements.sentBy(request).size())
                .min()
                .orElseThrow();
    }

    /** The address of a new date of a new article. */
    private static String date(String source, String role, String value) {
        JsonNode article = Articles.created(source, "body", Articles.DATED);
        return "/v1/dates/"
                + Api.post(Articles.path(article) + "/dates", Json.object("role", role, "value", value))
                        .is(201)
                        .id();
    }

    @Test
    void listsAreOneStatementAndCountsASecond() {
        String source = source();
        String list = "/v1/articles?source=" + source;
        sends(1, () -> Api.get(list).is(200));
        // what is large is read in portions within a transaction, here of four and one, and its end is a statement
        sends(3, () -> Api.get(list + "&view=full&embed=source,dates").is(200));
        sends(1, () -> Api.get(list + "&language=ar&mentions=2015&has=mentions&country.not=SY")
                .is(200));
        sends(1, () -> Api.get(list + "&duplicates=collapse&language=ar").is(200));
        sends(2, () -> Api.get(list + "&count=exact").is(200));
        sends(1, () -> Api.get("/v1/sources").is(200));
        sends(1, () -> Api.get("/v1/dates?source=" + source).is(200));
    }

    /** The index says which; they are read at once, with all that is shown of them. */
    @Test
    void searchesAreOneStatement() {
        String source = source();
        String word = Sources.word();
        Articles.created(source, "title", word);
        SearchIndex.follows();
        String search = "/v1/articles?count=exact&q=" + word;
        sends(1, () -> Api.get(search).is(200));
        sends(1, () -> Api.get(search + "&sort=created&language.not=fr&has.not=image")
                .is(200));
        // which source it is that a key names
        sends(2, () -> Api.get(search + "&source=" + source).is(200));
        sends(1, () -> Api.get(search + "&highlight=title,lead").is(200));
    }

    @Test
    void readingOneIsOneStatement() {
        String source = source();
        JsonNode article = Api.get("/v1/articles?view=full&source=" + source)
                .json()
                .path("items")
                .path(0);
        String path = Articles.path(article);
        sends(1, () -> Api.get(path).is(200));
        sends(1, () -> Api.get(path + "?embed=source,dates").is(200));
        sends(1, () -> Api.get("/v1/sources/" + source + "?embed=stats").is(200));
        String date = article.path("dates").path(0).path("id").asText();
        sends(1, () -> Api.get("/v1/dates/" + date).is(200));
        sends(2, () -> Api.get(path + "/dates").is(200));
    }

    @Test
    void writesTakeAFewStatementsHoweverManyDatesThereAre() {
        String source = source();
        // the source, the article, what is shown, commit; the begin travels with the first
        sends(4, () -> Api.post("/v1/articles", Articles.body(source)).is(201));
        // and the row of the published date
        sends(5, () -> Api.post("/v1/articles", Articles.body(source, "published", "2021"))
                .is(201));
        // and the mentioned dates in the same statement; another for a number of rows that is no power of two
        String seven = "عام 2011، عام 2012، عام 2013، عام 2014، عام 2015، عام 2016، عام 2017";
        sends(5, () -> Api.post("/v1/articles", Articles.body(source, "published", "2021", "body", seven))
                .is(201));
        sends(6, () -> Api.post("/v1/articles", Articles.body(source, "published", "2021", "body", Articles.DATED))
                .is(201));
        JsonNode article =
                Api.get("/v1/articles?source=" + source).json().path("items").path(0);
        // lock, the source, write, its dates, what is shown, commit
        sends(6, () -> Api.patch(Articles.path(article), Json.object("title", Sources.fresh("t")))
                .is(200));
        // and what it was known by before
        sends(7, () -> Api.patch(Articles.path(article), Json.object("body", Sources.fresh("t")))
                .is(200));
    }

    @Test
    void theCalendarIsOneStatementWhateverItIsFilteredBy() {
        String source = source();
        String calendar = "/v1/calendar?by=year&role=";
        for (String role : List.of("published", "mentioned")) {
            sends(1, () -> Api.get(calendar + role).is(200));
            sends(1, () -> Api.get(calendar + role + "&empty=true&source=" + source)
                    .is(200));
            sends(1, () -> Api.get(
                            calendar + role + "&language=ar&mentions=2015&has=mentions&country.not=SY&source=" + source)
                    .is(200));
            sends(1, () -> Api.get(calendar + role + "&duplicates=collapse&source=" + source)
                    .is(200));
        }
    }

    @Test
    void replacingAndDeletingAnArticleTakesAFewStatements() {
        String source = source();
        // those of a creation, and before them a look at whether there is one to replace
        sends(5, () -> Api.put("/v1/articles/" + UUID.randomUUID(), Articles.body(source))
                .is(201));
        String plain = Articles.path(Articles.created(source));
        // lock, the source, write, its dates, what is shown, commit
        sends(6, () -> Api.put(plain, Articles.body(source, "title", Sources.fresh("t")))
                .is(200));
        for (int dates : List.of(2, 40)) {
            String dated = Articles.withGivenDates(source, dates);
            sends(6, () -> Api.put(dated, Articles.body(source, "title", Sources.fresh("t")))
                    .is(200));
            sends(3, () -> Articles.withGivenDates(source, dates), path -> Api.delete(path)
                    .is(204));
        }
        // lock, delete (its dates go with it), commit
        sends(3, () -> Articles.path(Articles.created(source)), path -> Api.delete(path)
                .is(204));
    }

    @Test
    void writingADateTakesAFewStatementsHoweverManyThereAre() {
        String source = source();
        for (int dates : List.of(2, 40)) {
            String article = Articles.withGivenDates(source, dates);
            String id = article.substring(article.lastIndexOf('/') + 1);
            ObjectNode mentioned = Json.object("role", "mentioned", "value", "2011/..", "articleId", id);
            // lock the article, its source, its dates, write the date and the article, what is shown, commit
            sends(7, () -> Api.post(article + "/dates", mentioned).is(201));
            // and before them a look at whether there is one to replace
            sends(8, () -> Api.put("/v1/dates/" + UUID.randomUUID(), mentioned).is(201));
        }
        ObjectNode published = Json.object("role", "published", "value", "2021");
        sends(7, () -> Articles.path(Articles.created(source)), article -> Api.post(article + "/dates", published)
                .is(201));
        AtomicInteger year = new AtomicInteger(2000);
        for (String role : List.of("mentioned", "published", "modified")) {
            // what was modified moves no other date: those are not read
            int others = role.equals("modified") ? 0 : 1;
            String date = date(source, role, "2021");
            // the date, lock the article, the date again, its source, write both, what is shown, commit
            sends(8 + others, () -> Api.put(date, Json.object("role", role, "value", "" + year.incrementAndGet()))
                    .is(200));
            sends(8 + others, () -> Api.patch(date, Json.object("value", "" + year.incrementAndGet()))
                    .is(200));
            sends(7 + others, () -> date(source, role, "2021"), path -> Api.delete(path)
                    .is(204));
        }
    }

    @Test
    void writingASourceTakesAFewStatementsHoweverManyAliasesItHas() {
        for (int aliases : List.of(0, 3, 40)) {
            // the source, its names in place of those that it had, what is shown, commit
            sends(5, () -> Api.post("/v1/sources", Sources.body("aliases", aliases(aliases)))
                    .is(201));
            // and before them a look at whether there is one to replace
            sends(6, () -> Api.put("/v1/sources/" + UUID.randomUUID(), Sources.body("aliases", aliases(aliases)))
                    .is(201));
            String key = Sources.created("aliases", aliases(aliases));
            String source = "/v1/sources/" + key;
            sends(6, () -> Api.put(source, Json.object("key", key, "name", Sources.fresh("n")))
                    .is(200));
            sends(6, () -> Api.patch(source, Json.object("aliases", aliases(aliases), "name", Sources.fresh("n")))
                    .is(200));
            // lock, delete (its names go with it), commit
            sends(3, () -> Sources.created("aliases", aliases(aliases)), gone -> Api.delete("/v1/sources/" + gone)
                    .is(204));
        }
    }

    private static List<String> aliases(int number) {
        return Stream.generate(() -> Sources.fresh("alias")).limit(number).toList();
    }

    @Test
    void anImportTakesAsManyStatementsForAHundredArticlesAsForTen() {
        String source = Sources.created();
        for (int articles : List.of(1, 10, 100)) {
            // the source, what of it is stored already, what is remembered of the rest, the articles, their dates,
            // commit
            sends(6, () -> Imports.lines("", lines(source, articles)));
            // and what would be stored, once for all
            sends(7, () -> Imports.lines("?dryRun=true", lines(source, articles)));
        }
        String sentAgain = lines(source, 100);
        // what is there already is not written, and of it the titles alone are read
        sends(4, () -> Imports.lines("", sentAgain));
        for (int articles : List.of(1, 10, 100)) {
            String stored = lines(source, articles);
            Imports.lines("", stored);
            // and shown one at a time: what is stored may be much larger than what is sent
            sends(3 + articles, () -> Imports.lines("?dryRun=true", stored));
        }
    }

    @Test
    void anImportOfRawTextsAsksOfASourceOnce() {
        String name = Sources.word();
        String source = Sources.created("name", name);
        String paragraph = (Articles.DATED.replace("\n", " ") + " ").repeat(3);
        for (int articles : List.of(1, 10, 100)) {
            // whether the last line names a source, which one, its zone, its turn with other imports, and as above
            sends(9, () -> Imports.text("?split=true", texts(articles, paragraph + "\n\n" + name)));
            // whether the parameter names one, and as above without the name
            sends(8, () -> Imports.text("?split=true&source=" + source, texts(articles, paragraph)));
            // Of each line that is the first or the last and may be a name it is asked whether it is one.
            sends(
                    8 + 2 * articles,
                    () -> Imports.text("?split=true&source=" + source, texts(articles, Articles.DATED)));
        }
        // one text alone is shown whole
        sends(9, () -> Imports.text("?source=" + source, texts(1, paragraph)));
    }

    private static String lines(String source, int number) {
        return Stream.generate(() -> Articles.body(
                                source, "externalId", Sources.fresh("ext"), "published", "2021", "body", Articles.DATED)
                        .toString())
                .limit(number)
                .collect(Collectors.joining("\n"));
    }

    private static String texts(int number, String text) {
        return Stream.generate(() -> Sources.word() + " " + text).limit(number).collect(Collectors.joining("\n---\n"));
    }
}
