package io.khabar.article;

import io.khabar.date.PartialDate;
import io.khabar.http.Ids;
import io.khabar.http.ProblemException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an article and its dates saying the same: the fields {@code published} and {@code modified} are the rows with
 * those roles, and mentioned dates stand where their text stands in the body.
 */
@Singleton
class ArticleDates {

    /**
     * How far given dates are looked for in a text, all together, in chars: more than a hundred of them in the longest
     * text, a thousand of them in an ordinary one.
     */
    private static final int REACH = 100_000_000;

    private final DateRepository dates;
    private final MentionedDates mentions;
    private final Ids ids;

    ArticleDates(DateRepository dates, MentionedDates mentions, Ids ids) {
        this.dates = dates;
        this.mentions = mentions;
        this.ids = ids;
    }

    /**
     * Brings the rows after an article that was just written.
     *
     * @param before what its mentions followed from before; null for a new article
     * @param zone where days begin for its source
     */
    void follow(Article article, @Nullable MentionBasis before, ZoneId zone, Instant now) {
        List<ArticleDate> rows = before == null ? List.of() : dates.of(article.id);
        set(article, Role.PUBLISHED, article.publishedValue, rows, now);
        set(article, Role.MODIFIED, article.modifiedValue, rows, now);
        if (before != null && !before.body().equals(article.body)) {
            BodyText old = new BodyText(before.body());
            BodyText body = new BodyText(article.body);
            List<ArticleDate> given =
                    rows.stream().filter(row -> !row.isDerived()).toList();
            int reach = reach(given.size());
            given.stream().filter(row -> relocate(row, old, body, reach)).forEach(row -> {
                row.updatedAt = now;
                row.version++;
            });
        }
        if (!MentionBasis.of(article).equals(before)) {
            mentions.derive(article, rows, true, zone, now);
        }
    }

    /**
     * Brings the mentioned dates after a row that was just written or deleted: they hang on when the article was
     * published, and give way to those that a person gives.
     *
     * @param more whether there is one more given mention now
     * @throws ProblemException {@code too-many-dates}
     */
    void followRow(Article article, Role written, boolean more, ZoneId zone, Instant now) {
        if (written != Role.MODIFIED) {
            List<ArticleDate> rows = dates.of(article.id);
            if (more) {
                GivenMentions.limit(rows);
            }
            mentions.derive(article, rows, written == Role.PUBLISHED, zone, now);
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
     * Finds the expression in a new body: nearest to where it was, and where it was nowhere, the only place that has it.
     * Where nobody said a text, it is what stood between the offsets. Without a place the offsets mean nothing.
     *
     * @param reach how far it is looked for, in chars
     * @return whether the offsets changed
     */
    private static boolean relocate(ArticleDate row, BodyText old, BodyText body, int reach) {
        Integer start = row.startOffset;
        Integer end = row.endOffset;
        Place found = null;
        if (start != null && end != null) {
            String words = row.text == null ? old.between(start, end) : row.text;
            found = words == null ? null : body.nearest(words, start, reach);
        } else if (row.text != null && body.chars() <= reach) {
            found = body.only(row.text);
        }
        row.locate(row.text, found == null ? null : found.start(), found == null ? null : found.end());
        return !Objects.equals(start, row.startOffset) || !Objects.equals(end, row.endOffset);
    }

    /** How far each of some dates is looked for in a text, in chars. */
    static int reach(int dates) {
        return REACH / Math.max(1, dates);
    }

    /**
     * Says where a date stands: where the client says, else where its text stands, if that is in one place of the body.
     *
     * @param reach how long a body may be for that to be looked for, in chars
     */
    static void locate(ArticleDate row, BodyText body, NewDate written, int reach) {
        String text = written.text();
        Place found = text == null || written.startOffset() != null || body.chars() > reach ? null : body.only(text);
        if (found == null) {
            row.locate(text, written.startOffset(), written.endOffset());
        } else {
            row.locate(text, found.start(), found.end());
        }
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
