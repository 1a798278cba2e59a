package io.khabar.imports;

import static io.khabar.fixture.Imports.article;
import static io.khabar.fixture.Imports.exported;
import static io.khabar.fixture.Imports.findings;
import static io.khabar.fixture.Imports.lines;
import static io.khabar.fixture.Imports.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Json;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items that say in two ways when they were published, or last changed. */
@QuarkusTest
class ContradictingDatesTest {

    private static final String BODY = "عاد الوفد إلى المدينة.";

    private String source = "";

    @BeforeEach
    void createSource() {
        source = Sources.created();
    }

    private ObjectNode with(String dates) {
        ObjectNode article = article(source, BODY, "2021-09-14");
        article.set("dates", Json.tree(dates));
        return article;
    }

    @Test
    void areRejectedWhereARoleIsThereTwice() {
        JsonNode report = lines(
                "",
                with("[{'role': 'published', 'value': '2021-09-14'}, {'role': 'mentioned', 'value': '1990'},"
                        + " {'role': 'published', 'value': '2021-09-14'}, {'role': 'modified', 'value': '2022'},"
                        + " {'role': 'modified', 'value': '2023'}]"));
        assertEquals(List.of("rejected"), outcomes(report));
        assertEquals(
                Json.tree("[{'stage': 'read', 'level': 'error', 'code': 'date-exists',"
                        + " 'detail': '`dates/2` is a second date with the role `published`, of which an article has one.',"
                        + " 'field': 'dates/2'},"
                        + " {'stage': 'read', 'level': 'error', 'code': 'date-exists',"
                        + " 'detail': '`dates/4` is a second date with the role `modified`, of which an article has one.',"
                        + " 'field': 'dates/4'}]"),
                report.at("/items/0/findings"));
    }

    @Test
    void areToldWhichWayCounted() {
        ObjectNode article = with("[{'role': 'mentioned', 'value': '1990'}, {'role': 'published', 'value': '2020'},"
                + " {'role': 'modified', 'value': '2022'}]");
        article.putObject("modified").put("value", "2023-01");
        JsonNode warnings = Json.tree("[{'stage': 'read', 'level': 'warning', 'code': 'date-differs',"
                + " 'detail': '`published` is 2021-09-14; the row that says 2020 is left out.', 'field': 'dates/1'},"
                + " {'stage': 'read', 'level': 'warning', 'code': 'date-differs',"
                + " 'detail': '`modified` is 2023-01; the row that says 2022 is left out.', 'field': 'dates/2'}]");
        JsonNode report = lines("", article);
        assertEquals(List.of("created"), outcomes(report));
        assertEquals(warnings, report.at("/items/0/findings"));
        assertEquals(
                List.of("1990", "2021-09-14", "2023-01"),
                Json.texts(exported(source).path("dates"), "value"));
        JsonNode again = lines("?onExisting=update", article);
        assertEquals(List.of("unchanged"), outcomes(again));
        assertEquals(
                List.of("date-differs dates/1", "date-differs dates/2", "article-exists externalId"),
                findings(again.at("/items/0")));
    }

    @Test
    void sayTheSameInAnotherWriting() {
        ObjectNode article = with("[{'role': 'published', 'value': '2021-09-14T10:00:00Z'}]");
        article.put("published", "2021-09-14T13:00:00+03:00");
        JsonNode report = lines("", article);
        assertEquals(List.of("created"), outcomes(report));
        assertEquals(List.of(), findings(report.at("/items/0")));
    }

    @Test
    void areRefusedForTheFieldWhereThatIsNoDate() {
        ObjectNode article = with("[{'role': 'published', 'value': '2020'}]").put("published", "2021-13");
        assertEquals(List.of("invalid published"), findings(lines("", article).at("/items/0")));
    }
}
