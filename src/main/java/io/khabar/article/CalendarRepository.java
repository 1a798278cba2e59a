package io.khabar.article;

import io.khabar.date.Bounds;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.list.Lists;
import io.khabar.list.Select;
import io.khabar.list.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts articles by the calendar. */
@Singleton
class CalendarRepository {

    /** Most buckets of an answer. */
    static final int MOST = 5_000;

    /** Dates have the years 0000 to 9999: what begins or ends beyond them is shown as it is of partial dates. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** From here on summer time is no longer looked up: who has it changes the law more often than that. */
    private static final Instant FORESEEN = Instant.parse("2200-01-01T00:00:00Z");

    /** Articles in buckets, by their first days, and those whose date is coarser; grows portion by portion. */
    static final class Tally {

        private final Map<LocalDate, Long> buckets = new TreeMap<>();
        private long coarser;

        private void add(@Nullable LocalDate first, long articles) {
            if (first == null) {
                coarser += articles;
            } else {
                buckets.merge(first, articles, Long::sum);
            }
        }
    }

    private final Lists lists;

    CalendarRepository(Lists lists) {
        this.lists = lists;
    }

    /**
     * Counts the articles that a filter lets through. A date counts in the bucket in which it lies whole; one that lies in
     * no single bucket is coarser; so is an instant that local time has outside of the years 0000 to 9999, and a date in the
     * week that begins before them.
     *
     * @throws ProblemException {@code too-many-buckets}
     */
    Tally count(ArticleFilter filter, CalendarUnit unit, Role role) {
        Tally tally = new Tally();
        add(tally, filter.zone(), ArticleConditions.add(Select.from("article", "a"), filter), unit, role);
        return tally;
    }

    /** Adds exactly these articles to a tally that has none of them; so {@link #count}. */
    void add(Tally tally, ZoneId zone, List<UUID> found, CalendarUnit unit, Role role) {
        Sql among = new Sql().add("a.id = any(?::uuid[])", found).planEachTime();
        add(tally, zone, Select.from("article", "a").where(among), unit, role);
    }

    private void add(Tally tally, ZoneId zone, Select articles, CalendarUnit unit, Role role) {
        lists.read(sql(zone, articles, unit, role), result -> {
            long day = result.getLong(1);
            tally.add(result.wasNull() ? null : LocalDate.ofEpochDay(day), result.getLong(2));
            return tally;
        });
        if (tally.buckets.size() > MOST) {
            throw tooMany();
        }
    }

    /**
     * The calendar that a tally makes.
     *
     * @param empty whether buckets are shown though nothing is in them
     * @param asked the period that was asked for, from whose first bucket to whose last they are shown then; where it is open,
     *     or null, from the first to the last that something is in
     * @throws ProblemException {@code too-many-buckets}
     */
    static CalendarView view(Tally tally, ZoneId zone, CalendarUnit unit, boolean empty, @Nullable Bounds asked) {
        NavigableMap<LocalDate, Long> counts = new TreeMap<>(tally.buckets);
        if (empty) {
            fill(counts, unit, asked);
        }
        if (counts.size() > MOST) {
            throw tooMany();
        }
        List<CalendarView.Bucket> buckets = new ArrayList<>(counts.size());
        counts.forEach((first, articles) -> buckets.add(bucket(unit, first, articles, zone)));
        return new CalendarView(buckets, tally.coarser);
    }

    private static void fill(NavigableMap<LocalDate, Long> counts, CalendarUnit unit, @Nullable Bounds asked) {
        Instant from = asked == null ? null : asked.civilFrom();
        Instant to = asked == null ? null : asked.civilTo();
        boolean none = from != null && (from.isAfter(LAST) || (to != null && !from.isBefore(to)));
        LocalDate first = none ? null : bound(from, unit);
        LocalDate last = none || to == null ? null : bound(to.minusNanos(1), unit);
        if (!counts.isEmpty()) {
            // Articles that speak of the period speak of other times, too: those buckets are shown, but not what is
            // between.
            first = first == null ? counts.firstKey() : first;
            last = last == null ? counts.lastKey() : last;
        }
        if (first == null || last == null || last.isBefore(first)) {
            return;
        }
        if (unit.count(first, last) > MOST) {
            throw tooMany();
        }
        for (LocalDate gap = first; !gap.isAfter(last); gap = unit.next(gap)) {
            counts.putIfAbsent(gap, 0L);
        }
    }

    /** The first day of the bucket of a civil date, which is labelled as UTC; no bucket begins before year 0 or behind 9999. */
    private static @Nullable LocalDate bound(@Nullable Instant labelled, CalendarUnit unit) {
        if (labelled == null) {
            return null;
        }
        LocalDate day = labelled.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate first = unit.first(day.isAfter(LAST_DAY) ? LAST_DAY : day);
        return first.getYear() < 0 ? unit.next(first) : first;
    }

    private static CalendarView.Bucket bucket(CalendarUnit unit, LocalDate first, long articles, ZoneId zone) {
        return new CalendarView.Bucket(
                unit.name(first),
                within(first.atStartOfDay(zone).toInstant()),
                within(unit.next(first).atStartOfDay(zone).toInstant()),
                articles);
    }

    private static Instant within(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    }

    /**
     * The local time of an instant. The offsets are ours, not the server's: it takes some names of zones for abbreviations
     * ({@code EET} has no summer there), may not know others, and may have older law, while the filters of lists go by
     * ours. Each argument is worked out once, as a subquery, not for each row.
     */
    private static Sql local(String instant, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset()) {
            int offset = rules.getOffset(Instant.EPOCH).getTotalSeconds();
            String utc = instant + " at time zone 'UTC'";
            return new Sql().add(offset == 0 ? utc : "(" + utc + " + interval '" + offset + " seconds')");
        }
        List<String> from = new ArrayList<>();
        List<String> seconds = new ArrayList<>();
        seconds.add(seconds(rules.getOffset(Instant.MIN)));
        for (ZoneOffsetTransition change = rules.nextTransition(Instant.MIN);
                change != null && change.getInstant().isBefore(FORESEEN);
                change = rules.nextTransition(change.getInstant())) {
            from.add(change.getInstant().toString());
            seconds.add(seconds(change.getOffsetAfter()));
        }
        return new Sql()
                .add("(" + instant + " at time zone 'UTC' + (select ?::int[])[width_bucket(" + instant, seconds)
                .add(", (select ?::timestamptz[])) + 1] * interval '1 second')", from);
    }

    private static String seconds(ZoneOffset offset) {
        return Integer.toString(offset.getTotalSeconds());
    }

    private static ProblemException tooMany() {
        return new ProblemException(
                ProblemCode.TOO_MANY_BUCKETS,
                "The calendar would have more than " + MOST + " buckets: choose a shorter period or a coarser `by`.");
    }

    private static Sql sql(ZoneId in, Select articles, CalendarUnit unit, Role role) {
        boolean published = role == Role.PUBLISHED;
        String value = published ? "a.published_value" : "d.value";
        String earliest = published ? "a.published_earliest" : "d.earliest";
        String latest = published ? "a.published_latest" : "d.latest";
        Sql local = local(earliest, in);
        String isInstant = "case when " + value + " like '%T%' then ";
        String bucket = "date_trunc('" + unit.word() + "', ";
        Sql sql = new Sql()
                .add("select case when " + bucket + "first) = " + bucket
                        + "last) and " + bucket + "first) >= '0001-01-01 BC' and last < '10000-01-01' then " + bucket
                        + "first)::date - '1970-01-01'::date end, count(" + (published ? "*" : "distinct id")
                        + ") from (select a.id, " + isInstant)
                .add(local)
                .add(" else " + earliest + " at time zone 'UTC' end as first, " + isInstant)
                .add(local)
                .add(" else (" + latest + " - interval '1 microsecond') at time zone 'UTC' end as last from article a"
                        + (published ? "" : " join article_date d on d.article_id = a.id and d.role = 'mentioned'")
                        + " where " + value + " is not null");
        Sql conditions = articles.conditions();
        if (conditions != null) {
            sql.add(" and ").add(conditions);
        }
        // offset: each local time is worked out once, not wherever it is named.
        return sql.add(" offset 0) dated group by 1 order by 1 limit " + (MOST + 2));
    }
}
