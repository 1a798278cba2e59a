package io.khabar.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of sources: found by their names, also misspelt ones, filtered and sorted. */
@QuarkusTest
class SourceSearchTest {

    @Test
    void isFoundByItsNameWithTwoLettersExchanged() {
        String key = Sources.created("name", "Zqxwvu News");
        List<String> missed = new ArrayList<>();
        String name = "zqxwvu";
        for (int first = 0; first < name.length(); first++) {
            for (int second = first + 1; second <= first + 2 && second < name.length(); second++) {
                StringBuilder misspelt = new StringBuilder(name);
                misspelt.setCharAt(first, name.charAt(second));
                misspelt.setCharAt(second, name.charAt(first));
                JsonNode found = Api.get("/v1/sources?q=" + misspelt).is(200).json();
                if (!Json.texts(found.path("items"), "key").contains(key)) {
                    missed.add(misspelt.toString());
                }
            }
        }
        assertEquals(List.of(), missed);
        Api.delete("/v1/sources/" + key).is(204);
    }

    @Test
    void isFoundByANameWithTwoLettersSwapped() {
        String word = Sources.word();
        Sources.created("name", "Syrian " + word);
        int[] letters = word.codePoints().toArray();
        int last = letters.length - 1;
        for (int i = 0; i < last; i++) {
            if (letters[i] != letters[i + 1]) {
                int[] swapped = letters.clone();
                swapped[i] = letters[i + 1];
                swapped[i + 1] = letters[i];
                String q = URLEncoder.encode(new String(swapped, 0, swapped.length), StandardCharsets.UTF_8);
                assertEquals(
                        List.of("Syrian " + word),
                        Json.texts(Api.get("/v1/sources?q=" + q).is(200).json().path("items"), "name"),
                        q);
            }
        }
    }

    @Test
    void isFoundByTheBeginningOfAWordOrAlmost() {
        String tag = Sources.word();
        String arabic = Sources.created("name", "وكالة الأنباء السورية " + tag);
        String english = Sources.created("name", "Damascus Telegraph " + tag, "aliases", List.of("Sham Post " + tag));
        for (String q : List.of("الأنباء", "الانباء", "السوري", "الأنبء")) {
            assertTrue(found(q).contains(arabic), q);
        }
        for (String q : List.of("damas", "TELEGRAPH", "telegrph", "damascsu telegraph", "sham", english)) {
            assertTrue(found(q).contains(english), q);
        }
        for (String q : List.of("zzzzqqqq", "%", "_", "\\", "!!!")) {
            assertFalse(found(q).contains(english), q);
        }
        assertEquals(
                List.of(arabic, english).stream().sorted().toList(),
                found(tag).stream().sorted().toList());
    }

    @Test
    void countsWhatIsSoughtInCodePoints() {
        Api.get(Api.query("/v1/sources", "q", "😀".repeat(200))).is(200);
        Api.get(Api.query("/v1/sources", "q", "😀".repeat(201))).isProblem(400, "invalid-request", "?q invalid");
    }

    private static List<String> found(String q) {
        return Json.texts(
                Api.get(Api.query("/v1/sources?limit=100", "q", q))
                        .is(200)
                        .json()
                        .path("items"),
                "key");
    }

    @Test
    void filtersAndSortsAsCldrDoes() {
        String tag = Sources.word();
        List<String> names = List.of("alpha", "Beta", "émile", "zeta", "أحمد", "باسل");
        for (String name : names.reversed()) {
            Sources.created(
                    "name",
                    name + " " + tag,
                    "country",
                    name.equals("Beta") ? "LB" : "SY",
                    "languages",
                    List.of(name.equals("zeta") ? "fr-CA" : "ar"),
                    "kind",
                    name.equals("alpha") ? "agency" : "other");
        }
        String list = "/v1/sources?q=" + tag;
        assertEquals(names, sorted(list, tag));
        assertEquals(names.reversed(), sorted(list + "&sort=-name", tag));
        assertEquals(names.reversed(), sorted(list + "&sort=created", tag));
        assertEquals(names, sorted(list + "&sort=-created", tag));
        assertEquals(List.of("Beta"), sorted(list + "&country=lb", tag));
        assertEquals(List.of("zeta"), sorted(list + "&language=fr", tag));
        assertEquals(List.of("alpha"), sorted(list + "&kind=agency", tag));
        assertEquals(6, sorted(list + "&kind=agency&kind=other", tag).size());
        Api.get("/v1/sources?kind=blog").isProblem(400, "invalid-request", "?kind enum");
        Api.get("/v1/sources?embed=stats").isProblem(400, "unknown-parameter", "?embed unknown-parameter");
        assertEquals(
                6,
                Api.get(list + "&count=exact")
                        .json()
                        .path("total")
                        .path("value")
                        .asInt());
    }

    private static List<String> sorted(String list, String tag) {
        return Json.texts(Api.get(list).is(200).json().path("items"), "name").stream()
                .map(name -> name.replace(" " + tag, ""))
                .toList();
    }
}
