package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an article names its source. */
@QuarkusTest
class ArticleSourceTest {

    private String source = "";

    @BeforeEach
    void createSource() {
        source = Sources.created();
    }

    @Test
    void refusesASourceOfWhichIdAndKeyAreOfDifferentOnes() {
        String id = Api.get("/v1/sources/" + source).is(200).id();
        String other = Sources.created();
        ObjectNode agreeing = Json.object("id", id, "key", source, "name", "x");
        ObjectNode contradictory = Json.object("id", id, "key", other);
        String article = Articles.path(Api.post("/v1/articles", Articles.body(source, "source", agreeing))
                .is(201)
                .json());

        for (Answer answer : List.of(
                Api.post("/v1/articles", Articles.body(source, "source", contradictory)),
                Api.put(article, Articles.body(source, "source", contradictory)),
                Api.patch(article, Json.object("source", contradictory)))) {
            answer.isProblem(400, "invalid-request", "/source/key mismatch");
        }
        Api.post("/v1/articles", Articles.body(source, "source", Json.object("id", UUID.randomUUID(), "key", source)))
                .isProblem(400, "unknown-source", "/source unknown-source");
        Api.post("/v1/articles", Articles.body(source, "source", Json.object("id", id, "key", "NO KEY")))
                .isProblem(400, "invalid-request", "/source/key invalid");
        Api.patch(article, Json.object("source", Json.object("key", other))).is(200);
    }

    @Test
    void takesAKeyThatTheSourceHadWhenItWasRead() {
        String key = Sources.created();
        JsonNode read = Api.post("/v1/articles", Articles.body(key)).is(201).json();
        String renamed = Sources.fresh("renamed");
        Api.patch("/v1/sources/" + key, Json.object("key", renamed)).is(200);
        JsonNode put = Api.put(Articles.path(read), read).is(200).json();
        assertEquals(renamed, put.at("/source/key").asText());
        assertEquals(read.at("/source/id"), put.at("/source/id"));
    }

    @Test
    void namesTheSourceByKeyByIdOrByObject() {
        JsonNode reference = Articles.created(source).get("source");
        for (Object way : List.of(
                reference.get("id"), reference, Json.object("id", reference.get("id")), Json.object("key", source))) {
            assertEquals(
                    reference,
                    Api.post("/v1/articles", Json.object("source", way, "body", "x"))
                            .is(201)
                            .json()
                            .get("source"));
        }
        Api.post("/v1/articles", Articles.body("no-such-source"))
                .isProblem(400, "unknown-source", "/source unknown-source");
        Api.post("/v1/articles", Articles.body(UUID.randomUUID().toString()))
                .isProblem(400, "unknown-source", "/source unknown-source");
        Api.post("/v1/articles", Articles.body("Not A Key")).isProblem(400, "invalid-request", "/source invalid");
        Api.post("/v1/articles", Json.object("source", Json.object("name", "x"), "body", "x"))
                .isProblem(400, "invalid-request", "/source required");
        Api.post("/v1/articles", Json.object("source", 7, "body", "x"))
                .isProblem(400, "invalid-request", "/source type");
    }
}
