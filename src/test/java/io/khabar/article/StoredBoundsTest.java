package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.date.PartialDate;
import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.khabar.list.Timestamps;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored of a partial date is what it means: no calendar reform, no zone of a machine comes in between. */
@QuarkusTest
class StoredBoundsTest {

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000",
                "0000-02-29",
                "0000-02-29T23:30:00Z",
                "0001",
                "0622-07-16",
                "1500-02",
                "1582-10-10",
                "1582-10-15",
                "1700",
                "1900-03-01",
                "2021",
                "2021-09-13T22:30:00.123456789Z",
                "9999"
            })
    void areTheBoundsOfTheDate(String value) throws SQLException {
        JsonNode article = Articles.created(Sources.created(), "published", value);
        PartialDate date = PartialDate.parse(value);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select a.published_earliest, a.published_latest, d.earliest, d.latest from article a"
                                + " join article_date d on d.article_id = a.id where a.id = ?")) {
            statement.setObject(1, UUID.fromString(article.get("id").asText()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                assertEquals(date.earliest(), instant(row, 1));
                assertEquals(date.latest(), instant(row, 2));
                assertEquals(date.earliest(), instant(row, 3));
                assertEquals(date.latest(), instant(row, 4));
            }
        }
    }

    /** The driver reads results as text at first, in binary later: each read is asked for more often than that. */
    @ParameterizedTest
    @ValueSource(strings = {"0000", "0000-02-28", "0000-02-29", "0000-03-01"})
    void areReadHoweverOftenTheyAreAskedFor(String value) {
        String source = Sources.created();
        String id = Articles.created(source, "published", value, "modified", value)
                .get("id")
                .asText();
        Api.post("/v1/articles/" + id + "/dates", Json.object("role", "mentioned", "value", value))
                .is(201);
        for (String path : List.of(
                "/v1/articles?source=" + source,
                "/v1/articles?sort=published&embed=dates&source=" + source,
                "/v1/articles/" + id,
                "/v1/articles/" + id + "/dates",
                "/v1/dates?sort=-earliest&source=" + source)) {
            for (int time = 0; time < 12; time++) {
                Api.get(path).is(200);
            }
        }
        for (int time = 0; time < 12; time++) {
            Api.patch("/v1/articles/" + id, Json.object("section", "s" + time)).is(200);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(Timestamps.read(row, column)).toInstant();
    }
}
