package io.khabar.imports;

import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** By what an article is known first that is like several stored ones: id, address, the id that its source gives it, text. */
@QuarkusTest
class KnownArticlesTest {

    @Test
    void areKnownByWhatIsSurest() {
        String source = Sources.created();
        String text = Sources.word() + " " + Articles.TEXT;
        ObjectNode byId = Articles.body(source, "id", UUID.randomUUID().toString());
        ObjectNode byUrl = Articles.body(source, "url", "https://news.example/" + Sources.fresh("u"));
        ObjectNode byExternal = Articles.body(source, "externalId", Sources.fresh("e"));
        ObjectNode byText = Json.object("source", source, "body", text);
        JsonNode stored = lines("", byId, byUrl, byExternal, byText);
        assertEquals(List.of("created", "created", "created", "created"), outcomes(stored));

        ObjectNode likeAll = byText.deepCopy();
        likeAll.setAll((ObjectNode) byExternal.deepCopy().without("body"));
        ObjectNode likeThree = likeAll.deepCopy();
        likeThree.put("url", byUrl.get("url").asText());
        ObjectNode likeFour = likeThree.deepCopy();
        likeFour.put("id", byId.get("id").asText());
        List<ObjectNode> sent = List.of(likeFour, likeThree, likeAll, byText);
        List<String> by = List.of("id", "url", "externalId", "text");
        for (String query : List.of("?dryRun=true", "")) {
            JsonNode report = lines(query, sent.toArray(JsonNode[]::new));
            assertEquals(List.of("exists", "exists", "exists", "exists"), outcomes(report));
            for (int i = 0; i < by.size(); i++) {
                assertEquals(
                        List.of("article-exists " + by.get(i)),
                        findings(report.path("items").get(i)));
                assertEquals(
                        stored.path("items").get(i).at("/article/id"),
                        report.path("items").get(i).at("/article/id"));
            }
        }
    }
}
