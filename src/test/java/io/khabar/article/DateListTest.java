package io.khabar.article;

import static io.khabar.fixture.Dates.mentioned;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.fixture.Api;
import io.khabar.fixture.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The list of dates, of one article and of all. */
@QuarkusTest
class DateListTest extends DatesOfOneArticle {

    @Test
    void listsDatesByEveryFilter() {
        created(mentioned("value", "2011/.."));
        created(mentioned("value", "../2009"));
        created(mentioned("value", "2020-05"));
        created(mentioned("text", "ذات مرة"));
        created(Json.object("role", "published", "value", "2021-09-13T22:30:00Z"));
        String all = "/v1/dates?source=" + source;
        assertEquals(List.of("../2009", "", "2011/..", "2020-05", "2021-09-13T22:30:00Z"), values(all));
        assertEquals(
                List.of("2021-09-13T22:30:00Z", "2020-05", "2011/..", "", "../2009"), values(all + "&sort=-earliest"));
        assertEquals(List.of("../2009"), values(all + "&on=..2010"));
        assertEquals(List.of("2011/..", "2020-05"), values(all + "&on=2020"));
        assertEquals(List.of("2011/..", "2021-09-13T22:30:00Z"), values(all + "&on=2021-09-13"));
        assertEquals(List.of("2011/.."), values(all + "&on=2021-09-13&zone=Asia/Damascus"));
        assertEquals(List.of("2011/..", "2021-09-13T22:30:00Z"), values(all + "&on=2021-09-14&zone=Asia/Damascus"));
        assertEquals(List.of("2021-09-13T22:30:00Z"), values(all + "&role=published"));
        assertEquals(5, values(all + "&role=published&role=mentioned").size());
        assertEquals(List.of("../2009", "2011/.."), values(all + "&precision=interval"));
        assertEquals(List.of(), values(all + "&origin=derived"));
        assertEquals(List.of(""), values(all + "&resolved=false"));
        assertEquals(5, values(all + "&language=ar").size());
        assertEquals(0, values(all + "&language=en").size());
        assertEquals(
                5,
                values("/v1/dates?article=" + article.substring("/v1/articles/".length()))
                        .size());
        Api.get("/v1/dates?article=1").isProblem(400, "invalid-request", "?article invalid");
        Api.get("/v1/dates?resolved=yes").isProblem(400, "invalid-request", "?resolved invalid");
        Api.get("/v1/dates?on=2011/2012").isProblem(400, "invalid-request", "?on invalid");
        Api.get(article + "/dates?article=" + UUID.randomUUID())
                .isProblem(400, "unknown-parameter", "?article unknown-parameter");
        assertEquals(
                Json.tree("[{'value': '2020-05'}]"),
                Api.get(all + "&on=2020&precision=month&fields=value").json().get("items"));
    }

    private static List<String> values(String address) {
        return Json.texts(Api.get(address).is(200).json().path("items"), "value");
    }
}
