package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.khabar.fixture.SearchIndex;
import io.khabar.fixture.Sources;
import io.khabar.http.Parameters;
import io.khabar.http.ProblemException;
import io.khabar.list.Lists;
import io.khabar.search.Condition;
import io.khabar.search.SearchEngine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What collapsing may take, with bounds that a few copies reach. */
@QuarkusTest
@TestProfile(DuplicatesTest.Looking.class)
class CollapsedSearchTest {

    @Inject
    SearchEngine engine;

    @Inject
    SearchConditions conditions;

    @Inject
    Lists lists;

    /** A source with four duplicates, of two stories. */
    private static String source() {
        String source = Sources.created();
        DuplicatesTest.twoStoriesAndOne(source, Sources.created());
        SearchIndex.follows();
        return source;
    }

    private CollapsedSearch bounded(int freely, int most, Semaphore room) {
        return new CollapsedSearch(
                engine,
                conditions,
                lists,
                new CollapsedSearch.Bounds(freely, most, new SearchRoom(room, Duration.ofMillis(1))));
    }

    private static Condition of(CollapsedSearch search, String query) {
        Parameters parameters = new Parameters(
                query,
                Stream.of(ArticleFilter.PARAMETERS, ArticleQuery.PARAMETERS)
                        .flatMap(List::stream)
                        .toList());
        ArticleFilter filter = ArticleFilter.of(parameters);
        ArticleQuery words = ArticleQuery.of(parameters);
        parameters.check();
        return search.of(words, filter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&q=gardens"})
    void refusesSearchesThatFindMoreDuplicatesThanItHolds(String q) {
        String list = "duplicates=collapse&source=" + source() + q;
        CollapsedSearch three = bounded(3, 3, new Semaphore(0));
        ProblemException refused = assertThrows(ProblemException.class, () -> of(three, list));
        assertEquals("invalid-request", refused.code().code());
        assertEquals("duplicates", refused.faults().getFirst().parameter());
        assertEquals("max", refused.faults().getFirst().code());
        assertEquals(
                "The parameter `duplicates` collapses at most 3 duplicates, and more are found: narrow `q` or the"
                        + " filters.",
                refused.detail());
        // Narrowed by one it is answered, and so it is with a bound that is not passed.
        of(three, list + "&published=..2015");
        of(bounded(4, 4, new Semaphore(0)), list);
        // Only what collapses is bounded.
        of(bounded(0, 0, new Semaphore(0)), list.replace("collapse", "only"));
    }

    @Test
    void letsFewSearchesWithManyDuplicatesInAtATime() {
        String list = "duplicates=collapse&source=" + source();
        Semaphore room = new Semaphore(1);
        CollapsedSearch one = bounded(3, 4, room);
        Condition alone = of(one, list);
        assertEquals(1, room.availablePermits());
        room.acquireUninterruptibly();
        ProblemException refused = assertThrows(ProblemException.class, () -> of(one, list));
        assertEquals("search-unavailable", refused.code().code());
        // One that finds few needs no room.
        of(one, list + "&published=..2015");
        room.release();
        assertEquals(alone, of(one, list));
    }
}
