package io.khabar.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Seeds;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Pages put together are the whole ordered set, for random orders, filters and page sizes, forward and backward. The
 * choices are others in each run; {@link Seeds} repeats them. (jqwik's engine cannot run inside of a Quarkus test.)
 */
@QuarkusTest
class CursorPropertiesTest {

    private static final List<String> SORTS =
            List.of("-published", "published", "-created", "created", "-updated", "updated");
    private static final List<String> FILTERS = List.of(
            "",
            "&language=ar",
            "&section=a",
            "&section.not=a",
            "&has=published",
            "&has.not=published",
            "&published=2021");

    private static List<String> ids(JsonNode page) {
        return Json.texts(page.path("items"), "id");
    }

    private static String cursor(JsonNode page, String name) {
        JsonNode cursor = page.path("page").path(name);
        return cursor.isMissingNode() ? "" : "&cursor=" + cursor.asText();
    }

    /** Reads a list from a page on to one of its ends. */
    private static List<JsonNode> pages(String list, String from, String direction, Random random) {
        List<JsonNode> pages = new ArrayList<>();
        String at = from;
        do {
            JsonNode page = Api.get(list + "&limit=" + (1 + random.nextInt(9)) + at)
                    .is(200)
                    .json();
            pages.add(page);
            at = cursor(page, direction);
            assertTrue(pages.size() < 500, list);
        } while (!at.isEmpty());
        return pages;
    }

    private static List<String> forward(List<JsonNode> pages) {
        return pages.stream().flatMap(page -> ids(page).stream()).toList();
    }

    private static List<String> backward(List<JsonNode> pages) {
        return pages.reversed().stream().flatMap(page -> ids(page).stream()).toList();
    }

    private static String stored(int size, Random random) {
        String source = Sources.created();
        List<String> dates = new ArrayList<>(List.of("2021", "2021-01-01", "2021-01-01T00:00:00Z", "2020-05", "2022"));
        for (int i = 0; i < size; i++) {
            int date = random.nextInt(dates.size() + 2);
            Articles.created(
                    source,
                    "published",
                    date < dates.size() ? dates.get(date) : null,
                    "language",
                    random.nextBoolean() ? "ar" : "en",
                    "section",
                    random.nextBoolean() ? "a" : null);
        }
        return source;
    }

    @Test
    void pagesPutTogetherAreTheWholeList() {
        Random random = Seeds.random();
        String source = stored(45, random);
        for (String sort : SORTS) {
            for (String filter : FILTERS) {
                String list = "/v1/articles?fields=id&source=" + source + "&sort=" + sort + filter;
                List<String> whole = ids(Api.get(list + "&limit=100").is(200).json());
                assertEquals(whole.size(), Set.copyOf(whole).size(), list);
                List<JsonNode> pages = pages(list, "", "nextCursor", random);
                assertEquals(whole, forward(pages), list);
                if (!whole.isEmpty()) {
                    List<String> before =
                            backward(pages(list, cursor(pages.getLast(), "previousCursor"), "previousCursor", random));
                    if (pages.size() > 1) {
                        int last = ids(pages.getLast()).size();
                        assertEquals(whole.subList(0, whole.size() - last), before, list);
                    }
                }
            }
        }
    }

    @Test
    void goesBothWaysFromEveryPlace() {
        Random random = Seeds.random();
        String source = stored(20, random);
        for (String sort : SORTS) {
            String list = "/v1/articles?fields=id&source=" + source + "&sort=" + sort;
            List<String> whole = ids(Api.get(list + "&limit=100").json());
            for (JsonNode page : pages(list, "", "nextCursor", random)) {
                String first = ids(page).getFirst();
                String back = cursor(page, "previousCursor");
                List<String> before =
                        back.isEmpty() ? List.of() : backward(pages(list, back, "previousCursor", random));
                assertEquals(whole.subList(0, whole.indexOf(first)), before, list);
            }
        }
    }

    @Test
    void pagesThroughSourcesByName() {
        Random random = Seeds.random();
        String word = Sources.word();
        for (int i = 0; i < 15; i++) {
            Sources.created("name", word + " " + (char) ('a' + random.nextInt(4)));
        }
        for (String sort : List.of("name", "-name", "created", "-created")) {
            String list = "/v1/sources?fields=id&q="
                    + java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8) + "&sort=" + sort;
            List<String> whole = ids(Api.get(list + "&limit=100").is(200).json());
            assertEquals(15, whole.size());
            assertEquals(whole, forward(pages(list, "", "nextCursor", random)));
        }
    }

    @Test
    void findsTheWayBackWhenEverythingBehindIsGone() {
        String source = Sources.created();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            made.add(Articles.created(source).get("id").asText());
        }
        String list = "/v1/articles?fields=id&limit=2&sort=created&source=" + source;
        String next = cursor(Api.get(list).json(), "nextCursor");
        Api.delete("/v1/articles/" + made.get(2)).is(204);
        Api.delete("/v1/articles/" + made.get(3)).is(204);
        JsonNode empty = Api.get(list + next).is(200).json();
        assertEquals(List.of(), ids(empty));
        assertFalse(empty.path("page").has("nextCursor"));
        assertEquals(
                made.subList(0, 2),
                ids(Api.get(list + cursor(empty, "previousCursor")).json()));
    }

    @Test
    void showsEveryArticleThatStaysExactlyOnceWhateverComesAndGoes() throws Exception {
        Random random = Seeds.random();
        String source = stored(40, random);
        String list = "/v1/articles?fields=id&source=" + source;
        List<String> all = ids(Api.get(list + "&limit=100").json());
        Set<String> going = new HashSet<>(
                all.subList(0, 40).stream().filter(_ -> random.nextInt(4) == 0).toList());
        List<String> toGo = new ArrayList<>(going);
        Collections.shuffle(toGo, random);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> writes = writer.submit(() -> {
                while (!done.get() || !toGo.isEmpty()) {
                    Articles.created(source, "published", "202" + (toGo.size() % 3));
                    if (!toGo.isEmpty()) {
                        Api.delete("/v1/articles/" + toGo.removeLast()).is(204);
                    }
                }
            });
            try {
                for (String sort : SORTS.subList(0, 4)) {
                    List<String> seen = forward(pages(list + "&sort=" + sort, "", "nextCursor", random));
                    assertEquals(seen.size(), Set.copyOf(seen).size(), "nothing twice by " + sort);
                    List<String> missing = new ArrayList<>(all);
                    missing.removeAll(going);
                    missing.removeAll(seen);
                    assertEquals(List.of(), missing, "nothing lost by " + sort);
                }
            } finally {
                done.set(true);
            }
            writes.get();
        }
    }
}
