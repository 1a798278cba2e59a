package io.khabar.article;

import io.khabar.date.PartialDate;
import io.khabar.http.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an article and its dates saying the same: the fields {@code published} and {@code modified} are the rows with
 * those roles, and mentioned dates stand where their text stands in the body.
 */
@Singleton
class ArticleDates {

    private final DateRepository dates;
    private final Ids ids;

    ArticleDates(DateRepository dates, Ids ids) {
        this.dates = dates;
        this.ids = ids;
    }

    /**
     * Brings the rows after an article that was just written.
     *
     * @param oldBody the body before; null for a new article
     */
    void follow(Article article, @Nullable String oldBody, Instant now) {
        List<ArticleDate> rows = oldBody == null ? List.of() : dates.of(article.id);
        set(article, Role.PUBLISHED, article.publishedValue, rows, now);
        set(article, Role.MODIFIED, article.modifiedValue, rows, now);
        if (oldBody != null && !oldBody.equals(article.body)) {
            rows.stream()
                    .filter(row -> row.startOffset != null && relocate(row, article.body))
                    .forEach(row -> {
                        row.updatedAt = now;
                        row.version++;
                    });
        }
    }

    private void set(Article article, Role role, @Nullable String value, List<ArticleDate> rows, Instant now) {
        ArticleDate row =
                rows.stream().filter(one -> one.role() == role).findFirst().orElse(null);
        if (value == null) {
            if (row != null) {
                dates.delete(row);
            }
        } else if (row == null) {
            ArticleDate made = new ArticleDate(ids.next(), article.id, role, now);
            made.resolve(PartialDate.parse(value));
            made.touch(now);
            dates.persist(made);
        } else if (!value.equals(row.value)) {
            row.resolve(PartialDate.parse(value));
            row.touch(now);
        }
    }

    /**
     * Finds the expression in a new body, nearest to where it was; without it the offsets mean nothing.
     *
     * @return whether the offsets changed
     */
    private static boolean relocate(ArticleDate row, String body) {
        Integer oldStart = row.startOffset;
        String text = row.text;
        int at = text == null || oldStart == null ? -1 : nearest(text, body, oldStart);
        if (text == null || at < 0) {
            row.locate(text, null, null);
            return true;
        }
        int start = body.codePointCount(0, at);
        row.locate(text, start, start + text.codePointCount(0, text.length()));
        return !Integer.valueOf(start).equals(oldStart);
    }

    /** Index of an expression in a body, the one nearest to an offset in code points; negative if it is not there. */
    private static int nearest(String text, String body, int offset) {
        int old = body.offsetByCodePoints(0, Math.min(offset, body.codePointCount(0, body.length())));
        int before = body.lastIndexOf(text, old);
        int behind = body.indexOf(text, old);
        return before < 0 || (behind >= 0 && behind - old < old - before) ? behind : before;
    }

    /** Brings the article's field after one of its rows that was just written or is gone. */
    static void lead(Article article, Role role, @Nullable String value) {
        PartialDate date = value == null ? null : PartialDate.parse(value);
        if (role == Role.PUBLISHED && !Objects.equals(article.publishedValue, value)) {
            article.publish(date);
        } else if (role == Role.MODIFIED && !Objects.equals(article.modifiedValue, value)) {
            article.modify(date);
        }
    }
}
