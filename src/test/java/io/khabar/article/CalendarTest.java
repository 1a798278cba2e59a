package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.article.ArticleSet.Item;
import io.khabar.date.PartialDate;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.SearchIndex;
import io.khabar.fixture.Sources;
import io.khabar.http.Parameters;
import io.khabar.http.ProblemException;
import io.khabar.search.SearchEngine;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarTest {

    @Inject
    CalendarRepository calendar;

    @Inject
    SearchEngine engine;

    @Inject
    CollapsedSearch conditions;

    private ArticleSet set = ArticleSet.empty();

    @BeforeEach
    void storeOnce() {
        if (set.items.isEmpty()) {
            set = ArticleSet.stored(50, 9);
            SearchIndex.follows();
        }
    }

    private static String bucket(LocalDate day, String by) {
        String text = day.toString();
        return switch (by) {
            case "year" -> text.substring(0, 4);
            case "month" -> text.substring(0, 7);
            case "day" -> text;
            default ->
                "%04d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        };
    }

    /** The bucket in which a date lies whole; "coarser" where there is none. */
    private static String bucket(PartialDate date, String by, ZoneId zone) {
        Instant earliest = date.earliest();
        Instant latest = date.latest();
        if (earliest == null || latest == null) {
            return "coarser";
        }
        if (!date.civil()) {
            return bucket(LocalDate.ofInstant(earliest, zone), by);
        }
        String first = bucket(LocalDate.ofInstant(earliest, ZoneOffset.UTC), by);
        String last = bucket(LocalDate.ofInstant(latest.minusNanos(1), ZoneOffset.UTC), by);
        return first.equals(last) ? first : "coarser";
    }

    private static List<PartialDate> dates(Item item, String role) {
        PartialDate published = item.published();
        return role.equals("mentioned") ? item.mentions() : published == null ? List.of() : List.of(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"year", "month", "week", "day"})
    void countsAsTheModelSays(String by) {
        for (String role : List.of("published", "mentioned")) {
            for (String zone : List.of("UTC", "Asia/Damascus", "America/New_York")) {
                Map<String, Integer> expected = new TreeMap<>(Map.of("coarser", 0));
                for (Item item : set.items) {
                    dates(item, role).stream()
                            .map(date -> bucket(date, by, ZoneId.of(zone)))
                            .distinct()
                            .forEach(name -> expected.merge(name, 1, Integer::sum));
                }
                String address = "/v1/calendar?by=" + by + "&role=" + role + "&zone=" + zone + "&" + set.all();
                JsonNode answer = Api.get(address).is(200).json();
                assertEquals(answer, Api.get(address + "&q=-nowhere").is(200).json(), "of those that a query finds");
                Map<String, Integer> found =
                        new TreeMap<>(Map.of("coarser", answer.path("coarser").asInt(-1)));
                answer.path("items")
                        .forEach(item -> found.put(
                                item.path("value").asText(), item.path("count").asInt()));
                assertEquals(expected, found, by + " " + role + " " + zone);
                List<String> order = Json.texts(answer.path("items"), "earliest");
                assertEquals(order.stream().sorted().toList(), order, "newest last");
            }
        }
    }

    @Test
    void showsBoundsAndEmptyBuckets() {
        String source = Sources.created();
        for (String published : List.of("2021-08-30", "2021-09-13", "2021", "2021-11-01T22:30:00Z")) {
            Articles.created(source, "published", published);
        }
        String calendar = "/v1/calendar?role=published&source=" + source;
        assertEquals(
                Json.tree("{'items': [{'value': '2021-08', 'earliest': '2021-08-01T00:00:00Z', 'latest':"
                        + " '2021-09-01T00:00:00Z', 'count': 1}, {'value': '2021-09', 'earliest':"
                        + " '2021-09-01T00:00:00Z', 'latest': '2021-10-01T00:00:00Z', 'count': 1}, {'value':"
                        + " '2021-11', 'earliest': '2021-11-01T00:00:00Z', 'latest': '2021-12-01T00:00:00Z',"
                        + " 'count': 1}], 'coarser': 1}"),
                Api.get(calendar + "&by=month").is(200).json());
        JsonNode filled =
                Api.get(calendar + "&by=month&empty=true").is(200).json().path("items");
        assertEquals(List.of("2021-08", "2021-09", "2021-10", "2021-11"), Json.texts(filled, "value"));
        assertEquals(0, filled.path(2).path("count").asInt());
        JsonNode weeks = Api.get(calendar + "&by=week&published=2021-09..")
                .is(200)
                .json()
                .path("items");
        assertEquals(List.of("2021-W37", "2021-W44"), Json.texts(weeks, "value"));
        JsonNode days =
                Api.get(calendar + "&by=day&zone=Asia/Damascus").is(200).json().path("items");
        assertEquals("2021-11-02", days.path(2).path("value").asText());
        assertEquals("2021-11-01T22:00:00Z", days.path(2).path("earliest").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "published | day | published=2021-09-12..2021-09-15 | 2021-09-12 0,2021-09-13 1,2021-09-14 1,2021-09-15 0",
                "published | day | published=2021-09-12.. | 2021-09-12 0,2021-09-13 1,2021-09-14 1",
                "published | day | published=..2021-09-15 | 2021-09-13 1,2021-09-14 1,2021-09-15 0",
                "published | month | published=2021-08..2021-10 | 2021-08 0,2021-09 2,2021-10 0",
                "published | week | published=2021-09-05..2021-09-20 | 2021-W35 0,2021-W36 0,2021-W37 2,2021-W38 0",
                "published | year | published=2020..2021 | 2020 0,2021 2",
                "published | day | published=2021-09-13T23:30:00Z..2021-09-14T10:00:00Z&zone=Asia/Damascus | 2021-09-14 0",
                "published | month | published=2019-11..2020-01 | 2019-11 0,2019-12 0,2020-01 0",
                "published | week | published=0000-01-01..0000-01-04 | 0000-W01 0",
                "published | day | published=2022.. | ''",
                "mentioned | year | mentions=2010..2012&published=2021 | 2010 0,2011 1,2012 0",
                "mentioned | year | published=2019..2022 | 2011 1"
            })
    void fillsThePeriodThatIsAskedFor(String role, String by, String filter, String buckets) {
        String source = Sources.created();
        String id =
                Articles.created(source, "published", "2021-09-13").path("id").asText();
        Articles.created(source, "published", "2021-09-14");
        Api.post("/v1/articles/" + id + "/dates", Json.object("role", "mentioned", "value", "2011"))
                .is(201);
        List<String> found = new ArrayList<>();
        Api.get("/v1/calendar?empty=true&role=" + role + "&by=" + by + "&source=" + source + "&" + filter)
                .is(200)
                .json()
                .path("items")
                .forEach(item -> found.add(
                        item.path("value").asText() + " " + item.path("count").asText()));
        assertEquals(buckets, String.join(",", found));
    }

    @Test
    void fillsNoPeriodOfTooManyBuckets() {
        Api.get("/v1/calendar?empty=true&role=published&by=day&published=0000..9999&source=" + Sources.created())
                .isProblem(400, "too-many-buckets");
    }

    @Test
    void countsWhatAQueryFinds() {
        String source = Sources.created();
        Articles.created(source, "published", "2021-08-30", "title", "Cats and dogs", "language", "en");
        Articles.created(source, "published", "2021-09-13", "title", "Dogs", "language", "en");
        Articles.created(source, "published", "2021", "title", "A dog", "language", "en");
        Articles.created(source, "published", "2021-09-14", "title", "Birds", "language", "en");
        SearchIndex.follows();
        String calendar = "/v1/calendar?role=published&by=month&source=" + source;
        JsonNode dogs = Api.get(calendar + "&q=dog").is(200).json();
        assertEquals(List.of("2021-08", "2021-09"), Json.texts(dogs.path("items"), "value"));
        assertEquals(List.of("1", "1"), Json.texts(dogs.path("items"), "count"));
        assertEquals(1, dogs.path("coarser").asInt());
        JsonNode one = Api.get(calendar + "&q=dog&published=2021-09..").is(200).json();
        assertEquals(List.of("2021-09"), Json.texts(one.path("items"), "value"));
        JsonNode none = Api.get(calendar + "&q=dog&in=lead").is(200).json();
        assertEquals(Json.tree("{'items': [], 'coarser': 0}"), none);
        Api.get(calendar + "&in=lead").isProblem(400, "invalid-request", "?in needs-q");
    }

    private CalendarView found(int portion, Semaphore room, String query) {
        Parameters parameters = new Parameters(
                query,
                Stream.of(ArticleFilter.PARAMETERS, ArticleQuery.PARAMETERS)
                        .flatMap(List::stream)
                        .toList());
        ArticleFilter filter = ArticleFilter.of(parameters);
        ArticleQuery words = ArticleQuery.of(parameters);
        parameters.check();
        return new ArticleCalendar(calendar, engine, conditions, new SearchRoom(room, Duration.ofMillis(1)), portion)
                .of(words, filter, CalendarUnit.of("month"), Role.MENTIONED, false);
    }

    @Test
    void countsMoreThanItHolds() {
        String query = "q=-nowhere&" + set.all();
        CalendarView whole = found(1_000, new Semaphore(0), query);
        Semaphore room = new Semaphore(1);
        assertEquals(whole, found(7, room, query));
        assertEquals(whole, found(1, room, query));
        assertEquals(1, room.availablePermits());
        ProblemException refused = assertThrows(ProblemException.class, () -> found(7, new Semaphore(0), query));
        assertEquals("search-unavailable", refused.code().code());
    }

    @Test
    void waitsForWhatWasWrittenIfThatIsWanted() {
        String source = Sources.created();
        String address = "/v1/calendar?by=year&role=published&source=" + source;
        for (int written = 1; written <= 5; written++) {
            Articles.created(source, "title", "Capybara", "language", "en", "published", "2021");
            Api.Answer answer = Api.get(address + "&fresh=true&q=capybara").is(200);
            assertEquals("true", answer.header("Search-Fresh"));
            assertEquals(
                    written, answer.json().path("items").path(0).path("count").asInt());
        }
        assertEquals("", Api.get(address + "&q=capybara").header("Search-Fresh"));
        Api.get(address + "&fresh=true").isProblem(400, "invalid-request", "?fresh needs-q");
    }

    @Test
    void needsToBeToldWhatToCount() {
        Api.get("/v1/calendar").isProblem(400, "invalid-request", "?by required", "?role required");
        Api.get("/v1/calendar?by=hour&role=modified").isProblem(400, "invalid-request", "?by enum", "?role enum");
        Api.get("/v1/calendar?by=day&role=published&limit=5")
                .isProblem(400, "unknown-parameter", "?limit unknown-parameter");
        assertTrue(Api.get("/v1/calendar?by=day&role=published&empty=yes")
                .is(400)
                .text()
                .contains("empty"));
    }
}
