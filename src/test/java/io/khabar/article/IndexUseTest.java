package io.khabar.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.fixture.Api;
import io.khabar.http.Parameters;
import io.khabar.http.QueryParameter;
import io.khabar.list.Paging;
import io.khabar.list.Select;
import io.khabar.list.Shown;
import io.khabar.list.SortOrder;
import io.khabar.list.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reads plans on 50,000 rows: what a front end asks for is answered from an index. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexUseTest {

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    private static final SortOrder PUBLISHED = SortOrder.byTime("published", "a.published_sort");
    private static final SortOrder CREATED = SortOrder.byTime("created", "a.created_at");
    private static final SortOrder UPDATED = SortOrder.byTime("updated", "a.updated_at");
    private static final List<SortOrder> ORDERS =
            List.of(PUBLISHED.reversed(), PUBLISHED, UPDATED.reversed(), UPDATED, CREATED.reversed(), CREATED);

    /**
     * What few articles or none have, in a column that has no index: to write one with every article would cost more than
     * these few lists are worth.
     */
    private static final List<String> UNINDEXED = List.of("has=url", "has.not=keyword", "words=5000..");

    /**
     * Sources are not among them: how many articles one has is not known when a statement with its key is planned, so in
     * other orders than that of its index those of others may be passed over.
     */
    private static final List<String> RARE = List.of(
            "language=ar-SY",
            "keyword=keyword+7",
            "author=author+9",
            "published=2015-03-04",
            "modified=2015-03-04",
            "created=2015-03-04",
            "updated=2015-03-04",
            "mentions=2015-03-04",
            "source=generated-0&modified=2015-03-04",
            "source=generated-0&mentions=2015-03-04",
            "language=ar&created=2015-03-04",
            "section=section+3&updated=2015-03-04",
            "language=fa&mentions=2015-03");

    /** What is asked for most, and read in its order. */
    private static final List<String> UNSORTED =
            List.of("", "source=generated-0", "source=generated-0&published=2015-03");

    @Inject
    DataSource database;

    @BeforeAll
    void generate() throws SQLException {
        GeneratedArticles.store(database);
    }

    @AfterAll
    void remove() throws SQLException {
        GeneratedArticles.remove(database);
    }

    private String plan(SortOrder order, String query) throws SQLException {
        return explained(new Sql().add("explain ").add(page(query, order, 20)));
    }

    private static Sql page(ArticleFilter filter, Paging paging) {
        Shown shown = new Shown(
                io.khabar.list.Fields.of(ArticleView.class)
                        .without(Set.of("body", "dates", "derived"))
                        .whole(),
                Set.of());
        Select select = ArticleConditions.add(ArticleColumns.add(Select.from("article", "a"), shown), filter);
        return select.page(paging);
    }

    private String explained(Sql sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = sql.prepare(connection);
                ResultSet lines = statement.executeQuery()) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void answersWhatAFrontEndAsksForFromAnIndex() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (String filter : GeneratedArticles.FILTERS) {
            for (SortOrder order : ORDERS) {
                String plan = plan(order, filter);
                if (plan.contains("Seq Scan on article ")) {
                    wrong.add(filter + " by " + order.word() + "\n" + plan);
                }
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    /** The page of a list with a filter. */
    private static Sql page(String query, SortOrder order, int limit) {
        Parameters parameters = new Parameters(query, ArticleFilter.PARAMETERS);
        ArticleFilter filter = ArticleFilter.of(parameters);
        parameters.check();
        return page(filter, new Paging(limit, order, null, Paging.Count.NONE, 0));
    }

    /** What is not planned anew for each request is planned once for all arguments: that plan has to do, too. */
    @Test
    void answersFromAnIndexWithAPlanForAllArguments() throws SQLException {
        List<String> lasting = new ArrayList<>();
        for (String filter : GeneratedArticles.FILTERS) {
            for (SortOrder order : ORDERS) {
                Sql page = page(filter, order, 20);
                if (!page.isPlannedEachTime()) {
                    lasting.add(filter);
                    String plan = planForAll(page);
                    assertFalse(plan.contains("Seq Scan on article "), () -> filter + "\n" + plan);
                    boolean asPublished = order.column().equals(PUBLISHED.column());
                    assertFalse(
                            asPublished && plan.contains("Sort") && UNSORTED.contains(filter),
                            () -> filter + "\n" + plan);
                }
            }
        }
        assertTrue(lasting.containsAll(UNSORTED), lasting::toString);
    }

    /** In a function: the driver sends no statement whose arguments it does not know. */
    private String planForAll(Sql page) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create or replace function pg_temp.explained(query text) returns setof text"
                    + " language plpgsql as 'begin return query execute query; end'");
            try (PreparedStatement explained =
                    connection.prepareStatement("select string_agg(line, e'\\n') from pg_temp.explained(?) line")) {
                explained.setString(1, "explain (generic_plan) " + numbered(page));
                try (ResultSet plan = explained.executeQuery()) {
                    assertTrue(plan.next());
                    return plan.getString(1);
                }
            }
        }
    }

    private static String numbered(Sql sql) {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (char character : sql.toString().toCharArray()) {
            numbered.append(character == '?' ? "$" + ++number : character);
        }
        return numbered.toString();
    }

    /** Planning takes longer than reading a page: for a limit that is an argument the server planned each time. */
    @Test
    void plansPagesOnceForAllArguments() throws SQLException {
        for (String filter : UNSORTED) {
            Sql page = page(filter, PUBLISHED.reversed(), 20);
            try (Connection connection = database.getConnection()) {
                for (int time = 0; time < 30; time++) {
                    try (PreparedStatement statement = page.prepare(connection);
                            ResultSet rows = statement.executeQuery()) {
                        assertTrue(rows.next());
                    }
                }
                try (PreparedStatement statement = connection.prepareStatement(
                        "select generic_plans from pg_prepared_statements where statement = ?")) {
                    statement.setString(1, numbered(page));
                    try (ResultSet rows = statement.executeQuery()) {
                        assertTrue(rows.next() && rows.getInt(1) >= 15, filter);
                    }
                }
            }
        }
    }

    /** Pages of the table and its indexes that are read for the page behind some others. */
    private int read(String list, int pages) throws SQLException {
        String cursor = "";
        for (int page = 0; page < pages; page++) {
            JsonNode answer = Api.get("/v1/articles?fields=id&limit=100&" + list + cursor)
                    .is(200)
                    .json();
            cursor = "&cursor=" + answer.at("/page/nextCursor").asText();
        }
        QueryParameter sort = Paging.sort("Order.", ORDERS);
        List<QueryParameter> declared = Stream.concat(
                        ArticleFilter.PARAMETERS.stream(), Stream.of(sort, Paging.LIMIT, Paging.CURSOR, Paging.COUNT))
                .toList();
        Parameters parameters = new Parameters(list + cursor, declared);
        ArticleFilter filter = ArticleFilter.of(parameters);
        Paging paging = Paging.of(parameters, "articles", sort, ORDERS);
        parameters.check();
        return read(page(filter, paging));
    }

    private int read(Sql page) throws SQLException {
        String plan = explained(new Sql()
                .add("explain (analyze, buffers, costs off, timing off, summary off) ")
                .add(page));
        Matcher buffers = BUFFERS.matcher(plan);
        assertTrue(buffers.find(), plan);
        return Stream.of(buffers.group(1), buffers.group(2))
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .sum();
    }

    @Test
    void readsNoMoreForADeepPageThanForTheSecond() throws SQLException {
        List<String> lists = List.of(
                "source=generated-0&published=2011..2030",
                "source=generated-0&published=2000..2030&sort=published",
                "published=2011..2030",
                "created=2011..2030&sort=-created",
                "updated=2011..2030&sort=updated",
                "duplicates=collapse&published=..2030");
        List<String> wrong = new ArrayList<>();
        for (String list : lists) {
            int second = read(list, 1);
            int deep = read(list, 100);
            // Where the twenty rows of a page lie, and their sources, differs from page to page. The index entries of
            // the 10,000 articles before it are on more than a hundred pages.
            if (deep > second + 80) {
                wrong.add(list + ": the second reads " + second + ", the deep one " + deep);
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Once the table, or once the index of the order with the row of each article: which one, the statistics decide. */
    @Test
    void readsEachArticleOnceAtMostForWhatNoIndexKnows() throws SQLException {
        int table = GeneratedArticles.ROWS
                + pages("article")
                + pages("source")
                + pages("article_date")
                + pages("duplicate_group");
        for (String filter : UNINDEXED) {
            for (SortOrder order : ORDERS) {
                int read = read(page(filter, order, 20));
                assertTrue(read <= table, () -> filter + " by " + order.word() + " reads " + read + " of " + table);
            }
        }
    }

    /**
     * An index that is read from one end to the other, with its rows, is 50,000 pages. How many of the index of periods are
     * looked at depends on the order in which they came into it.
     */
    @Test
    void readsLittleForWhatFewArticlesMeet() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (String filter : RARE) {
            for (SortOrder order : ORDERS) {
                int read = read(page(filter, order, 20));
                if (read > pages("article") / 2) {
                    wrong.add(filter + " by " + order.word() + " reads " + read + " of " + pages("article"));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private int pages(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery(
                        "select pg_relation_size('" + table + "') / current_setting('block_size')::integer")) {
            assertTrue(size.next());
            return size.getInt(1);
        }
    }
}
