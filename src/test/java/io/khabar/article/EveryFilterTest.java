package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.article.ArticleSet.Item;
import io.khabar.fixture.Api;
import io.khabar.fixture.SearchIndex;
import io.khabar.http.QueryParameter;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever filter lists have, or will have, means the same beside a query that all articles match. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFilterTest {

    private ArticleSet set = ArticleSet.empty();

    @BeforeEach
    void storeOnce() {
        if (set.items.isEmpty()) {
            set = ArticleSet.stored(40, 13);
            SearchIndex.follows();
        }
    }

    /** Values of a filter, each with other parameters that it needs. */
    private List<List<String>> examples(String filter) {
        Item one = set.items.getFirst();
        String url = set.items.stream()
                .map(Item::url)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return switch (filter) {
            case "source" -> List.of(List.of(one.source()), List.of(one.source(), filter, set.sources.getLast()));
            case "source.not" -> List.of(List.of(one.source()));
            case "language", "language.not" -> List.of(List.of("ar"), List.of("ar-SY,en-GB"));
            case "country", "country.not" -> List.of(List.of("SY"), List.of("LB,GB"));
            case "section", "section.not" -> List.of(List.of("World"), List.of("World", filter, "a,b"));
            case "keyword", "keyword.not" -> List.of(List.of("x"), List.of("x,y", filter, "%"));
            case "author", "author.not" -> List.of(List.of("{}\""), List.of("لينا", filter, "O'Brien"));
            case "id" -> List.of(List.of(one.id()));
            case "url" -> List.of(List.of(url));
            case "published", "modified", "mentions" ->
                List.of(List.of("2021"), List.of("..2021-09-13", "zone", "Asia/Damascus"));
            case "created" -> List.of(List.of(one.created() + ".."), List.of(".." + one.created()));
            case "updated" -> List.of(List.of(one.updated() + ".."), List.of(".." + one.updated()));
            case "has", "has.not" -> List.of(List.of("url"), List.of("image,mentions"));
            case "words" -> List.of(List.of("..4"), List.of("5..6"));
            // No copies are looked for here: see DuplicatesTest.
            case "duplicates" -> List.of(List.of("include"), List.of("collapse"), List.of("only"));
            case "zone" -> List.of(List.of("America/New_York", "published", "2021-09-13"));
            default -> throw new AssertionError("no example of " + filter);
        };
    }

    static Stream<String> everyFilter() {
        return ArticleFilter.PARAMETERS.stream().map(QueryParameter::name);
    }

    /** In every order, and counted. */
    @ParameterizedTest
    @MethodSource("everyFilter")
    void meansTheSameWithAQueryAsWithoutOne(String filter) {
        String some = filter.equals("source") ? "" : "&" + set.all();
        int found = 0;
        for (List<String> example : examples(filter)) {
            List<String> parameters = new ArrayList<>(List.of(filter));
            parameters.addAll(example);
            String address =
                    Api.query("/v1/articles?limit=100&fields=id&count=exact" + some, parameters.toArray(String[]::new));
            for (String sort : List.of("-published", "published", "-created", "created", "-updated", "updated")) {
                JsonNode listed = Api.get(address + "&sort=" + sort).is(200).json();
                JsonNode searched =
                        Api.get(address + "&q=-nowhere&sort=" + sort).is(200).json();
                assertEquals(listed.path("items"), searched.path("items"), address + " by " + sort);
                assertEquals(listed.path("total"), searched.path("total"), address);
                found += listed.path("items").size();
            }
        }
        assertTrue(found > 0, "nothing was compared");
    }
}
