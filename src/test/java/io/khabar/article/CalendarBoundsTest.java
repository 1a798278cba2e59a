package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where buckets begin and end: in every zone, and at both ends of the years that dates have. */
@QuarkusTest
class CalendarBoundsTest {

    @Test
    void staysWithinTheYearsThatDatesHave() {
        String source = Sources.created();
        Articles.created(source, "published", "0000-01-01");
        Articles.created(source, "published", "9999-12-31");
        Articles.created(source, "published", "9999-12-31T23:30:00Z");
        for (String by : List.of("day", "year")) {
            JsonNode calendar = Api.get(Api.query(
                            "/v1/calendar?role=published", "by", by, "source", source, "zone", "Asia/Damascus"))
                    .is(200)
                    .json();
            JsonNode buckets = calendar.path("items");
            assertEquals(2, buckets.size(), calendar::toString);
            assertEquals(
                    "0000-01-01T00:00:00Z", buckets.path(0).path("earliest").asText());
            assertEquals(
                    "0000-01-01".substring(0, by.equals("day") ? 10 : 4),
                    buckets.path(0).path("value").asText());
            assertEquals(1, buckets.path(1).path("count").asInt());
            // There it is the year 10000 already, which no bucket has.
            assertEquals(1, calendar.path("coarser").asInt());
        }
        Articles.created(source, "published", "0000-01-01T00:30:00Z");
        JsonNode west = Api.get(
                        Api.query("/v1/calendar?role=published&by=day", "source", source, "zone", "America/New_York"))
                .is(200)
                .json();
        assertEquals(2, west.path("items").size(), west::toString);
        assertEquals(1, west.path("coarser").asInt());
    }

    @Test
    void fillsThePeriodThatWasAskedForAndShowsWhatElseArticlesSpeakOf() {
        String source = Sources.created();
        String article = Articles.path(Articles.created(source));
        for (String value : List.of("1950-01-01", "2021-09-02", "2021-10-20")) {
            Api.post(article + "/dates", Json.object("role", "mentioned", "value", value))
                    .is(201);
        }
        JsonNode buckets = Api.get(Api.query(
                        "/v1/calendar?role=mentioned&by=day&empty=true",
                        "mentions",
                        "2021-09-01..2021-09-04",
                        "source",
                        source))
                .is(200)
                .json()
                .path("items");
        assertEquals(
                List.of("1950-01-01", "2021-09-01", "2021-09-02", "2021-09-03", "2021-09-04", "2021-10-20"),
                Json.texts(buckets, "value"));
        assertEquals(List.of("1", "0", "1", "0", "0", "1"), Json.texts(buckets, "count"));
    }

    /** Names that servers take for abbreviations or may not know, and zones whose law has changed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CET",
                "EET",
                "MET",
                "WET",
                "EST5EDT",
                "US/Eastern",
                "Asia/Calcutta",
                "Europe/Kiev",
                "Asia/Damascus",
                "Africa/Cairo",
                "America/New_York",
                "Pacific/Apia",
                "Etc/GMT+3",
                "UTC"
            })
    void countsADayAsTheListDoesInEveryZone(String zone) {
        String source = Sources.created();
        for (String published : List.of(
                "1860-06-30T23:50:00Z",
                "1950-07-01T22:30:00Z",
                "2011-12-30T09:30:00Z",
                "2021-01-01T22:30:00Z",
                "2021-07-01T21:30:00Z",
                "2021-07-01T22:30:00Z",
                "2021-07-01T23:30:00Z",
                "2021-10-31T00:30:00Z",
                "2024-12-31T21:30:00Z",
                "2093-07-01T21:30:00Z")) {
            Articles.created(source, "published", published);
        }
        JsonNode buckets = Api.get(Api.query("/v1/calendar?by=day&role=published", "source", source, "zone", zone))
                .is(200)
                .json()
                .path("items");
        int counted = 0;
        for (JsonNode bucket : buckets) {
            String day = bucket.path("value").asText();
            JsonNode listed = Api.get(
                            Api.query("/v1/articles?count=exact", "source", source, "zone", zone, "published", day))
                    .is(200)
                    .json();
            assertEquals(bucket.path("count").asInt(), listed.at("/total/value").asInt(), bucket::toString);
            counted += bucket.path("count").asInt();
        }
        assertEquals(10, counted);
    }

    @Test
    void fillsNothingBehindTheLastYear() {
        JsonNode calendar = Api.get("/v1/calendar?empty=true&role=published&by=year&zone=Asia/Damascus"
                        + "&published=9999-12-31T22:00:00Z&source=" + Sources.created())
                .is(200)
                .json();
        assertEquals(Json.tree("{'items': [], 'coarser': 0}"), calendar);
    }

    @Test
    void countsTheFirstDaysOfYearZeroInNoWeek() {
        String source = Sources.created();
        Articles.created(source, "published", "0000-01-02");
        Articles.created(source, "published", "0000-01-03");
        Articles.created(source, "published", "9999-12-31");
        JsonNode weeks = Api.get("/v1/calendar?role=published&by=week&source=" + source)
                .is(200)
                .json();
        assertEquals(List.of("0000-W01", "9999-W52"), Json.texts(weeks.path("items"), "value"));
        assertEquals(1, weeks.path("coarser").asInt());
    }

    @Test
    void writesNoYearBeyondTheLastOne() {
        String source = Sources.created();
        List.of("0000-01-01", "9999-12-31").forEach(day -> Articles.created(source, "published", day));
        for (String by : List.of("year", "month", "week", "day")) {
            JsonNode items = Api.get("/v1/calendar?role=published&by=" + by + "&source=" + source)
                    .is(200)
                    .json()
                    .path("items");
            // The week of the first day begins before it, and no date says so.
            assertEquals(by.equals("week") ? 1 : 2, items.size(), items::toString);
            String latest = items.path(items.size() - 1).path("latest").asText();
            assertEquals("9999-12-31T23:59:59.999999Z", latest);
        }
    }

    @Test
    void knowsEveryZoneThatItLetsThrough() {
        List<String> failed = ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .filter(zone -> Api.get("/v1/calendar?by=day&role=published&source=no-such-source&zone="
                                        + zone.replace("+", "%2B"))
                                .status()
                        != 200)
                .toList();
        assertEquals(List.of(), failed);
    }
}
