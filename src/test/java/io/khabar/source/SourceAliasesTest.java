package io.khabar.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and aliases: no two sources have the same. */
@QuarkusTest
class SourceAliasesTest {

    @Test
    void keepsOneOfTheAliasesThatAreOneName() {
        String word = Sources.word();
        String key = Sources.word();
        JsonNode made = Api.post(
                        "/v1/sources",
                        Json.object(
                                "key",
                                key,
                                "name",
                                "\u00a0 Two ",
                                "aliases",
                                List.of("A" + word, "a" + word, "A" + word + " ", "Á" + word, key, word + "!", "Two")))
                .is(201)
                .json();
        assertEquals("Two", made.path("name").asText());
        assertEquals(Json.tree("['A" + word + "', '" + word + "!', 'Two']"), made.get("aliases"));
        Api.delete("/v1/sources/" + key).is(204);
    }

    @Test
    void keepsKeysAndAliasesUniqueTogether() {
        String alias = Sources.fresh("الاسم");
        String key = Sources.created("aliases", List.of(alias));
        Api.post("/v1/sources", Sources.body("key", key)).isProblem(409, "source-key-taken", "/key source-key-taken");
        Api.post("/v1/sources", Sources.body("aliases", List.of(Sources.fresh("x"), alias)))
                .isProblem(409, "source-key-taken", "/aliases/1 source-key-taken");
        Api.post("/v1/sources", Sources.body("aliases", List.of(key)))
                .isProblem(409, "source-key-taken", "/aliases/0 source-key-taken");
        // The same letters in another form are the same name.
        Api.post("/v1/sources", Sources.body("aliases", List.of(alias.replace("ا", "أ"))))
                .isProblem(409, "source-key-taken", "/aliases/0 source-key-taken");
        String other = Sources.created();
        Api.patch("/v1/sources/" + other, Json.object("key", key))
                .isProblem(409, "source-key-taken", "/key source-key-taken");
        Api.patch("/v1/sources/" + other, Json.object("aliases", List.of(alias)))
                .isProblem(409, "source-key-taken", "/aliases/0 source-key-taken");
        Api.patch("/v1/sources/" + key, Json.object("aliases", List.of())).is(200);
        Api.patch("/v1/sources/" + other, Json.object("aliases", List.of(alias)))
                .is(200);
        Api.patch("/v1/sources/" + key, Json.object("aliases", List.of(key))).is(200);
    }

    @Test
    void namesOnlyWhatIsTakenWhenItIsReplacedByItsKey() {
        String taken = Sources.fresh("taken");
        Sources.created("aliases", List.of(taken));
        String own = Sources.fresh("own");
        String key = Sources.created("aliases", List.of(own));
        Api.put("/v1/sources/" + key, Json.object("key", key, "name", "x", "aliases", List.of(own, taken)))
                .isProblem(409, "source-key-taken", "/aliases/1 source-key-taken");
    }

    @Test
    void takesAliasesOfPunctuationAlone() {
        Sources.created("aliases", List.of("—"));
        Sources.created("aliases", List.of("…", "—"));
    }

    @Test
    void namesTakenAliasesAsTheyWereSent() {
        String alias = Sources.fresh("Éditions");
        Sources.created("aliases", List.of(alias));
        Answer answer = Api.post("/v1/sources", Sources.body("aliases", List.of(alias)))
                .isProblem(409, "source-key-taken", "/aliases/0 source-key-taken");
        assertEquals(
                "Another source has this key or alias: " + alias + ".",
                answer.json().path("detail").asText());
    }

    @Test
    void takesAliasesThatWouldAlsoBeKeys() {
        String alias = Sources.fresh("reuters");
        JsonNode made = Api.post("/v1/sources", Sources.body("aliases", List.of(alias, alias.toUpperCase(Locale.ROOT))))
                .is(201)
                .json();
        Api.patch("/v1/sources/" + made.path("id").asText(), Json.object("aliases", List.of(alias)))
                .is(200);
        Api.post("/v1/sources", Sources.body("aliases", List.of(alias)))
                .isProblem(409, "source-key-taken", "/aliases/0 source-key-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", "a_b", "مفتاح", "018f0000-0000-7000-8000-000000000000", "a b"})
    void refusesWhatIsNoKey(String key) {
        Answer answer = Api.post("/v1/sources", Sources.body("key", key));
        answer.isProblem(400, "invalid-request", key.isEmpty() ? "/key empty" : "/key pattern");
        assertEquals(
                key.isEmpty()
                        ? "must not be empty or blank"
                        : "must be 1 to 63 small Latin letters, digits and hyphens, no hyphen first, and not look like an id (a"
                                + " UUID)",
                answer.json().at("/errors/0/detail").asText());
    }
}
