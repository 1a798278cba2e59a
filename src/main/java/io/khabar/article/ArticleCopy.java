package io.khabar.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes new articles and dates by COPY: one statement for a whole batch, so that the triggers of the change log run once,
 * and the server neither parses nor plans. Twice as fast as inserts of many rows.
 */
final class ArticleCopy {

    private static final String ARTICLE = "copy article (id, source_id, url, url_canonical, external_id, title,"
            + " title_direction, lead, body, language, direction, authors, author_names, section, keywords, image,"
            + " rights, published_value, published_earliest, published_latest, modified_value, modified_earliest,"
            + " modified_latest, derived, derivable, settled_mentions, text_hash, mention_zone, mention_bias,"
            + " word_count, reading_minutes, created_at, updated_at, version) from stdin";

    private static final String DATE = "copy article_date (id, article_id, role, value, precision, earliest, latest,"
            + " text, start_offset, end_offset, origin, created_at, updated_at, version) from stdin";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ArticleCopy() {}

    static void insert(Connection connection, List<Article> articles, List<ArticleDate> dates) throws SQLException {
        CopyRows rows = new CopyRows();
        for (Article article : articles) {
            article(rows, article);
        }
        send(connection, ARTICLE, rows);
        rows = new CopyRows();
        for (ArticleDate date : dates) {
            date(rows, date);
        }
        send(connection, DATE, rows);
    }

    private static void send(Connection connection, String sql, CopyRows rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            byte[] bytes = rows.text().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void article(CopyRows rows, Article article) {
        rows.add(article.id)
                .add(article.sourceId)
                .add(article.url)
                .add(article.urlCanonical)
                .add(article.externalId)
                .add(article.title)
                .add(article.titleDirection)
                .add(article.lead)
                .add(article.body)
                .add(article.language)
                .add(article.direction)
                .add(json(article.authors))
                .array(article.authorNames)
                .add(article.section)
                .array(article.keywords)
                .add(article.image == null ? null : json(article.image))
                .add(article.rights)
                .add(article.publishedValue)
                .time(article.publishedEarliest)
                .time(article.publishedLatest)
                .add(article.modifiedValue)
                .time(article.modifiedEarliest)
                .time(article.modifiedLatest)
                .array(article.derived)
                .array(article.derivable)
                .add(json(article.settledMentions))
                .add(bytes(article.textHash))
                .add(article.mentionZone)
                .add(article.mentionBias)
                .add(article.wordCount)
                .add(article.readingMinutes)
                .time(article.createdAt)
                .time(article.updatedAt)
                .add(article.version)
                .end();
    }

    private static void date(CopyRows rows, ArticleDate date) {
        rows.add(date.id)
                .add(date.articleId)
                .add(date.role)
                .add(date.value)
                .add(date.precision)
                .time(date.earliest)
                .time(date.latest)
                .add(date.text)
                .add(date.startOffset)
                .add(date.endOffset)
                .add(date.origin)
                .time(date.createdAt)
                .time(date.updatedAt)
                .add(date.version)
                .end();
    }

    private static @Nullable String bytes(byte @Nullable [] bytes) {
        return bytes == null ? null : "\\x" + HexFormat.of().formatHex(bytes);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
