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
    private final Ids ids;

    ArrivalDates(MentionedDates mentions, Ids ids) {
        this.mentions = mentions;
        this.ids = ids;
    }

    /**
     * All dates of a new article: its fields', those that it brings, and those that its text speaks of. Those that it
     * brings keep their ids.
     *
     * @throws ProblemException {@code too-many-dates}, or where one does not stand where it says
     */
    List<ArticleDate> of(Article article, Arrival arrival, Instant now) {
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
        for (NewDate date : given(arrival)) {
            rows.add(mention(article, body, date, arrival.source().zone(), now));
        }
        GivenMentions.limit(rows);
        rows.addAll(mentions.fresh(article, rows, listed(arrival), zone(arrival), arrival.bias(), now));
        return rows;
    }

    /** Where days begin for an arrival. */
    static ZoneId zone(Arrival arrival) {
        return arrival.zone() == null ? arrival.source().zone() : arrival.zone();
    }

    /** The given mentions that an article brings and that the stored one has not. */
    List<NewDate> missing(Arrival arrival, List<ArticleDate> rows) {
        return given(arrival).stream()
                .filter(date -> rows.stream().noneMatch(row -> same(row, date)))
                .toList();
    }

    /**
     * The rows of mentions that an article is given.
     *
     * @throws io.khabar.http.ProblemException where one does not stand in its body where it says
     */
    List<ArticleDate> rows(Article article, List<NewDate> given, ZoneId zone, Instant now) {
        BodyText body = new BodyText(article.body);
        return given.stream()
                .map(date -> mention(article, body, date, zone, now))
                .toList();
    }

    private static List<NewDate> given(Arrival arrival) {
        return arrival.dates().stream()
                .filter(listed -> !listed.derived() && listed.date().role() == Role.MENTIONED)
                .map(Arrival.Listed::date)
                .toList();
    }

    private static boolean same(ArticleDate row, NewDate date) {
        if (row.id.equals(date.id())) {
            return true;
        }
        // Without a value it means what its text does, which the stored one may know by now.
        String value = date.value() == null ? row.value : date.value().value();
        return !row.isDerived()
                && row.role() == Role.MENTIONED
                && Objects.equals(row.value, value)
                && Objects.equals(row.text, date.text())
                && Objects.equals(row.startOffset, date.startOffset())
                && Objects.equals(row.endOffset, date.endOffset());
    }

    /** Ids of the derived dates by their places, where the article brings all that it had. */
    private @Nullable Map<Place, UUID> listed(Arrival arrival) {
        if (!arrival.complete()) {
            return null;
        }
        Map<Place, UUID> listed = new HashMap<>();
        for (Arrival.Listed one : arrival.dates()) {
            NewDate date = one.date();
            if (one.derived() && date.text() != null && date.startOffset() != null) {
                listed.putIfAbsent(
                        new Place(date.text(), date.startOffset()), date.id() == null ? ids.next() : date.id());
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

    private ArticleDate mention(Article article, BodyText body, NewDate date, ZoneId zone, Instant now) {
        DateService.checkOffsets(body, date);
        ArticleDate row = new ArticleDate(date.id() == null ? ids.next() : date.id(), article.id, Role.MENTIONED, now);
        row.resolve(
                date.value() == null && date.text() != null
                        ? MentionedDates.meaning(date.text(), article, zone)
                        : date.value());
        row.locate(date.text(), date.startOffset(), date.endOffset());
        row.touch(now);
        return row;
    }
}
