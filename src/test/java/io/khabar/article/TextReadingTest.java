package io.khabar.article;

import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The zone in which the text of an article is read, and which of several days it means: whoever writes it may say so. */
@QuarkusTest
class TextReadingTest {

    private static final String LONDON = "Europe/London";
    private static final String DAMASCUS = "Asia/Damascus";

    /** Yesterday in Damascus and the coming 5 May, yesterday in London and the nearest one. */
    private static final List<String> FUTURE_IN_DAMASCUS = List.of("2021-09-14", "2022-05-05");

    private static final List<String> NEAREST_IN_LONDON = List.of("2021-05-05", "2021-09-13");

    private String source = "";

    @BeforeEach
    void createSource() {
        source = Sources.created("timeZone", LONDON);
    }

    private ObjectNode train(Object... members) {
        return Json.with(
                Imports.article(
                        source,
                        Sources.word() + " The train came yesterday and returns on 5 May to the old town.",
                        "2021-09-14T22:30:00Z"),
                members);
    }

    private static void isRead(JsonNode article, String zone, String bias, List<String> dates) {
        JsonNode shown = Api.get(Articles.path(article)).is(200).json();
        assertEquals(zone, shown.path("zone").asText());
        assertEquals(bias, shown.path("bias").asText());
        assertEquals(
                dates,
                Json.texts(shown.path("dates"), "value").stream()
                        .filter(value -> value.length() == "2021-09-14".length())
                        .toList());
    }

    @Test
    void isThatWhichAnArticleIsCreatedWith() {
        ObjectNode train = train("zone", DAMASCUS, "bias", "future");
        JsonNode posted = Api.post("/v1/articles", train).is(201).json();
        isRead(posted, DAMASCUS, "future", FUTURE_IN_DAMASCUS);
        ObjectNode other = train("zone", DAMASCUS, "bias", "future");
        isRead(
                Api.put("/v1/articles/" + UUID.randomUUID(), other).is(201).json(),
                DAMASCUS,
                "future",
                FUTURE_IN_DAMASCUS);
        isRead(Api.post("/v1/articles", train()).is(201).json(), LONDON, "", NEAREST_IN_LONDON);
    }

    @Test
    void isTheSameWhereAnArticleIsMoved() {
        JsonNode item = lines("?bias=future&zone=Asia/Damascus", train()).at("/items/0/article");
        String path = Articles.path(item);
        JsonNode read = Api.get(path).is(200).json();
        Api.delete(path).is(204);
        isRead(Api.post("/v1/articles", read).is(201).json(), DAMASCUS, "future", FUTURE_IN_DAMASCUS);
        Api.delete(path).is(204);
        isRead(Api.put(path, read).is(201).json(), DAMASCUS, "future", FUTURE_IN_DAMASCUS);
        Api.delete(path).is(204);
        assertEquals(List.of("created"), outcomes(lines("", read)));
        isRead(item, DAMASCUS, "future", FUTURE_IN_DAMASCUS);
        // It is still there.
        isRead(Api.put(path, read).is(200).json(), DAMASCUS, "future", FUTURE_IN_DAMASCUS);
    }

    @Test
    void isWrittenLikeAnyField() {
        JsonNode article = Api.post("/v1/articles", train()).is(201).json();
        String path = Articles.path(article);
        Api.patch(path, Json.object("zone", DAMASCUS, "bias", "future")).is(200);
        isRead(article, DAMASCUS, "future", FUTURE_IN_DAMASCUS);
        Api.patch(path, Json.object("title", "A train")).is(200);
        isRead(article, DAMASCUS, "future", FUTURE_IN_DAMASCUS);
        Api.patch(path, Json.object("zone", null)).is(200);
        isRead(article, LONDON, "future", List.of("2021-09-13", "2022-05-05"));
        Api.put(path, train()).is(200);
        isRead(article, LONDON, "", NEAREST_IN_LONDON);
        Api.put(path, train("zone", DAMASCUS, "bias", "future")).is(200);
        isRead(article, DAMASCUS, "future", FUTURE_IN_DAMASCUS);
        assertFalse(
                Api.get(path).is(200).json().path("derived").toString().contains("zone"), "it was given, not derived");
    }

    @Test
    void followsTheSourceWhereItIsSentBackAsThatOfTheSource() {
        List<String> nearestInDamascus = List.of("2021-05-05", "2021-09-14");
        JsonNode article = Api.post("/v1/articles", train()).is(201).json();
        String path = Articles.path(article);
        ObjectNode read = (ObjectNode) Api.get(path).is(200).json();
        Api.put(path, read).is(200);
        Api.patch("/v1/sources/" + source, Json.object("timeZone", DAMASCUS)).is(200);
        Api.patch(path, Json.object("body", read.get("body").asText() + "!")).is(200);
        isRead(article, DAMASCUS, "", nearestInDamascus);
        // Said of an article whose source has another it is its own, however often it is said.
        for (int i = 0; i < 2; i++) {
            Api.put(path, read).is(200);
            isRead(article, LONDON, "", NEAREST_IN_LONDON);
        }
        read.remove("zone");
        Api.put(path, read).is(200);
        isRead(article, DAMASCUS, "", nearestInDamascus);
    }

    @Test
    void staysWhereSomethingElseIsWrittenWhileTheSourceHasTheSame() {
        JsonNode article =
                Api.post("/v1/articles", train("zone", DAMASCUS)).is(201).json();
        String path = Articles.path(article);
        String address = "/v1/sources/" + source;
        Api.patch(address, Json.object("timeZone", DAMASCUS)).is(200);
        Api.patch(path, Json.object("section", "x")).is(200);
        Api.patch(address, Json.object("timeZone", LONDON)).is(200);
        isRead(article, DAMASCUS, "", List.of("2021-05-05", "2021-09-14"));
    }

    @Test
    void mustBeAZoneAndABias() {
        ObjectNode wrong = train("zone", "Nope/X", "bias", "nope");
        Api.post("/v1/articles", wrong).isProblem(400, "invalid-request", "/zone invalid", "/bias invalid");
        Api.put("/v1/articles/" + UUID.randomUUID(), wrong)
                .isProblem(400, "invalid-request", "/zone invalid", "/bias invalid");
        String path = Articles.path(Api.post("/v1/articles", train()).is(201).json());
        Api.patch(path, Json.object("zone", 5, "bias", 5))
                .isProblem(400, "invalid-request", "/zone type", "/bias type");
    }

    @Test
    void isTakenFromEveryLine() {
        JsonNode report = lines("", train("zone", DAMASCUS, "bias", "future"));
        assertEquals(List.of("created"), outcomes(report));
        isRead(report.at("/items/0/article"), DAMASCUS, "future", FUTURE_IN_DAMASCUS);
        ObjectNode shown = train("zone", "Nope/X", "bias", "nope", "derived", List.of());
        JsonNode rejected = lines("", train("zone", "Nope/X", "bias", "nope"), train("zone", 5), shown);
        assertEquals(List.of("rejected", "rejected", "rejected"), outcomes(rejected));
        assertEquals(List.of("invalid zone", "invalid bias"), Imports.findings(rejected.at("/items/0")));
        assertEquals(List.of("type zone"), Imports.findings(rejected.at("/items/1")));
        assertEquals(List.of("invalid zone", "invalid bias"), Imports.findings(rejected.at("/items/2")));
    }

    @Test
    void isTakenFromTheColumnsOfATable() {
        ObjectNode train = train();
        String table = "source,body,published,zone,bias\n" + source + ","
                + train.get("body").asText() + ",2021-09-14T22:30:00Z,Asia/Damascus,future\n";
        JsonNode report =
                Imports.send("text/csv", Imports.utf8(table), "").is(200).json();
        assertEquals(List.of("created"), outcomes(report), report::toString);
        isRead(report.at("/items/0/article"), DAMASCUS, "future", FUTURE_IN_DAMASCUS);
    }

    @Test
    void isThatOfTheParametersWhereTheLineDoesNotSayOrTheyOverride() {
        ObjectNode train = train("zone", DAMASCUS);
        JsonNode article = lines("?zone=Asia/Tokyo&bias=future", train).at("/items/0/article");
        isRead(article, DAMASCUS, "future", FUTURE_IN_DAMASCUS);
        assertEquals(
                List.of("updated"),
                outcomes(lines("?zone=Europe/London&bias=future&override=true&onExisting=update", train)));
        isRead(article, LONDON, "future", List.of("2021-09-13", "2022-05-05"));
    }

    @Test
    void isUpdatedOnceWhereALineSaysAnother() {
        ObjectNode train = train();
        JsonNode article = lines("", train).at("/items/0/article");
        train.put("zone", LONDON);
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", train)));
        train.put("zone", DAMASCUS).put("bias", "future");
        assertEquals(List.of("updated"), outcomes(lines("?onExisting=update", train)));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", train)));
        isRead(article, DAMASCUS, "future", FUTURE_IN_DAMASCUS);
        train.remove(List.of("zone", "bias"));
        assertEquals(List.of("unchanged"), outcomes(lines("?onExisting=update", train)));
        isRead(article, DAMASCUS, "future", FUTURE_IN_DAMASCUS);
    }
}
