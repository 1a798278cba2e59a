package io.khabar.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SourcesTest {

    private static ObjectNode full() {
        return Sources.body(
                "name",
                "سيريانيوز",
                "aliases",
                List.of(Sources.fresh("اسم آخر"), Sources.fresh("Other")),
                "homepage",
                "https://syria.news/",
                "country",
                "SY",
                "languages",
                List.of("ar", "en"),
                "kind",
                "website",
                "timeZone",
                "Asia/Damascus",
                "description",
                "عن المصدر");
    }

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

    @ParameterizedTest
    @CsvSource({"sy, SY", "Fr, FR", "SY, SY"})
    void writesCountriesInCapitals(String given, String country) {
        String key = Sources.created("country", given);
        JsonNode source = Api.get("/v1/sources/" + key).is(200).json();
        assertEquals(country, source.path("country").asText());
        JsonNode found = Api.get("/v1/sources?limit=100&country=" + given.toLowerCase(Locale.ROOT) + "&q=" + key)
                .is(200)
                .json();
        assertTrue(Json.texts(found.path("items"), "key").contains(key), found::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "xk", "EU", "UK"})
    void knowsNoCountryThatNobodyIs(String code) {
        Api.post("/v1/sources", Sources.body("country", code)).isProblem(400, "invalid-request", "/country invalid");
        for (String list : List.of("/v1/sources", "/v1/articles")) {
            assertEquals(
                    Json.tree("[]"),
                    Api.get(list + "?country=" + code).is(200).json().get("items"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "SYR", "سو", "S1", "\u00df"})
    void refusesWhatIsNoCountryCode(String text) {
        Api.post("/v1/sources", Sources.body("country", text)).isProblem(400, "invalid-request", "/country invalid");
        for (String list : List.of("/v1/sources", "/v1/articles")) {
            Api.get(Api.query(list, "country", text)).isProblem(400, "invalid-request", "?country invalid");
        }
    }

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
    void offersNoNullForARequiredName() {
        JsonNode error = Api.post("/v1/sources", Sources.body("name", ""))
                .isProblem(400, "invalid-request", "/name empty")
                .json()
                .path("errors")
                .path(0);
        assertEquals("must not be empty or blank", error.path("detail").asText());
    }

    @Test
    void createsWithEveryFieldAndShowsIt() {
        ObjectNode body = full();
        Answer answer = Api.post("/v1/sources", body).is(201);
        JsonNode shown = answer.json();
        assertEquals(
                "/v1/sources/" + answer.id(),
                URI.create(answer.header("Location")).getPath());
        assertEquals(
                List.of(
                        "id",
                        "key",
                        "name",
                        "aliases",
                        "homepage",
                        "country",
                        "languages",
                        "kind",
                        "timeZone",
                        "description",
                        "createdAt",
                        "updatedAt",
                        "version"),
                Json.names(shown));
        for (String same : Json.names(body)) {
            assertEquals(body.get(same), shown.get(same), same);
        }
        for (String address : List.of(answer.id(), body.get("key").asText())) {
            Answer read = Api.get("/v1/sources/" + address).is(200);
            assertEquals(answer.text(), read.text());
            assertEquals(answer.etag(), read.etag());
            Api.get("/v1/sources/" + address, "If-None-Match", read.etag()).is(304);
        }
        JsonNode smallest = Api.post("/v1/sources", Sources.body()).is(201).json();
        assertEquals(
                List.of("id", "key", "name", "aliases", "languages", "createdAt", "updatedAt", "version"),
                Json.names(smallest));
    }

    @Test
    void replacesPatchesAndDeletes() {
        JsonNode made = Api.post("/v1/sources", full()).is(201).json();
        String path = "/v1/sources/" + made.get("key").asText();
        JsonNode same = Api.put(path, made).is(200).json();
        assertEquals(2, same.get("version").asInt());
        JsonNode patched = Api.patch(path, Json.tree("{'aliases': null, 'kind': null, 'name': 'Syria', 'version': 9}"))
                .is(200)
                .json();
        assertEquals(Json.tree("[]"), patched.get("aliases"));
        assertFalse(patched.has("kind"));
        assertEquals("Syria", patched.get("name").asText());
        assertEquals(made.get("country"), patched.get("country"));
        Api.patch(path, Json.object("name", "x"), "If-Match", "\"2-0\"")
                .isProblem(412, "version-mismatch", "If-Match: version-mismatch");
        Api.patch(path, Json.object("name", null)).isProblem(400, "invalid-request", "/name required");
        Api.patch(path, Json.object("nmae", null)).isProblem(400, "unknown-field", "/nmae unknown-field");
        Api.delete(path, "If-Match", "\"3-0\"").is(204);
        Api.get(path).isProblem(404, "not-found");
        Api.delete(path).isProblem(404, "not-found");
        Api.patch(path, "{").isProblem(404, "not-found");
    }

    @Test
    void putCreatesByKeyAndById() {
        String key = Sources.fresh("put");
        Answer made = Api.put("/v1/sources/" + key, Json.object("key", key, "name", "x"))
                .is(201);
        Api.put("/v1/sources/" + key, Json.object("key", key, "name", "y")).is(200);
        Api.put("/v1/sources/" + key, Json.object("key", key, "name", "y"), "If-None-Match", "*")
                .isProblem(412, "version-mismatch", "If-None-Match: version-mismatch");
        Api.put("/v1/sources/" + key, Json.object("key", "other", "name", "y"))
                .isProblem(400, "invalid-request", "/key mismatch");
        Api.put("/v1/sources/" + made.id(), Json.object("key", key, "name", "y", "id", UUID.randomUUID()))
                .isProblem(400, "invalid-request", "/id mismatch");
        UUID id = UUID.randomUUID();
        assertEquals(
                id.toString(),
                Api.put("/v1/sources/" + id, Sources.body()).is(201).id());
        Api.post("/v1/sources", Sources.body("id", id)).isProblem(409, "source-exists", "/id source-exists");
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
    void isNotDeletedWhileItHasArticles() {
        String key = Sources.created();
        String article = Articles.path(Articles.created(key));
        Api.delete("/v1/sources/" + key).isProblem(409, "source-in-use");
        Api.delete(article).is(204);
        Api.delete("/v1/sources/" + key).is(204);
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

    @Test
    void listsAllFaultsAtOnce() {
        Api.post(
                        "/v1/sources",
                        Json.tree("{'name': 5, 'country': 'XX', 'languages': ['not_a_tag'], 'kind': 'blog',"
                                + " 'timeZone': 'Mars/Base', 'homepage': 'x', 'more': 1, 'aliases': ['']}"))
                .isProblem(
                        400,
                        "invalid-request",
                        "/more unknown-field",
                        "/key required",
                        "/name type",
                        "/aliases/0 empty",
                        "/homepage invalid",
                        "/country invalid",
                        "/languages/0 invalid",
                        "/kind enum",
                        "/timeZone invalid");
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

    @Test
    void embedsItsStatistics() {
        String key = Sources.created();
        String path = "/v1/sources/" + key;
        assertEquals(
                Json.tree("{'articles': 0}"),
                Api.get(path + "?embed=stats").json().get("stats"));
        Articles.created(key, "published", "2020");
        Articles.created(key, "published", "2021-05");
        Articles.created(key);
        Answer embedded = Api.get(path + "?embed=stats").is(200);
        assertEquals(
                Json.tree("{'articles': 3, 'firstPublishedAt': '2020-01-01T00:00:00Z',"
                        + " 'lastPublishedAt': '2021-05-01T00:00:00Z'}"),
                embedded.json().get("stats"));
        assertNotEquals(embedded.etag(), Api.get(path).etag());
        assertEquals(
                Json.tree("{'stats': {'articles': 3}}"),
                Api.get(path + "?embed=stats&fields=stats.articles").json());
        Api.get(path + "?fields=stats").isProblem(400, "unknown-field", "?fields unknown-field");
    }
}
