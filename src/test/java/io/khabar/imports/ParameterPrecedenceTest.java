package io.khabar.imports;

import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static io.khabar.fixture.Imports.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each parameter beats what is derived, and what the input states with {@code override=true} only. */
@QuarkusTest
class ParameterPrecedenceTest {

    private static final String DATED = "وصل الوفد إلى المدينة أمس.";

    /** Late in the evening: in Damascus it is the day after. */
    private static final String LATE = "2021-09-13T22:30:00Z";

    private String source = "";
    private String query = "";

    @BeforeEach
    void create() {
        source = Sources.created();
        query = "?dryRun=true&language=ar-SY&published=" + LATE
                + "&section=Given&keyword=one&keyword=two&zone=Asia/Damascus&source=" + source;
    }

    /** What an article is, as far as parameters say it: its source, and then all others in their order. */
    private static List<String> said(JsonNode article) {
        List<String> said = new ArrayList<>();
        said.add(article.at("/source/key").asText());
        said.add(article.path("language").asText());
        said.add(article.at("/published/value").asText());
        said.add(article.path("section").asText());
        article.path("keywords").forEach(keyword -> said.add(keyword.asText()));
        said.add(article.path("zone").asText());
        article.path("dates").forEach(date -> {
            if (date.path("role").asText().equals("mentioned")) {
                said.add(date.path("value").asText());
            }
        });
        return said;
    }

    private List<String> given() {
        return List.of(source, "ar-SY", LATE, "Given", "one", "two", "Asia/Damascus", "2021-09-13");
    }

    @Test
    void isSaidOfARawTextInWhichAllIsDerived() {
        String url = "https://news.example/" + Sources.fresh("u");
        JsonNode article = Imports.text(query + "&url=" + url, DATED + "\nوكالة " + Sources.fresh("other"))
                .at("/items/0/article");
        assertEquals(given(), said(article));
        assertEquals(url, article.path("url").asText());
        assertEquals(Json.tree("['lead', 'direction']"), article.path("derived"));
    }

    @Test
    void isSaidOfALineOnlyWhereThatDoesNotSay() {
        String own = Sources.created();
        ObjectNode line = Json.object(
                "source", own, "body", DATED, "language", "ar", "published", "2021-09-01T10:00:00Z", "section", "Own");
        line.put("zone", "UTC").putArray("keywords").add("three");
        JsonNode report = lines(query, line, Json.object("body", DATED));
        assertEquals(
                List.of(own, "ar", "2021-09-01T10:00:00Z", "Own", "three", "UTC", "2021-08-31"),
                said(report.at("/items/0/article")));
        assertEquals(given(), said(report.at("/items/1/article")));
        JsonNode over = lines(query + "&override=true", line);
        assertEquals(given(), said(over.at("/items/0/article")));
    }

    @ParameterizedTest
    @CsvSource({"false, /own", "true, /given"})
    void isTheAddressOfAPageThatSaysAnother(boolean override, String path) {
        String host = "https://" + Sources.fresh("paper") + ".example";
        String page = "<html><head><title>Harbour reopens</title><link rel='canonical' href='" + host + "/own'></head>"
                + "<body><article><p>"
                + "The harbour reopened to cargo ships after a strike of nineteen days. ".repeat(3)
                + "</p></article></body></html>";
        JsonNode report = Imports.send(
                        "text/html",
                        utf8(page),
                        "?dryRun=true&source=" + source + "&url=" + host + "/given&override=" + override)
                .is(200)
                .json();
        assertEquals(List.of("created"), outcomes(report));
        assertEquals(host + path, report.at("/items/0/article/url").asText());
    }
}
