package io.khabar.article;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** 50,000 articles of 50 sources, of which few have most, over ten years: enough that plans are those of a real set. */
final class GeneratedArticles {

    static final int ROWS = 50_000;

    /** What a front end asks of them. */
    static final List<String> FILTERS = List.of(
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
            "source.not=generated-0,generated-1&language=ar",
            "language.not=ar",
            "language=ar-SY",
            "language=ar-SY,fa",
            "source=generated-0&language=ar-SY",
            "country=SY&language=fa",
            "country.not=SY",
            "section.not=section+3",
            "source=generated-49&section=section+3",
            "source=generated-49&language=fa",
            "keyword.not=common+1",
            "author.not=author+9",
            "source=generated-0&author=author+9",
            "author=author+9&published=2015",
            "created=2015",
            "created=2015-03-04",
            "created=2015-03..",
            "updated=2015-03-04",
            "updated=2015..",
            "source=generated-0&created=2015-03",
            "source=generated-49&updated=2015",
            "language=ar&created=2015-03",
            "section=section+3&updated=2015",
            "mentions=2015",
            "mentions=2015-03-04",
            "mentions=2015-03-04..2015-03-20&zone=Asia/Damascus",
            "mentions=2015..",
            "mentions=..2011-01",
            "source=generated-0&mentions=2015-03",
            "source=generated-49&mentions=2015",
            "language=ar&mentions=2015-03",
            "section=section+3&mentions=2015",
            "keyword=keyword+7&mentions=2015",
            "published=2015&mentions=2014",
            "modified=2015",
            "modified=2015-03-04",
            "source=generated-0&modified=2015-03",
            "has=image",
            "has=title,mentions",
            "has.not=section",
            "has.not=title",
            "source=generated-0&has=image",
            "language=ar&has=image,keyword",
            "words=200..",
            "words=..100",
            "source=generated-0&words=200..500",
            "duplicates=collapse",
            "duplicates=only",
            "duplicates=collapse&source=generated-0",
            "duplicates=collapse&source=generated-49&published=2015",
            "duplicates=collapse&language=ar&section=section+3&published=2015",
            "duplicates=collapse&keyword=keyword+7",
            "duplicates=only&source=generated-0",
            "id=00000000-0000-7000-9000-000000000007",
            "url=https://example.org/a");

    private GeneratedArticles() {}

    /** Stores them. */
    static void store(DataSource database) throws SQLException {
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
                        published_value, published_earliest, published_latest, modified_value, modified_earliest,
                        modified_latest, title, image, word_count, reading_minutes, created_at, updated_at, version,
                        duplicate_group_id)
                    select ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid,
                        ('00000000-0000-7000-8000-' || lpad((floor(50 * power(n % 1000 / 1000.0, 3)))::text, 12, '0'))::uuid,
                        'text', case when n % 10 < 6 then 'ar' when n % 10 < 9 then 'en' else 'fa' end,
                        'section ' || n % 20, array['keyword ' || n % 500, 'common ' || n % 5],
                        array['author ' || n % 300], day, day, day + interval '1 day',
                        case n % 3 when 0 then 'day' end, case n % 3 when 0 then day end,
                        case n % 3 when 0 then day + interval '1 day' end, case when n % 10 > 0 then 'title' end,
                        case n % 4 when 0 then '{}'::jsonb end, n % 1000, 2, day, day, 1,
                        case n % 20 when 0 then ('00000000-0000-7000-a000-' || lpad((n / 20)::text, 12, '0'))::uuid end
                    from (select n, timestamptz '2011-01-01 00:00Z' + n % 3650 * interval '1 day' as day
                        from generate_series(1, ROWS) n) as days""".replace("ROWS", Integer.toString(ROWS)));
            statement.execute("""
                    insert into article_date (id, article_id, role, value, precision, earliest, latest, origin,
                        created_at, updated_at, version)
                    select a.id, a.id, 'mentioned', 'day', 'day', a.published_earliest - interval '1 year',
                        a.published_earliest - interval '364 days', 'derived', a.created_at, a.updated_at, 1
                    from article a
                    where a.id::text like '00000000-0000-7000-9000-%' and right(a.id::text, 12)::integer % 5 = 0""");
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
            statement.execute("vacuum analyze article, article_date, source, article_fingerprint, duplicate_group");
        }
    }

    /** Takes them away again. */
    static void remove(DataSource database) throws SQLException {
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
        statement.execute("alter table article_date " + triggers + " trigger user");
        statement.execute("alter table source " + triggers + " trigger user");
    }
}
