package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.date.PartialDate;
import io.khabar.date.Precision;
import io.khabar.http.CanonicalUrl;
import io.khabar.language.Folding;
import io.khabar.language.LanguageDetector;
import io.khabar.language.LanguageTags;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sample data is written by hand: what hands get wrong is looked at here. */
class SampleDataTest {
    private final JsonNode sources = read("sources");
    private final JsonNode articles = read("articles");

    @Test
    void namesEachSourceOnce() {
        Set<String> handles = new HashSet<>();
        for (JsonNode source : sources) {
            assertTrue(source.get("key").textValue().matches("[a-z0-9][a-z0-9-]{0,62}"), source.toString());
            assertTrue(handles.add(Folding.fold(source.get("key").textValue())), source.toString());
            for (JsonNode alias : source.path("aliases")) {
                assertTrue(handles.add(Folding.fold(alias.textValue())), alias.toString());
            }
            assertNotNull(ZoneId.of(source.get("timeZone").textValue()));
            for (JsonNode language : source.get("languages")) {
                assertEquals(language.textValue(), LanguageTags.canonical(language.textValue()));
            }
        }
        assertTrue(sources.size() >= 8);
    }

    @Test
    void usesAddressesThatBelongToNobody() {
        for (JsonNode node : sources) {
            assertTrue(node.get("homepage").textValue().matches("https://[a-z-]+\\.example"), node.toString());
        }
        for (JsonNode node : articles) {
            assertTrue(node.get("url").textValue().matches("https://[a-z-]+\\.example/.+"), node.toString());
            String image = node.path("image").path("url").textValue();
            assertTrue(image == null || image.matches("https://[a-z-]+\\.example/.+"), node.toString());
        }
    }

    @Test
    void tellsEachArticleOnceAndOfASourceThatIsThere() {
        Set<String> keys = new HashSet<>();
        sources.forEach(source -> keys.add(source.get("key").textValue()));
        Set<String> urls = new HashSet<>();
        Set<String> externalIds = new HashSet<>();
        for (JsonNode article : articles) {
            assertTrue(keys.contains(article.get("source").textValue()), article.toString());
            assertTrue(urls.add(CanonicalUrl.of(article.get("url").textValue())), article.toString());
            JsonNode externalId = article.get("externalId");
            assertTrue(externalId == null || externalIds.add(externalId.textValue()), article.toString());
        }
    }

    @Test
    void isWrittenInFiveLanguagesThatAreDetected() {
        LanguageDetector detector = new LanguageDetector();
        Map<String, Integer> languages = new HashMap<>();
        for (JsonNode article : articles) {
            String detected = detector.detect(article.get("body").textValue());
            assertNotNull(detected);
            languages.merge(detected, 1, Integer::sum);
            JsonNode given = article.get("language");
            if (given != null) {
                assertEquals(given.textValue(), LanguageTags.canonical(given.textValue()));
                assertTrue((given.textValue() + "-").startsWith(detected + "-"), article.toString());
            }
        }
        assertEquals(Map.of("ar", 17, "en", 5, "fr", 3, "fa", 3, "ru", 2), languages);
    }

    @Test
    void separatesParagraphsByOneBlankLine() {
        for (JsonNode article : articles) {
            String[] paragraphs = article.get("body").textValue().split("\n\n", -1);
            assertTrue(paragraphs.length >= 2 && paragraphs.length <= 4, article.toString());
            for (String paragraph : paragraphs) {
                assertEquals(paragraph.strip(), paragraph);
                assertEquals(1, paragraph.lines().count(), paragraph);
            }
        }
    }

    @Test
    void publishesWithEveryPrecisionAndOnceWithout() {
        Set<Precision> precisions = EnumSet.noneOf(Precision.class);
        int without = 0;
        for (JsonNode article : articles) {
            JsonNode published = article.get("published");
            if (published == null) {
                without++;
            } else {
                precisions.add(PartialDate.parse(published.textValue()).precision());
            }
        }
        assertEquals(EnumSet.of(Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.INSTANT), precisions);
        assertEquals(1, without);
    }

    @Test
    void findsEachMentionedDateWhereItSays() {
        int intervals = 0;
        for (JsonNode article : articles) {
            String body = article.get("body").textValue();
            for (JsonNode date : article.get("dates")) {
                int start = body.offsetByCodePoints(0, date.get("startOffset").intValue());
                int end = body.offsetByCodePoints(0, date.get("endOffset").intValue());
                assertEquals(date.get("text").textValue(), body.substring(start, end));
                assertEquals("mentioned", date.get("role").textValue());
                Precision precision =
                        PartialDate.parse(date.get("value").textValue()).precision();
                intervals += precision == Precision.INTERVAL ? 1 : 0;
            }
        }
        assertTrue(intervals >= 10, "intervals: " + intervals);
    }

    @Test
    void leavesSomeTitlesAndLanguagesOut() {
        int titles = 0;
        int languages = 0;
        for (JsonNode article : articles) {
            titles += article.has("title") ? 1 : 0;
            languages += article.has("language") ? 1 : 0;
            assertNull(article.get("id"));
        }
        assertTrue(titles < articles.size() && titles > articles.size() / 2);
        assertTrue(languages < articles.size() && languages > articles.size() / 4);
    }

    private static JsonNode read(String name) {
        try (InputStream json = SampleDataTest.class.getResourceAsStream("/sample/" + name + ".json")) {
            assertNotNull(json);
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
