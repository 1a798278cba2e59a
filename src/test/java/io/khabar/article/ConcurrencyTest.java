package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;

/** Writers of one thing at one time: one wins, the others are told, and nothing is ever a fault of the service. */
@QuarkusTest
class ConcurrencyTest {

    private static final int WRITERS = 8;

    /** Answers of all writers, who begin at the same moment. */
    private static List<Answer> race(IntFunction<Answer> writer) throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return writer.apply(number);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static Map<Integer, Integer> statuses(List<Answer> answers) {
        Map<Integer, Integer> counts = new TreeMap<>();
        answers.forEach(answer -> counts.merge(answer.status(), 1, Integer::sum));
        return counts;
    }

    @RepeatedTest(5)
    void oneOfEightCreatesAnArticleAtAnAddress() throws Exception {
        String source = Sources.created();
        String url = "https://example.org/" + Sources.fresh("race");
        List<Answer> answers =
                race(i -> Api.post("/v1/articles", Articles.body(source, "url", url + "?utm_source=" + i)));
        assertEquals(Map.of(201, 1, 409, 7), statuses(answers));
        String id = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow()
                .id();
        for (Answer answer : answers) {
            if (answer.status() == 409) {
                answer.isProblem(409, "article-exists", "/url article-exists");
                assertEquals(Json.object("id", id, "by", "url"), answer.json().get("existing"));
            }
        }
    }

    @RepeatedTest(5)
    void oneOfEightChangesTheVersionThatAllHaveRead() throws Exception {
        Answer made = Api.post("/v1/articles", Articles.body(Sources.created())).is(201);
        String path = Articles.path(made.json());
        List<Answer> answers = race(i -> Api.patch(path, Json.object("title", "title " + i), "If-Match", made.etag()));
        assertEquals(Map.of(200, 1, 412, 7), statuses(answers));
        JsonNode winner = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow()
                .json();
        assertEquals(winner, Api.get(path).json());
        assertEquals(2, winner.get("version").asInt());
    }

    @RepeatedTest(3)
    void writersWithoutAConditionTakeTurns() throws Exception {
        String path = Articles.path(Articles.created(Sources.created()));
        List<Answer> answers = race(i -> i % 2 == 0
                ? Api.patch(path, Json.object("title", "title " + i))
                : Api.post(path + "/dates", Json.object("role", "mentioned", "value", "201" + i)));
        assertEquals(Map.of(200, 4, 201, 4), statuses(answers));
        JsonNode shown = Api.get(path).json();
        assertEquals(1 + WRITERS, shown.get("version").asInt());
        assertEquals(4, shown.get("dates").size());
    }

    @RepeatedTest(3)
    void oneOfEightPutsCreatesAndTheOthersReplace() throws Exception {
        String source = Sources.created();
        String path = "/v1/articles/" + UUID.randomUUID();
        List<Answer> answers = race(i -> Api.put(path, Articles.body(source, "title", "title " + i)));
        assertEquals(Map.of(200, 7, 201, 1), statuses(answers));
        assertEquals(WRITERS, Api.get(path).json().get("version").asInt());

        String only = "/v1/articles/" + UUID.randomUUID();
        List<Answer> creators = race(_ -> Api.put(only, Articles.body(source), "If-None-Match", "*"));
        assertEquals(Map.of(201, 1, 412, 7), statuses(creators));

        String key = Sources.fresh("race");
        List<Answer> sources = race(i -> Api.put("/v1/sources/" + key, Json.object("key", key, "name", "name " + i)));
        assertEquals(Map.of(200, 7, 201, 1), statuses(sources));
    }

    @RepeatedTest(3)
    void anArticleHasOnePublishedDateWhoeverWritesIt() throws Exception {
        String path = Articles.path(Articles.created(Sources.created()));
        List<Answer> answers = race(i -> switch (i % 3) {
            case 0 -> Api.post(path + "/dates", Json.object("role", "published", "value", "201" + i));
            case 1 -> Api.patch(path, Json.object("published", "201" + i));
            default -> Api.patch(path, Json.object("published", null));
        });
        answers.forEach(answer -> assertTrue(List.of(200, 201, 409).contains(answer.status()), answer::text));
        JsonNode shown = Api.get(path).json();
        JsonNode dates = shown.get("dates");
        assertTrue(dates.size() <= 1, shown::toString);
        assertEquals(
                shown.path("published").path("value").asText(),
                dates.path(0).path("value").asText());
    }

    @RepeatedTest(3)
    void mentionedDatesFollowTheLastWriterAndAreThereOnce() throws Exception {
        String path = Articles.path(Articles.created(Sources.created(), "body", "وصل أمس"));
        List<Answer> answers = race(i -> i % 2 == 0
                ? Api.patch(path, Json.object("published", "2021-09-1" + i))
                : Api.patch(path, Json.object("body", "وصل أمس، بعد عام 201" + i)));
        assertEquals(Map.of(200, WRITERS), statuses(answers));
        JsonNode shown = Api.get(path).json();
        int published =
                Integer.parseInt(shown.path("published").path("value").asText().substring("2021-09-".length()));
        String year = shown.path("body").asText().substring("وصل أمس، بعد عام ".length());
        List<String> values = new ArrayList<>(
                Json.texts(Api.get(path + "/dates?role=mentioned").json().path("items"), "text"));
        assertEquals(2, values.size(), shown::toString);
        JsonNode yesterday =
                Api.get(path + "/dates?precision=day&role=mentioned").json().path("items");
        assertEquals(List.of("2021-09-%02d".formatted(published - 1)), Json.texts(yesterday, "value"));
        assertTrue(values.stream().anyMatch(text -> text.endsWith(year)), values::toString);
    }

    @RepeatedTest(3)
    void oneOfEightTakesAKey() throws Exception {
        String alias = Sources.fresh("alias");
        List<Answer> answers =
                race(i -> Api.post("/v1/sources", Sources.body("aliases", List.of(alias, Sources.fresh("b" + i)))));
        assertEquals(Map.of(201, 1, 409, 7), statuses(answers));
        for (Answer answer : answers) {
            if (answer.status() == 409) {
                answer.isProblem(409, "source-key-taken", "/aliases/0 source-key-taken");
            }
        }
    }

    @RepeatedTest(3)
    void deletingAndWritingNeverFail() throws Exception {
        String source = Sources.created();
        String path = Articles.path(Articles.created(source, "published", "2021"));
        String date = "/v1/dates/"
                + Api.get(path).json().get("dates").path(0).path("id").asText();
        List<Answer> answers = race(i -> switch (i % 4) {
            case 0 -> Api.delete(path);
            case 1 -> Api.patch(date, Json.object("value", "202" + i));
            case 2 -> Api.put(path, Articles.body(source, "title", "x" + i));
            default -> Api.delete(date);
        });
        answers.forEach(answer -> assertTrue(answer.status() < 500, answer::text));
        List<Answer> sources = race(i ->
                i % 2 == 0 ? Api.delete("/v1/sources/" + source) : Api.post("/v1/articles", Articles.body(source)));
        sources.forEach(answer -> assertTrue(answer.status() < 500, answer::text));
    }
}
