package io.khabar.article;

import io.khabar.date.PartialDate;
import io.khabar.http.Ids;
import io.khabar.http.ProblemException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dates of articles that imports bring. */
@Singleton
class ArrivalDates {

    private final MentionedDates mentions;
    private final DateRepository dateRows;
    private final Ids ids;

    ArrivalDates(MentionedDates mentions, DateRepository dateRows, Ids ids) {
        this.mentions = mentions;
        this.dateRows = dateRows;
        this.ids = ids;
    }

    /**
     * All dates of a new article: its fields', those that it brings, and those that its text speaks of. Those that it
     * brings keep their ids.
     *
     * @throws ProblemException {@code too-many-dates}, or where one does not stand where it says
     */
    MentionedDates.Rows of(Article article, Arrival arrival, Instant now) {
        List<ArticleDate> rows = new ArrayList<>();
        ArticleDate published = row(article, Role.PUBLISHED, article.publishedValue, arrival, now);
        ArticleDate modified = row(article, Role.MODIFIED, article.modifiedValue, arrival, now);
        if (published != null) {
            rows.add(published);
        }
        if (modified != null) {
            rows.add(modified);
        }
        BodyText body = new BodyText(article.body);
        List<NewDate> given = given(arrival);
        int reach = ArticleDates.reach(given.size());
        for (NewDate date : given) {
            rows.add(mention(article, body, reach, date, arrival.source().zone(), now));
        }
        GivenMentions.limit(rows);
        MentionedDates.Rows fresh =
                mentions.fresh(article, rows, listed(arrival), arrival.source().zone(), now);
        rows.addAll(fresh.rows());
        return new MentionedDates.Rows(rows, fresh.leftOut());
    }

    /** The given mentions that an article brings and that the stored one has not, or not as they are brought. */
    List<NewDate> missing(Arrival arrival, List<ArticleDate> rows) {
        Map<UUID, ArticleDate> own = byId(rows);
        return given(arrival).stream()
                .filter(date -> {
                    ArticleDate row = date.id() == null ? null : own.get(date.id());
                    return row == null ? rows.stream().noneMatch(one -> same(one, date)) : !same(row, date);
                })
                .toList();
    }

    private static Map<UUID, ArticleDate> byId(List<ArticleDate> rows) {
        Map<UUID, ArticleDate> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id, row));
        return byId;
    }

    /**
     * Writes given mentions that an article brings: into the row that has the id, where the article has it, else as new
     * ones.
     *
     * @param fresh whether ids that the article does not have are known to be taken by other articles
     * @throws ProblemException where one does not stand in its body where it says
     */
    void give(Article article, List<NewDate> brought, boolean fresh, ZoneId zone, Instant now) {
        BodyText body = new BodyText(article.body);
        int reach = ArticleDates.reach(brought.size());
        Map<UUID, ArticleDate> rows = byId(dateRows.of(article.id));
        for (NewDate date : brought) {
            ArticleDate row = date.id() == null ? null : rows.get(date.id());
            if (row == null) {
                UUID id = date.id() == null || fresh ? ids.next() : date.id();
                row = new ArticleDate(id, article.id, Role.MENTIONED, now);
                give(article, body, reach, row, date, zone, now);
                dateRows.persist(row);
            } else {
                DateService.settle(article, row);
                give(article, body, reach, row, date, zone, now);
            }
        }
    }

    /**
     * The derived rows of a stored article that an arrival, where it brings all dates that it has, does not list or lists
     * with another value.
     */
    List<ArticleDate> outdated(Article article, Arriving arriving, List<ArticleDate> rows) {
        Map<Place, NewDate> listed = listed(article, arriving);
        return listed == null
                ? List.of()
                : rows.stream()
                        .filter(ArticleDate::isDerived)
                        .filter(row -> isOutdated(row, listed.get(row.place())))
                        .toList();
    }

    private static boolean isOutdated(ArticleDate row, @Nullable NewDate listed) {
        return listed == null
                || (listed.value() != null && !listed.value().value().equals(row.value));
    }

    /** Brings such rows after the arrival: what it does not list was taken away by a person, and the rest has its value. */
    void renew(Article article, Arriving arriving, Instant now) {
        Map<Place, NewDate> listed = listed(article, arriving);
        if (listed == null) {
            return;
        }
        for (ArticleDate row : outdated(article, arriving, dateRows.of(article.id))) {
            NewDate date = listed.get(row.place());
            if (date == null) {
                article.settle(row.place());
                dateRows.delete(row);
            } else {
                row.resolve(date.value());
                row.updatedAt = now;
                row.version++;
            }
        }
    }

    private static List<NewDate> given(Arrival arrival) {
        return arrival.dates().stream()
                .filter(listed -> !listed.derived() && listed.date().role() == Role.MENTIONED)
                .map(Arrival.Listed::date)
                .toList();
    }

    private static boolean same(ArticleDate row, NewDate date) {
        if (row.role() != Role.MENTIONED) {
            // No date ever gets another role.
            return row.id.equals(date.id());
        }
        // Without a value it means what its text does, which the stored one may know by now.
        String value = date.value() == null ? row.value : date.value().value();
        return !row.isDerived()
                && Objects.equals(row.value, value)
                && Objects.equals(row.text, date.text())
                // Without a place it is wherever the stored one was found.
                && (date.startOffset() == null
                        || (date.startOffset().equals(row.startOffset)
                                && Objects.equals(row.endOffset, date.endOffset())));
    }

    /**
     * What an arrival lists that says something of a stored article: where a person corrected the language here, other
     * dates are found, and where it was the day of publication, they have other values.
     */
    private static @Nullable Map<Place, NewDate> listed(Article article, Arriving arriving) {
        Map<Place, NewDate> listed = listed(arriving.arrival);
        if (listed == null || !Objects.equals(article.language, arriving.article.language)) {
            return null;
        }
        if (!Objects.equals(article.publishedValue, arriving.article.publishedValue)) {
            listed.replaceAll((place, date) -> date.withoutValue());
        }
        return listed;
    }

    /** The derived dates by their places, where the article brings all that it had. */
    private static @Nullable Map<Place, NewDate> listed(Arrival arrival) {
        if (!arrival.complete()) {
            return null;
        }
        Map<Place, NewDate> listed = new HashMap<>();
        for (Arrival.Listed one : arrival.dates()) {
            NewDate date = one.date();
            if (one.derived() && date.text() != null && date.startOffset() != null) {
                listed.putIfAbsent(new Place(date.text(), date.startOffset()), date);
            }
        }
        return listed;
    }

    private @Nullable ArticleDate row(
            Article article, Role role, @Nullable String value, Arrival arrival, Instant now) {
        if (value == null) {
            return null;
        }
        UUID id = arrival.dates().stream()
                .map(Arrival.Listed::date)
                .filter(date -> date.role() == role)
                .map(NewDate::id)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(ids::next);
        ArticleDate row = new ArticleDate(id, article.id, role, now);
        row.resolve(PartialDate.parse(value));
        row.touch(now);
        return row;
    }

    private ArticleDate mention(Article article, BodyText body, int reach, NewDate date, ZoneId zone, Instant now) {
        ArticleDate row = new ArticleDate(date.id() == null ? ids.next() : date.id(), article.id, Role.MENTIONED, now);
        give(article, body, reach, row, date, zone, now);
        return row;
    }

    private static void give(
            Article article, BodyText body, int reach, ArticleDate row, NewDate date, ZoneId zone, Instant now) {
        DateService.checkOffsets(body, date);
        row.resolve(
                date.value() == null && date.text() != null
                        ? MentionedDates.meaning(date.text(), article, zone)
                        : date.value());
        ArticleDates.locate(row, body, date, reach);
        row.touch(now);
    }
}
