package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.khabar.fixture.Statements;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/**
 * How many statements an endpoint sends to the database, whatever the number of rows. A write ends a transaction,
 * which is one of its statements; each portion of what is read in portions counts as one.
 */
@QuarkusTest
class StatementCountTest {

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
        assertEquals(statements, Statements.sentBy(request).size(), () -> Statements.sentBy(request)
                .toString());
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
    }
}
