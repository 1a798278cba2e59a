package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.Api;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the list of articles refuses, and how it says so. */
@QuarkusTest
class ArticleListParametersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sorce=x                    | unknown-parameter   | ?sorce unknown-parameter
        Source=x                   | unknown-parameter   | ?Source unknown-parameter
        limit=1&limit=2            | limit-out-of-range  | ?limit repeated
        sort=created&sort=updated  | invalid-request     | ?sort repeated
        published=2020&published=1 | invalid-request     | ?published repeated
        keyword=                   | invalid-request     | ?keyword empty
        keyword                    | invalid-request     | ?keyword empty
        source=a,,b                | invalid-request     | ?source empty
        keyword=%20                | invalid-request     | ?keyword empty
        keyword=%C3                | invalid-request     | ?keyword encoding
        keyword=%00                | invalid-request     | ?keyword characters
        limit=0                    | limit-out-of-range  | ?limit min
        limit=101                  | limit-out-of-range  | ?limit max
        limit=-1                   | limit-out-of-range  | ?limit min
        limit=ten                  | limit-out-of-range  | ?limit type
        limit=99999999999          | limit-out-of-range  | ?limit type
        sort=title                 | invalid-request     | ?sort enum
        count=all                  | invalid-request     | ?count enum
        view=short                 | invalid-request     | ?view enum
        embed=author               | invalid-request     | ?embed enum
        has=body                   | invalid-request     | ?has enum
        fields=id,nope             | unknown-field       | ?fields unknown-field
        fields=source.nope         | unknown-field       | ?fields unknown-field
        fields=source.stats        | unknown-field       | ?fields unknown-field
        fields=id.x                | unknown-field       | ?fields unknown-field
        language=not_a_tag         | invalid-request     | ?language invalid
        country=X1                 | invalid-request     | ?country invalid
        source=Not+A+Key           | invalid-request     | ?source invalid
        id=1                       | invalid-request     | ?id invalid
        published=2021/2022        | invalid-request     | ?published invalid
        published=2022..2021       | invalid-request     | ?published invalid
        published=..               | invalid-request     | ?published invalid
        zone=Mars/Base             | invalid-request     | ?zone invalid
        words=5                    | invalid-request     | ?words invalid
        words=7..5                 | invalid-request     | ?words invalid
        cursor=nonsense            | cursor-invalid      | ?cursor cursor-invalid
        """)
    void refusesWhatItDoesNotKnow(String query, String code, String fault) {
        if (fault.endsWith("repeated")) {
            // A parameter that comes twice may be wrong in its values too.
            assertTrue(Api.get("/v1/articles?" + query).is(400).text().contains("\"repeated\""));
            return;
        }
        Api.get("/v1/articles?" + query).isProblem(400, code, fault);
    }

    @ParameterizedTest
    @CsvSource({
        "sourc, is not known here; did you mean `source`?",
        "Source, is not known here; did you mean `source`?",
        "nope, is not known here",
        "'', is not known here"
    })
    void offersOnlyWhatMayBeMeant(String name, String detail) {
        assertEquals(
                detail,
                Api.get("/v1/articles?" + name + "=x")
                        .isProblem(400, "unknown-parameter", "?" + name + " unknown-parameter")
                        .json()
                        .at("/errors/0/detail")
                        .asText());
    }

    @Test
    void listsAllFaultsAtOnce() {
        Api.get("/v1/articles?limit=0&sort=x&foo=1&published=nope")
                .isProblem(
                        400,
                        "invalid-request",
                        "?foo unknown-parameter",
                        "?published invalid",
                        "?limit min",
                        "?sort enum");
    }
}
