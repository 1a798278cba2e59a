package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** One life of a source, an article and a date. */
@QuarkusTest
class RoundTripTest {

    private static List<String> derived(JsonNode article) {
        return StreamSupport.stream(article.path("derived").spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
    }

    @Test
    void leavesDerivedWhatIsSentBackAsItWasRead() {
        String path = Articles.path(Articles.created(Sources.created(), "title", "عنوان الخبر"));
        Answer read = Api.get(path).is(200);
        assertEquals(List.of("direction", "language", "titleDirection"), derived(read.json()));

        Answer same = Api.put(path, read.json(), "If-Match", read.etag()).is(200);
        assertEquals(derived(read.json()), derived(same.json()));
        assertEquals(2, same.json().path("version").asInt(), "every write counts");

        ObjectNode changed = same.json().deepCopy();
        changed.put("title", "Schools open").put("body", "The ministry said that all schools will open on time.");
        JsonNode english =
                Api.put(path, changed, "If-Match", same.etag()).is(200).json();
        assertEquals("en", english.path("language").asText());
        assertEquals("ltr", english.path("direction").asText());
        assertEquals("ltr", english.path("titleDirection").asText());
        assertEquals(derived(read.json()), derived(english));

        ObjectNode said = english.deepCopy();
        said.put("language", "en-GB");
        JsonNode given = Api.put(path, said).is(200).json();
        assertEquals(List.of("direction", "titleDirection"), derived(given));
        // A patch names what it means, even if it is the same.
        given = Api.patch(path, Json.object("direction", "ltr")).is(200).json();
        assertEquals(List.of("titleDirection"), derived(given));
        given = Api.put(path, given).is(200).json();
        assertEquals(List.of("titleDirection"), derived(given));
        assertEquals("en-GB", given.path("language").asText());
    }

    @Test
    void leavesDerivedWhatAnImportFound() {
        String text = "قال الوزير إن العمل بدأ، وإن المدارس مفتوحة في كل المحافظات منذ أيام طويلة."
                + "\n\nوقالت الوزارة إن الدوام مستمر حتى نهاية العام الدراسي.\n" + Sources.fresh("وكالة");
        JsonNode item =
                Imports.text("?published=2021-09-14", text).path("items").path(0);
        String path = Articles.path(item.path("article"));
        JsonNode read = Api.get(path).is(200).json();
        assertTrue(derived(read).containsAll(List.of("lead", "source")), read::toString);
        assertEquals(derived(read), derived(Api.put(path, read).is(200).json()));

        ObjectNode other = read.deepCopy();
        other.put("lead", "مقدمة أخرى").put("source", Sources.created());
        List<String> left = derived(Api.put(path, other).is(200).json());
        assertTrue(!left.contains("lead") && !left.contains("source"), left::toString);
    }

    @Test
    void createsReadsChangesAndDeletes() {
        String source = Sources.created();
        JsonNode article =
                Api.post("/v1/articles", Articles.full(source)).is(201).json();
        String path = Articles.path(article);

        assertEquals(article, Api.get(path).is(200).json());
        JsonNode listed =
                Api.get("/v1/articles?source=" + source).is(200).json().path("items");
        assertEquals(List.of(article.path("id").asText()), Json.texts(listed, "id"));

        JsonNode patched = Api.patch(path, Json.object("title", null, "published", "2020"))
                .is(200)
                .json();
        assertEquals("2020", patched.path("published").path("value").asText());

        JsonNode date = Api.post(path + "/dates", Json.object("role", "mentioned", "value", "2011/.."))
                .is(201)
                .json();
        String datePath = "/v1/dates/" + date.path("id").asText();
        assertEquals(date, Api.get(datePath).is(200).json());
        Api.patch(datePath, Json.object("value", "2012")).is(200);
        Api.put(datePath, Json.object("role", "mentioned", "value", "2013")).is(200);
        assertEquals(
                List.of("2013", "2020", "2021-09-14T07:00:00Z"),
                Json.texts(Api.get(path + "/dates").is(200).json().path("items"), "value"));
        assertEquals(
                1,
                Api.get("/v1/dates?on=2013&source=" + source)
                        .is(200)
                        .json()
                        .path("items")
                        .size());
        Api.delete(datePath).is(204);

        Api.delete(path).is(204);
        Api.get(path).is(404);
        Api.delete("/v1/sources/" + source).is(204);
    }
}
