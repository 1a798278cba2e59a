package io.khabar.article;

import io.khabar.date.PartialDate;
import io.khabar.http.Ids;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Derives the dates that the text of an article speaks of. What a person said goes before what the text seems to say: a
 * mention is not derived where a given date stands for it, nor where a person took the derived one away or over.
 */
@Singleton
class MentionedDates {

    /** Rows of one article at most: the first ones of a text. No article has as many; hostile texts could. */
    static final int MOST = 10_000;

    /**
     * Rows of an article.
     *
     * @param leftOut how many dates more its text speaks of
     */
    record Rows(List<ArticleDate> rows, int leftOut) {}

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
     * @param anew whether what the values follow from has changed; else those that are there stay, as some are read
     *     where the article comes from
     * @param zone where days begin for its source
     */
    void derive(Article article, List<ArticleDate> rows, boolean anew, ZoneId zone, Instant now) {
        resolve(article, rows, zone, now);
        Map<Place, ArticleDate> derived = derived(rows);
        List<Mention> moved = new ArrayList<>();
        for (Mention mention : first(mentions(article, rows, zone))) {
            ArticleDate row = derived.remove(Place.of(mention));
            if (row == null) {
                moved.add(mention);
            } else if (anew) {
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

    /** Given expressions whose value nobody said get it as soon as it can be told; then they have it. */
    private static void resolve(Article article, List<ArticleDate> rows, ZoneId zone, Instant now) {
        for (ArticleDate row : rows) {
            if (row.text != null && row.value == null && !row.isDerived()) {
                PartialDate meaning = meaning(row.text, article, zone);
                if (meaning != null) {
                    row.resolve(meaning);
                    row.touch(now);
                }
            }
        }
    }

    /**
     * What an expression means in an article, in the zone and with the bias with which the article's own text is read.
     *
     * @param zone where days begin for its source
     * @return null where it counts from the day of publication and that is not known, or where it is no time, or several
     */
    static @Nullable PartialDate meaning(String expression, Article article, ZoneId zone) {
        List<Mention> found = tag(expression, article, zone);
        return found.size() == 1 ? found.getFirst().value() : null;
    }

    private static List<Mention> tag(String text, Article article, ZoneId zone) {
        return DateTagger.tag(
                text, article.language, published(article), article.mentionZone(zone), article.mentionBias());
    }

    private static @Nullable PartialDate published(Article article) {
        return article.publishedValue == null ? null : PartialDate.parse(article.publishedValue);
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
     * @param listed its derived dates by their places, where it comes from another service that knew them all: they keep
     *     their ids and values, and what is missing there was taken away by a person. Null where it does not say
     * @param zone where days begin for its source
     */
    Rows fresh(
            Article article, List<ArticleDate> given, @Nullable Map<Place, NewDate> listed, ZoneId zone, Instant now) {
        List<ArticleDate> fresh = new ArrayList<>();
        List<Mention> all = mentions(article, given, zone);
        for (Mention mention : first(all)) {
            Place place = Place.of(mention);
            NewDate date = listed == null ? null : listed.get(place);
            if (listed != null && date == null) {
                article.settle(place);
                continue;
            }
            UUID id = date == null ? null : date.id();
            ArticleDate row = new ArticleDate(id == null ? ids.next() : id, article.id, Role.MENTIONED, now);
            row.derive(mention, now);
            if (date != null && date.value() != null) {
                row.resolve(date.value());
            }
            fresh.add(row);
        }
        return new Rows(fresh, Math.max(0, all.size() - MOST));
    }

    private static List<Mention> first(List<Mention> mentions) {
        return mentions.subList(0, Math.min(mentions.size(), MOST));
    }

    private static List<Mention> mentions(Article article, List<ArticleDate> rows, ZoneId zone) {
        List<Mention> found = tag(article.body, article, zone);
        article.settledMentions = settled(article.settledMentions, found);
        Set<Place> settled = Set.copyOf(article.settledMentions);
        GivenMentions given = GivenMentions.of(rows);
        return found.stream()
                .filter(mention -> mention.end() - mention.start() <= LONGEST)
                .filter(mention -> !settled.contains(Place.of(mention)))
                .filter(mention -> !given.have(mention))
                .toList();
    }

    /**
     * The settled places in the text as it is now: each moves to the nearest mention of its words that no other one
     * holds. One whose words are gone stays where it was, in case that they come back.
     */
    private static List<Place> settled(List<Place> before, List<Mention> found) {
        if (before.isEmpty()) {
            return before;
        }
        Map<String, NavigableSet<Integer>> free = new HashMap<>();
        found.forEach(mention ->
                free.computeIfAbsent(mention.text(), _ -> new TreeSet<>()).add(mention.start()));
        Set<Place> now = new LinkedHashSet<>();
        for (Place old : before) {
            NavigableSet<Integer> starts = free.get(old.text());
            Integer start = starts == null ? null : nearest(starts, old.start());
            if (starts == null || start == null) {
                now.add(old);
            } else {
                starts.remove(start);
                now.add(new Place(old.text(), start));
            }
        }
        List<Place> places = List.copyOf(now);
        return places.equals(before) ? before : places;
    }

    /** The nearest of some offsets, of two equally near ones the first; null where there are none. */
    private static @Nullable Integer nearest(NavigableSet<Integer> offsets, int to) {
        Integer before = offsets.floor(to);
        Integer behind = offsets.higher(to);
        return before == null || (behind != null && behind - to < to - before) ? behind : before;
    }
}
