package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults in the shape of an article: all at once, each where it stands. */
@QuarkusTest
class ArticleFaultsTest {

    private String source = "";

    @BeforeEach
    void createSource() {
        source = Sources.created();
    }

    @Test
    void countsLimitsInCodePoints() {
        String emoji = "😀";
        Articles.created(source, "title", emoji.repeat(500), "lead", emoji.repeat(2000));
        Api.post(
                        "/v1/articles",
                        Articles.body(
                                source,
                                "title",
                                emoji.repeat(501),
                                "lead",
                                emoji.repeat(2001),
                                "section",
                                emoji.repeat(101)))
                .isProblem(400, "invalid-request", "/title max", "/lead max", "/section max");
        Articles.created(source, "body", "x".repeat(1_000_000));
        Api.post("/v1/articles", Articles.body(source, "body", "x".repeat(1_000_001)))
                .isProblem(400, "invalid-request", "/body max");
        Api.post("/v1/articles", Articles.body(source, "keywords", java.util.Collections.nCopies(51, "k")))
                .isProblem(400, "invalid-request", "/keywords max");
    }

    @Test
    void listsAllFaultsOfTheShapeAtOnce() {
        Api.post(
                        "/v1/articles",
                        Json.tree("{'titel': 'x', 'body': 5, 'authors': [{'name': ''}, 7, null], 'direction': 'up',"
                                + " 'image': {'width': 0}, 'keywords': 'k', 'url': 'ftp://x', 'a/b~c': 1}"))
                .isProblem(
                        400,
                        "invalid-request",
                        "/titel unknown-field",
                        "/a~1b~0c unknown-field",
                        "/source required",
                        "/url invalid",
                        "/body type",
                        "/direction enum",
                        "/authors/0/name empty",
                        "/authors/1 type",
                        "/authors/2 required",
                        "/keywords type",
                        "/image/url required",
                        "/image/width min");
    }

    @Test
    void saysWhatElseMayStandForAString() {
        for (String field : List.of("source", "published", "modified")) {
            assertEquals(
                    "must be a string or an object",
                    Api.post("/v1/articles", Articles.body(source, field, 5))
                            .isProblem(400, "invalid-request", "/" + field + " type")
                            .json()
                            .at("/errors/0/detail")
                            .asText());
        }
        assertEquals(
                "must be a string or an object",
                Api.post("/v1/articles", Articles.body(source, "authors", List.of(5)))
                        .isProblem(400, "invalid-request", "/authors/0 type")
                        .json()
                        .at("/errors/0/detail")
                        .asText());
    }
}
