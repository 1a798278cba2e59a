package io.khabar.article;

import io.khabar.date.PartialDate;
import io.khabar.http.Ids;
import io.khabar.mention.Bias;
import io.khabar.mention.DateTagger;
import io.khabar.mention.Mention;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Derives the dates that the text of an article speaks of. What a person said goes before what the text seems to say: a
 * mention is not derived where a given date stands for it, nor where a person took the derived one away or over.
 */
@Singleton
class MentionedDates {

    /** Rows of one article at most: the first ones of a text. No article has as many; hostile texts could. */
    private static final int MOST = 10_000;

    /** Longest expression, in code points: what {@link NewDate} takes, so that what was read can be sent back. */
    private static final int LONGEST = 500;

    private final DateRepository dates;
    private final Ids ids;

    MentionedDates(DateRepository dates, Ids ids) {
        this.dates = dates;
        this.ids = ids;
    }

    /**
     * Brings the derived rows after the article and after the given rows. A row whose expression is still there stays
     * the same row, at its new place and with its new value.
     *
     * @param rows the dates that the article has
     * @param zone where days begin
     */
    void derive(Article article, List<ArticleDate> rows, ZoneId zone, Instant now) {
        Map<Place, ArticleDate> derived = derived(rows);
        List<Mention> moved = new ArrayList<>();
        for (Mention mention : mentions(article, rows, zone, null)) {
            ArticleDate row = derived.remove(Place.of(mention));
            if (row == null) {
                moved.add(mention);
            } else {
                row.derive(mention, now);
            }
        }
        Map<String, Deque<ArticleDate>> left = new HashMap<>();
        derived.forEach((place, row) ->
                left.computeIfAbsent(place.text(), _ -> new ArrayDeque<>()).add(row));
        for (Mention mention : moved) {
            Deque<ArticleDate> same = left.get(mention.text());
            ArticleDate row = same == null ? null : same.poll();
            if (row == null) {
                row = new ArticleDate(ids.next(), article.id, Role.MENTIONED, now);
                row.derive(mention, now);
                dates.persist(row);
            } else {
                row.derive(mention, now);
            }
        }
        left.values().forEach(gone -> gone.forEach(dates::delete));
    }

    /** The derived rows by where they stand, in the order of the text. */
    private static Map<Place, ArticleDate> derived(List<ArticleDate> rows) {
        Map<Place, ArticleDate> derived = new LinkedHashMap<>();
        rows.stream()
                .filter(ArticleDate::isDerived)
                .sorted(Comparator.comparing(row -> row.place().start()))
                .forEach(row -> derived.put(row.place(), row));
        return derived;
    }

    /**
     * The derived rows of an article that is not stored yet. Pure: nothing is looked up or stored.
     *
     * @param given dates that it brings along
     * @param listed the ids of its derived dates by their places, where it comes from another service that knew them all;
     *     what is missing there was taken away by a person. Null where it does not say
     */
    List<ArticleDate> fresh(
            Article article,
            List<ArticleDate> given,
            @Nullable Map<Place, UUID> listed,
            ZoneId zone,
            @Nullable Bias bias,
            Instant now) {
        List<ArticleDate> fresh = new ArrayList<>();
        for (Mention mention : mentions(article, given, zone, bias)) {
            Place place = Place.of(mention);
            UUID id = listed == null ? null : listed.get(place);
            if (listed != null && !listed.containsKey(place)) {
                article.settle(place);
                continue;
            }
            ArticleDate row = new ArticleDate(id == null ? ids.next() : id, article.id, Role.MENTIONED, now);
            row.derive(mention, now);
            fresh.add(row);
        }
        return fresh;
    }

    private static List<Mention> mentions(Article article, List<ArticleDate> rows, ZoneId zone, @Nullable Bias bias) {
        PartialDate published = article.publishedValue == null ? null : PartialDate.parse(article.publishedValue);
        List<Mention> found = DateTagger.tag(article.body, article.language, published, zone, bias);
        article.settledMentions = settled(article.settledMentions, found);
        Set<Place> settled = Set.copyOf(article.settledMentions);
        List<ArticleDate> given = rows.stream()
                .filter(row -> row.role() == Role.MENTIONED && !row.isDerived())
                .toList();
        return found.stream()
                .filter(mention -> mention.end() - mention.start() <= LONGEST)
                .filter(mention -> !settled.contains(Place.of(mention)))
                .filter(mention -> given.stream().noneMatch(row -> standsFor(row, mention)))
                .limit(MOST)
                .toList();
    }

    /**
     * The settled places in the text as it is now: each moves to the nearest mention of its words that no other one
     * holds. One whose words are gone stays where it was, in case that they come back.
     */
    private static List<Place> settled(List<Place> before, List<Mention> found) {
        Set<Place> taken = new HashSet<>();
        List<Place> now = new ArrayList<>();
        for (Place old : before) {
            Place place = found.stream()
                    .map(Place::of)
                    .filter(one -> one.text().equals(old.text()) && !taken.contains(one))
                    .min(Comparator.comparingInt(one -> Math.abs(one.start() - old.start())))
                    .orElse(old);
            if (taken.add(place)) {
                now.add(place);
            }
        }
        return now.equals(before) ? before : now;
    }

    /** Whether a given date is the mention: it stands there, or, standing nowhere, has its words or its value. */
    private static boolean standsFor(ArticleDate given, Mention mention) {
        if (given.startOffset != null && given.endOffset != null) {
            return given.startOffset < mention.end() && mention.start() < given.endOffset;
        }
        return mention.text().equals(given.text)
                || (mention.value() != null && Objects.equals(mention.value().value(), given.value));
    }
}
