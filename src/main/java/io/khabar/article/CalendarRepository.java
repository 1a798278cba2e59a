package io.khabar.article;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.list.Lists;
import io.khabar.list.Select;
import io.khabar.list.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts articles by the calendar. */
@Singleton
class CalendarRepository {

    /** Most buckets of an answer. */
    static final int MOST = 5_000;

    /** RFC 3339 has no year 10000: what ends there is shown as a partial date's end is. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private record Counted(@Nullable LocalDate first, long articles) {}

    private final Lists lists;

    CalendarRepository(Lists lists) {
        this.lists = lists;
    }

    /**
     * The calendar of the articles that a filter lets through. A date counts in the bucket in which it lies whole; one
     * that lies in no single bucket is coarser.
     *
     * @param found exactly these articles, in place of those that the filter lets through; null for all of them
     * @param empty whether the buckets between the first and the last are shown though nothing is in them
     * @throws ProblemException {@code too-many-buckets}
     */
    CalendarView count(ArticleFilter filter, @Nullable List<UUID> found, CalendarUnit unit, Role role, boolean empty) {
        List<Counted> counted = lists.query(sql(filter, found, unit, role), result -> {
            long day = result.getLong(1);
            return new Counted(result.wasNull() ? null : LocalDate.ofEpochDay(day), result.getLong(2));
        });
        long coarser = 0;
        List<CalendarView.Bucket> buckets = new ArrayList<>();
        LocalDate expected = null;
        for (Counted one : counted) {
            LocalDate first = one.first();
            if (first == null) {
                coarser = one.articles();
                continue;
            }
            if (empty && expected != null) {
                if (buckets.size() + unit.count(expected, first) > MOST) {
                    throw tooMany();
                }
                for (LocalDate gap = expected; gap.isBefore(first); gap = unit.next(gap)) {
                    buckets.add(bucket(unit, gap, 0, filter.zone()));
                }
            }
            if (buckets.size() == MOST) {
                throw tooMany();
            }
            buckets.add(bucket(unit, first, one.articles(), filter.zone()));
            expected = unit.next(first);
        }
        return new CalendarView(buckets, coarser);
    }

    private static CalendarView.Bucket bucket(CalendarUnit unit, LocalDate first, long articles, ZoneId zone) {
        return new CalendarView.Bucket(
                unit.name(first),
                first.atStartOfDay(zone).toInstant(),
                earlier(unit.next(first).atStartOfDay(zone).toInstant(), LAST),
                articles);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static ProblemException tooMany() {
        return new ProblemException(
                ProblemCode.TOO_MANY_BUCKETS,
                "The calendar would have more than " + MOST + " buckets: choose a shorter period or a coarser `by`.");
    }

    private static Sql sql(ArticleFilter filter, @Nullable List<UUID> found, CalendarUnit unit, Role role) {
        boolean published = role == Role.PUBLISHED;
        String value = published ? "a.published_value" : "d.value";
        String earliest = published ? "a.published_earliest" : "d.earliest";
        String latest = published ? "a.published_latest" : "d.latest";
        String zone = filter.zone().getId();
        Sql sql = new Sql()
                .add("select case when date_trunc('" + unit.word() + "', first) = date_trunc('" + unit.word()
                        + "', last) then extract(epoch from date_trunc('" + unit.word()
                        + "', first)) / 86400 end, count("
                        + (published ? "*" : "distinct id") + ") from (select a.id, case when " + value
                        + " like '%T%' then " + earliest)
                .add(" at time zone ? else " + earliest + " at time zone 'UTC' end as first, case when " + value, zone)
                .add(" like '%T%' then " + earliest + " at time zone ? else (" + latest, zone)
                .add(" - interval '1 microsecond') at time zone 'UTC' end as last from article a"
                        + (published ? "" : " join article_date d on d.article_id = a.id and d.role = 'mentioned'")
                        + " where " + value + " is not null");
        Select articles = Select.from("article", "a");
        Sql conditions = found == null
                ? ArticleConditions.add(articles, filter).conditions()
                : articles.where(new Sql().add("a.id = any(?::uuid[])", found).planEachTime())
                        .conditions();
        if (conditions != null) {
            sql.add(" and ").add(conditions);
        }
        return sql.add(") dated group by 1 order by 1 limit " + (MOST + 2));
    }
}
