package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArticleConflictTest {

    private String source = "";

    @BeforeEach
    void createSource() {
        source = Sources.created();
    }

    private static void conflicts(Answer answer, JsonNode existing, String by) {
        answer.isProblem(409, "article-exists", "/" + by + " article-exists");
        assertEquals(
                Json.object("id", existing.get("id"), "by", by), answer.json().get("existing"));
    }

    @Test
    void knowsAnArticleByItsUrlHoweverItIsWritten() {
        String name = Sources.fresh("a");
        JsonNode first = Articles.created(source, "url", "https://Example.org/" + name + "?b=2&a=1");
        for (String same : new String[] {
            "https://example.org/" + name + "?a=1&b=2",
            "HTTPS://EXAMPLE.ORG:443/" + name + "?b=2&a=1#part",
            "https://example.org/" + name + "?utm_source=x&b=2&a=1&fbclid=7",
            "https://example.org/x/../" + name + "?b=2&a=1"
        }) {
            conflicts(Api.post("/v1/articles", Articles.body(source, "url", same)), first, "url");
        }
        Articles.created(source, "url", "https://example.org/" + name + "?a=1&b=3");
        Articles.created(source, "url", "http://example.org/" + name + "?a=1&b=2");
        assertEquals(
                "https://Example.org/" + name + "?b=2&a=1", first.get("url").asText());
    }

    @Test
    void knowsTheLongestUrls() {
        // Eighteen thousand octets in canonical form, which cannot be packed well.
        Random random = new Random(7);
        StringBuilder url = new StringBuilder("https://example.org/" + Sources.fresh("long") + "/");
        while (url.length() < 2040) {
            url.append((char) (0x4E00 + random.nextInt(20_000)));
        }
        JsonNode first = Articles.created(source, "url", url.toString());
        conflicts(Api.post("/v1/articles", Articles.body(source, "url", url + "#part")), first, "url");
        assertEquals(
                List.of("exists"), Imports.outcomes(Imports.lines("", Articles.body(source, "url", url.toString()))));
    }

    @Test
    void knowsAnArticleByTheIdThatItsSourceGivesIt() {
        JsonNode first = Articles.created(source, "externalId", "42");
        conflicts(Api.post("/v1/articles", Articles.body(source, "externalId", "42")), first, "externalId");
        Articles.created(Sources.created(), "externalId", "42");
    }

    @Test
    void conflictsOnPutAndPatchToo() {
        String url = "https://example.org/" + Sources.fresh("a");
        JsonNode first = Articles.created(source, "url", url, "externalId", "1");
        String other = Articles.path(Articles.created(source));
        conflicts(Api.patch(other, Json.object("url", url + "#x")), first, "url");
        conflicts(Api.put(other, Articles.body(source, "url", url)), first, "url");
        conflicts(Api.patch(other, Json.object("externalId", "1")), first, "externalId");
        conflicts(Api.put("/v1/articles/" + UUID.randomUUID(), Articles.body(source, "url", url)), first, "url");
        assertEquals(1, Api.get(other).json().get("version").asInt());

        String elsewhere = Sources.created();
        JsonNode third = Articles.created(elsewhere, "externalId", "1");
        conflicts(Api.patch(Articles.path(third), Json.object("source", source)), first, "externalId");
    }

    @Test
    void doesNotConflictWithItself() {
        JsonNode made = Api.post("/v1/articles", Articles.full(source)).is(201).json();
        Api.patch(Articles.path(made), Json.object("url", made.get("url").asText() + "2"))
                .is(200);
        Api.put(Articles.path(made), made).is(200);
    }
}
