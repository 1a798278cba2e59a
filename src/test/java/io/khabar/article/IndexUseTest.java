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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads plans on 50,000 rows: what a front end asks for is answered from an index. */
@QuarkusTest
class IndexUseTest {

    private static final int ROWS = 50_000;

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    private static final SortOrder PUBLISHED = SortOrder.byTime("published", "a.published_sort");
    private static final SortOrder CREATED = SortOrder.byTime("created", "a.created_at");
    private static final SortOrder UPDATED = SortOrder.byTime("updated", "a.updated_at");

    private static final List<String> FILTERS = List.of(
            "",
            "source=generated-0",
            "source=generated-49",
            "source=generated-3,generated-44",
            "source.not=generated-0",
            "language=ar",
            "language=fa",
            "language=ar,fa",
            "country=SY",
            "section=section+3",
            "section=section+3&section=section+4",
            "keyword=keyword+7",
            "keyword=common+1",
            "keyword=keyword+7&keyword=keyword+8",
            "author=author+9",
            "published=2015",
            "published=2015-03-04",
            "published=2015-03..",
            "published=..2012&zone=Asia/Damascus",
            "source=generated-0&published=2015-03",
            "source=generated-49&published=2015",
            "source=generated-0&language=ar",
            "source=generated-0&language=fa&published=2015..2016",
            "source=generated-0&section=section+3",
            "source=generated-0&keyword=common+1",
            "source=generated-49&keyword=keyword+7&published=2015",
            "language=ar&section=section+3&published=2015",
            "language=fa&keyword=common+1",
            "language=ar&keyword=keyword+7&published=2015..2019",
            "section=section+3&keyword=common+1&published=2014..2016",
            "source=generated-0&language=ar&section=section+3&keyword=common+1&published=2012..2019",
            "duplicates=collapse",
            "duplicates=only",
            "duplicates=collapse&source=generated-0",
            "duplicates=collapse&source=generated-49&published=2015",
            "duplicates=collapse&language=ar&section=section+3&published=2015",
            "duplicates=collapse&keyword=keyword+7",
            "duplicates=only&source=generated-0",
            "id=00000000-0000-7000-9000-000000000007",
            "url=https://example.org/a");

    /** What is asked for most, and read in its order. */
    private static final List<String> UNSORTED =
            List.of("", "source=generated-0", "source=generated-0&published=2015-03");

    @Inject
    DataSource database;

    @BeforeEach
    void generate() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            unrecorded(statement, "disable");
            statement.execute("""
                    insert into source (id, key, name, name_sort, name_folded, search_text, country, created_at,
                        updated_at, version)
                    select ('00000000-0000-7000-8000-' || lpad(s::text, 12, '0'))::uuid, 'generated-' || s, 'g', 'g',
                        'g', ' g', case when s < 10 then 'SY' else 'LB' end, now(), now(), 1
                    from generate_series(0, 49) s""");
            statement.execute("""
                    insert into article (id, source_id, body, language, section, keywords, author_names,
                        published_value, published_earliest, published_latest, word_count, reading_minutes,
                        created_at, updated_at, version, duplicate_group_id)
                    select ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid,
                        ('00000000-0000-7000-8000-' || lpad((floor(50 * power(n % 1000 / 1000.0, 3)))::text, 12, '0'))::uuid,
                        'text', case when n % 10 < 6 then 'ar' when n % 10 < 9 then 'en' else 'fa' end,
                        'section ' || n % 20, array['keyword ' || n % 500, 'common ' || n % 5],
                        array['author ' || n % 300], day, day, day + interval '1 day', 300, 2,
                        day, day, 1,
                        case n % 20 when 0 then ('00000000-0000-7000-a000-' || lpad((n / 20)::text, 12, '0'))::uuid end
                    from (select n, timestamptz '2011-01-01 00:00Z' + n % 3650 * interval '1 day' as day
                        from generate_series(1, ROWS) n) as days""".replace("ROWS", Integer.toString(ROWS)));
            statement.execute("""
                    insert into article_fingerprint (article_id, group_id, published, created, text_hash, bands)
                    select a.id, ('00000000-0000-7000-a000-' || lpad(((n + 1) / 20)::text, 12, '0'))::uuid,
                        n, n, n, case n % 20 when 19 then array[n] end
                    from (select id, right(id::text, 12)::integer as n from article) a
                    where a.id::text like '00000000-0000-7000-9000-%' and n % 20 in (0, 19)""");
            statement.execute("""
                    insert into duplicate_group (id, leader_id, articles)
                    select group_id, article_id, 2 from article_fingerprint
                    where group_id::text like '00000000-0000-7000-a000-%' and bands is not null""");
            unrecorded(statement, "enable");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze article, source, article_fingerprint, duplicate_group");
        }
    }

    @AfterEach
    void remove() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            unrecorded(statement, "disable");
            statement.execute("delete from duplicate_group where id::text like '00000000-0000-7000-a000-%'");
            statement.execute(
                    "delete from article_fingerprint where article_id::text like '00000000-0000-7000-9000-%'");
            statement.execute("delete from article where id::text like '00000000-0000-7000-9000-%'");
            statement.execute("delete from source where id::text like '00000000-0000-7000-8000-%'");
            unrecorded(statement, "enable");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** The search index would follow 50,000 articles for as long as other tests wait for theirs. */
    private static void unrecorded(Statement statement, String triggers) throws SQLException {
        statement.execute("alter table article " + triggers + " trigger user");
        statement.execute("alter table source " + triggers + " trigger user");
    }

    private String plan(SortOrder order, String query) throws SQLException {
        return explained(new Sql().add("explain ").add(page(query, order, 20)));
    }

    private String plan(String explain, ArticleFilter filter, Paging paging) throws SQLException {
        return explained(new Sql().add(explain).add(page(filter, paging)));
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
        for (String filter : FILTERS) {
            for (SortOrder order : List.of(PUBLISHED.reversed(), PUBLISHED)) {
                String plan = plan(order, filter);
                assertFalse(plan.contains("Seq Scan on article"), () -> filter + "\n" + plan);
            }
        }
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
        for (String filter : FILTERS) {
            for (SortOrder order : List.of(PUBLISHED.reversed(), PUBLISHED)) {
                Sql page = page(filter, order, 20);
                if (!page.isPlannedEachTime()) {
                    lasting.add(filter);
                    String plan = planForAll(page);
                    assertFalse(plan.contains("Seq Scan on article"), () -> filter + "\n" + plan);
                    assertFalse(plan.contains("Sort") && UNSORTED.contains(filter), () -> filter + "\n" + plan);
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
        List<SortOrder> orders =
                List.of(PUBLISHED.reversed(), PUBLISHED, UPDATED.reversed(), UPDATED, CREATED.reversed(), CREATED);
        QueryParameter sort = Paging.sort("Order.", orders);
        List<QueryParameter> declared = Stream.concat(
                        ArticleFilter.PARAMETERS.stream(), Stream.of(sort, Paging.LIMIT, Paging.CURSOR, Paging.COUNT))
                .toList();
        Parameters parameters = new Parameters(list + cursor, declared);
        ArticleFilter filter = ArticleFilter.of(parameters);
        Paging paging = Paging.of(parameters, "articles", sort, orders);
        parameters.check();
        String plan = plan("explain (analyze, buffers, costs off, timing off, summary off) ", filter, paging);
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
}
