package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.date.PartialDate;
import io.khabar.fixture.Articles;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
