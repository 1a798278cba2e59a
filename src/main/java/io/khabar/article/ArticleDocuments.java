package io.khabar.article;

import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.khabar.list.Timestamps;
import io.khabar.search.IndexedArticle;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Languages;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the search index holds of articles, read from the database. */
@Singleton
public class ArticleDocuments {

    private static final String ARTICLES = "select id, created_at, updated_at, source_id, language, title, lead, body,"
            + " keywords, author_names, section, url, url_canonical, image is not null as has_image, published_value,"
            + " published_earliest, published_latest, modified_value, modified_earliest, modified_latest, word_count,"
            + " duplicate_group_id is not null as duplicate"
            + " from article where id = any(?)";

    private static final String MENTIONS = "select article_id, value is not null as dated, precision, earliest, latest"
            + " from article_date where role = 'mentioned' and article_id = any(?)";

    private final Lists lists;

    ArticleDocuments(Lists lists) {
        this.lists = lists;
    }

    /** All articles, in the order of their ids: the next ones behind an id. */
    public List<UUID> idsAfter(UUID id, int most) {
        return lists.query(
                new Sql().add("select id from article where id > ? order by id limit ?", id, most),
                row -> row.getObject(1, UUID.class));
    }

    /**
     * Parts articles, in their order, so that the texts of a part fit into memory together.
     *
     * @param most bytes of texts in a part, unless an article has more by itself
     */
    public List<List<UUID>> portions(List<UUID> ids, long most) {
        Map<UUID, Long> sizes = new HashMap<>();
        lists.query(new Sql().add("select id, octet_length(body) from article where id = any(?)", ids), row -> {
            UUID id = row.getObject(1, UUID.class);
            sizes.put(id, row.getLong(2));
            return id;
        });
        List<List<UUID>> portions = new ArrayList<>();
        List<UUID> portion = new ArrayList<>();
        long size = 0;
        for (UUID id : ids) {
            long more = sizes.getOrDefault(id, 0L);
            if (size + more > most && !portion.isEmpty()) {
                portions.add(portion);
                portion = new ArrayList<>();
                size = 0;
            }
            portion.add(id);
            size += more;
        }
        portions.add(portion);
        return portions;
    }

    /** About how many articles there are. */
    public long count() {
        return lists.query(new Sql().add("select count(*) from article"), row -> row.getLong(1))
                .getFirst();
    }

    /** What tells this database from others: when its schema was made. */
    public String database() {
        return lists.query(
                        new Sql()
                                .add("select current_database() || ' ' || extract(epoch from min(installed_on))::text"
                                        + " from flyway_schema_history"),
                        row -> row.getString(1))
                .getFirst();
    }

    /** The documents of some articles; those that are gone are left out. */
    public List<IndexedArticle> read(List<UUID> ids, Languages languages) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, IndexedArticle> articles = new LinkedHashMap<>();
        Map<UUID, List<String>> having = new LinkedHashMap<>();
        lists.query(new Sql().add(ARTICLES, ids), row -> {
            UUID id = row.getObject("id", UUID.class);
            List<String> has = new ArrayList<>();
            having.put(id, has);
            return articles.put(id, article(id, row, has, languages));
        });
        lists.query(new Sql().add(MENTIONS, ids), row -> {
            UUID id = row.getObject("article_id", UUID.class);
            IndexedArticle article = articles.get(id);
            // Its article may have been written since.
            if (article != null) {
                Objects.requireNonNull(having.get(id)).add("mentions");
                if (row.getBoolean("dated")) {
                    article.mentions(
                            "instant".equals(row.getString("precision")), time(row, "earliest"), time(row, "latest"));
                }
            }
            return id;
        });
        articles.forEach((id, article) -> article.has =
                Objects.requireNonNull(having.get(id)).stream().distinct().toList());
        return List.copyOf(articles.values());
    }

    private static IndexedArticle article(UUID id, ResultSet row, List<String> has, Languages languages)
            throws SQLException {
        IndexedArticle article = new IndexedArticle(
                id, Objects.requireNonNull(time(row, "created_at")), Objects.requireNonNull(time(row, "updated_at")));
        String language = row.getString("language");
        List<String> keywords = texts(row, "keywords");
        List<String> authors = texts(row, "author_names");
        String title = row.getString("title");
        String lead = row.getString("lead");
        article.source = row.getString("source_id");
        article.language = ranges(language);
        article.languageTag = language;
        article.section = row.getString("section");
        article.keyword = keywords;
        article.author = authors;
        article.url = row.getString("url_canonical");
        article.words = row.getInt("word_count");
        article.text(TextField.TITLE, title, language, languages);
        article.text(TextField.LEAD, lead, language, languages);
        article.text(TextField.BODY, row.getString("body"), language, languages);
        // A sign between them keeps phrases inside of one.
        article.text(TextField.KEYWORDS, String.join(" · ", keywords), language, languages);
        article.text(TextField.AUTHORS, String.join(" · ", authors), language, languages);
        Instant published = time(row, "published_earliest");
        if (published != null) {
            article.published(
                    row.getString("published_value").contains("T"),
                    published,
                    Objects.requireNonNull(time(row, "published_latest")));
        }
        Instant modified = time(row, "modified_earliest");
        if (modified != null) {
            article.modified(
                    row.getString("modified_value").contains("T"),
                    modified,
                    Objects.requireNonNull(time(row, "modified_latest")));
        }
        add(has, "title", title != null);
        add(has, "lead", lead != null);
        add(has, "url", row.getString("url") != null);
        add(has, "image", row.getBoolean("has_image"));
        add(has, "author", !authors.isEmpty());
        add(has, "keyword", !keywords.isEmpty());
        add(has, "section", article.section != null);
        add(has, "published", published != null);
        add(has, "duplicateOf", row.getBoolean("duplicate"));
        return article;
    }

    private static void add(List<String> has, String name, boolean there) {
        if (there) {
            has.add(name);
        }
    }

    /** A language tag and the ranges that match it (RFC 4647, basic filtering). */
    private static List<String> ranges(@Nullable String tag) {
        List<String> ranges = new ArrayList<>();
        for (int end = tag == null ? -1 : tag.length(); tag != null && end > 0; end = tag.lastIndexOf('-', end - 1)) {
            ranges.add(tag.substring(0, end));
        }
        return ranges;
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = Timestamps.read(row, row.findColumn(column));
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
