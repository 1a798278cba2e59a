package io.khabar.article;

import io.khabar.http.ProblemException;
import io.khabar.search.Condition;
import io.khabar.search.SearchEngine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of articles, with a query or without. What a query finds goes from the index to the database in portions,
 * so that it may be any number of articles.
 */
@Singleton
class ArticleCalendar {

    private static final int PORTION = 10_000;

    private final CalendarRepository calendar;
    private final SearchEngine engine;
    private final CollapsedSearch conditions;
    private final SearchRoom room;
    private final int portion;

    @Inject
    ArticleCalendar(CalendarRepository calendar, SearchEngine engine, CollapsedSearch conditions, SearchRoom room) {
        this(calendar, engine, conditions, room, PORTION);
    }

    /**
     * A calendar with bounds of its own.
     *
     * @param room for those that find more than a portion
     */
    ArticleCalendar(
            CalendarRepository calendar,
            SearchEngine engine,
            CollapsedSearch conditions,
            SearchRoom room,
            int portion) {
        this.calendar = calendar;
        this.engine = engine;
        this.conditions = conditions;
        this.room = room;
        this.portion = portion;
    }

    /**
     * The calendar of the articles that a filter lets through, and a query finds; null for no query.
     *
     * @param empty whether buckets are shown though nothing is in them: all of the period that the filter asks for, where it
     *     is open those between the first and the last
     * @throws ProblemException {@code too-many-buckets}; {@code search-unavailable} where many are asked for at once of
     *     which each finds very many articles
     */
    CalendarView of(@Nullable ArticleQuery query, ArticleFilter filter, CalendarUnit unit, Role role, boolean empty) {
        CalendarRepository.Tally tally =
                query == null ? calendar.count(filter, unit, role) : found(query, filter, unit, role);
        return CalendarRepository.view(
                tally, filter.zone(), unit, empty, role == Role.PUBLISHED ? filter.published() : filter.mentions());
    }

    private CalendarRepository.Tally found(ArticleQuery query, ArticleFilter filter, CalendarUnit unit, Role role) {
        Condition condition = conditions.of(query, filter);
        Counting counting = new Counting(filter.zone(), unit, role);
        try {
            return engine.ask(index -> {
                // Where an index turns out to be damaged midway, another one is asked from the beginning.
                counting.begin();
                index.ids(query.query(), query.fields(), condition, portion, counting::add);
                return counting.tally;
            });
        } finally {
            counting.end();
        }
    }

    /** Counts portion by portion; from the second one on there must be room. */
    private final class Counting {

        private CalendarRepository.Tally tally = new CalendarRepository.Tally();
        private final ZoneId zone;
        private final CalendarUnit unit;
        private final Role role;
        private boolean begun;
        private boolean entered;

        Counting(ZoneId zone, CalendarUnit unit, Role role) {
            this.zone = zone;
            this.unit = unit;
            this.role = role;
        }

        void begin() {
            tally = new CalendarRepository.Tally();
            begun = false;
        }

        void add(List<UUID> found) {
            if (begun && !entered) {
                room.enter();
                entered = true;
            }
            begun = true;
            calendar.add(tally, zone, found, unit, role);
        }

        void end() {
            if (entered) {
                room.leave();
            }
        }
    }
}
