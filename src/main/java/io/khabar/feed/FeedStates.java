package io.khabar.feed;

import io.khabar.list.Lists;
import io.khabar.list.Sql;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of feeds besides what editors say, in the database: single statements. */
@Singleton
class FeedStates {

    /** Feeds of one host that are fetched at one time, by all processes together. */
    private static final int MOST_OF_ONE_HOST = 2;

    /** Any number that nothing else locks by. */
    private static final long CLAIMING = 0x6b686162_66656564L;

    private static final String LEASED =
            " returning t.feed_id, t.lease, f.url, t.moved_to, f.source_id, f.language, f.section, f.interval_minutes,"
                    + " t.etag, t.last_modified, t.interval_seconds, t.failures_in_row, ";

    /** Whether the interval was changed since the feed was leased; takes the two that it had then. */
    private static final String PACE_CHANGED =
            "(t.interval_seconds <> ? or f.interval_minutes is distinct from ?::integer)";

    /** Whether a fetch was the one for which the feed was due; takes whether somebody asked for it, and when it ended. */
    private static final String WAS_DUE = "(not ?::boolean or t.next_fetch_at <= ?)";

    private final Lists database;

    FeedStates(Lists database) {
        this.database = database;
    }

    /** Begins to follow a feed: it is due at once. */
    void begin(UUID feed, String canonical, Duration interval, Instant now) {
        run(new Sql()
                .add(
                        "insert into feed_state (feed_id, host, interval_seconds, next_fetch_at) values (?, ?, ?, ?)"
                                + " returning 1",
                        feed,
                        host(canonical),
                        interval.toSeconds(),
                        now));
    }

    /** The feed is at another address now: nothing that is known of the old one holds, and whoever fetches that is late. */
    void readdress(UUID feed, String canonical, Duration interval, Instant now) {
        run(new Sql()
                .add(
                        "update feed_state set moved_to = null, host = ?, etag = null, last_modified = null,"
                                + " interval_seconds = ?, next_fetch_at = ?, failures_in_row = 0, error_code = null,"
                                + " error_detail = null, last_status = null, lease = null, leased_until = null"
                                + " where feed_id = ? returning 1",
                        host(canonical),
                        interval.toSeconds(),
                        now,
                        feed));
    }

    /** The feed is due at once, whatever was wrong with it. */
    void hasten(UUID feed, Instant now) {
        run(new Sql()
                .add(
                        "update feed_state set next_fetch_at = ?, failures_in_row = 0 where feed_id = ? returning 1",
                        now,
                        feed));
    }

    /** The feed has another interval from now on. */
    void setInterval(UUID feed, Duration interval, Instant now) {
        run(new Sql()
                .add(
                        "update feed_state set interval_seconds = ?, next_fetch_at = case when error_code is null"
                                // While it is leased no failure has set the time.
                                + " or lease is not null then least(next_fetch_at, ?) else next_fetch_at end"
                                + " where feed_id = ? returning 1",
                        interval.toSeconds(),
                        now.plus(interval),
                        feed));
    }

    /**
     * Leases what is due, the longest overdue first. Within a transaction: processes that claim at the same time take
     * turns, so that the fetches of a host are counted right. What is leased is due again after its interval, so that a feed
     * by which processes die does not come first for ever.
     */
    List<Lease> claimDue(int most, Instant now, Instant until) {
        run(new Sql().add("select 1 from pg_advisory_xact_lock(?)", CLAIMING));
        return database.query(
                new Sql()
                        .add(
                                "with running as (select host, count(*) as feeds from feed_state"
                                        + " where leased_until > ? group by host),"
                                        + " due as (select t.feed_id, t.next_fetch_at, coalesce(r.feeds, 0)"
                                        + " + row_number() over (partition by t.host order by t.next_fetch_at, t.feed_id)"
                                        + " as place from feed_state t join feed f on f.id = t.feed_id"
                                        + " left join running r on r.host = t.host"
                                        + " where f.enabled and t.next_fetch_at <= ?"
                                        + " and (t.leased_until is null or t.leased_until <= ?)),",
                                now,
                                now,
                                now)
                        // Materialised: what is locked must be found once, or more than the limit may be.
                        .add(
                                " taken as materialized (select s.feed_id, s.next_fetch_at from feed_state s"
                                        + " join due d on d.feed_id = s.feed_id where d.place <= ?"
                                        + " and (s.leased_until is null or s.leased_until <= ?)"
                                        + " order by d.next_fetch_at limit ? for update of s skip locked)",
                                MOST_OF_ONE_HOST,
                                now,
                                most)
                        .add(
                                " update feed_state t set lease = gen_random_uuid(), leased_until = ?,"
                                        + " next_fetch_at = greatest(t.next_fetch_at,"
                                        + " ?::timestamptz + make_interval(secs => t.interval_seconds))"
                                        + " from feed f, taken k where f.id = t.feed_id and k.feed_id = t.feed_id",
                                until,
                                now)
                        .add(LEASED + "k.next_fetch_at"),
                FeedStates::lease);
    }

    /** Leases a feed, due or not; empty where somebody fetches it, or there is no such feed. */
    List<Lease> claim(UUID feed, Instant now, Instant until) {
        return database.query(
                new Sql()
                        .add(
                                "update feed_state t set lease = gen_random_uuid(), leased_until = ? from feed f"
                                        + " where f.id = t.feed_id and t.feed_id = ?"
                                        + " and (t.leased_until is null or t.leased_until <= ?)",
                                until,
                                feed,
                                now)
                        .add(LEASED + "null::timestamptz"),
                FeedStates::lease);
    }

    /** Makes a lease last longer. */
    void renew(Lease lease, Instant until) {
        run(new Sql()
                .add(
                        "update feed_state set leased_until = ? where feed_id = ? and lease = ? returning 1",
                        until,
                        lease.feed(),
                        lease.token()));
    }

    /** Gives a lease back as if nothing had been done. */
    void release(Lease lease) {
        run(new Sql()
                .add(
                        "update feed_state set lease = null, leased_until = null,"
                                + " next_fetch_at = least(next_fetch_at, ?::timestamptz)"
                                + " where feed_id = ? and lease = ? returning 1",
                        lease.dueAt(),
                        lease.feed(),
                        lease.token()));
    }

    /**
     * Ends a lease after a fetch that went well. An interval that an editor has set meanwhile stays.
     *
     * @return whether the lease was still there
     */
    boolean end(Lease lease, Outcome.Read read, Duration interval, Instant due, Instant now) {
        String movedTo = read.movedTo() == null ? lease.movedTo() : read.movedTo();
        return run(new Sql()
                .add(
                        "update feed_state t set lease = null, leased_until = null, moved_to = ?, host = coalesce(?, host),"
                                + " etag = ?, last_modified = ?,"
                                + " last_fetch_at = ?, last_status = ?, error_code = null, error_detail = null,"
                                + " fetches = fetches + 1, not_modified = not_modified + ?, failures_in_row = 0,"
                                + " created = created + ?, existing = existing + ?, rejected = rejected + ?,",
                        movedTo,
                        read.movedTo() == null ? null : host(read.movedTo()),
                        read.etag(),
                        read.lastModified(),
                        now,
                        read.status(),
                        read.notModified() ? 1 : 0,
                        read.created(),
                        read.exists(),
                        read.rejected())
                .add(
                        " interval_seconds = case when " + PACE_CHANGED + " then interval_seconds else ? end,",
                        lease.interval().toSeconds(),
                        lease.intervalMinutes(),
                        interval.toSeconds())
                .add(next(lease, new Sql(), due)));
    }

    /**
     * Ends a lease after a fetch that failed. What was known of the last version stays, as it still is what was read. Where
     * somebody asked for a feed that is not due, it is due as before: who tries an address again and again makes nobody wait.
     *
     * @param due when it is due again
     * @param retryAt before which the server does not want to be asked again, whoever asked
     * @return whether the lease was still there
     */
    boolean end(Lease lease, Outcome.Failed failed, Instant due, @Nullable Instant retryAt, Instant now) {
        return run(new Sql()
                .add(
                        "update feed_state t set lease = null, leased_until = null, last_fetch_at = ?,"
                                + " last_status = ?, error_code = ?, error_detail = ?, fetches = fetches + 1,"
                                + " failures = failures + 1,",
                        now,
                        failed.status(),
                        failed.code(),
                        failed.detail())
                .add(
                        " failures_in_row = failures_in_row + case when " + WAS_DUE + " then 1 else 0 end,",
                        lease.byHand(),
                        now)
                .add(next(
                        lease,
                        new Sql()
                                .add(
                                        "when not " + WAS_DUE + " then greatest(next_fetch_at, ?::timestamptz)",
                                        lease.byHand(),
                                        now,
                                        retryAt),
                        due)));
    }

    /**
     * The end of what ends a lease: when the feed is due, unless an editor has set another interval meanwhile.
     *
     * @param other another case in which it is due at another time
     */
    private static Sql next(Lease lease, Sql other, Instant due) {
        return new Sql()
                .add(
                        " next_fetch_at = case when " + PACE_CHANGED + " then next_fetch_at ",
                        lease.interval().toSeconds(),
                        lease.intervalMinutes())
                .add(other)
                .add(
                        " else ?::timestamptz end"
                                + " from feed f where f.id = t.feed_id and t.feed_id = ? and t.lease = ? returning 1",
                        due,
                        lease.feed(),
                        lease.token());
    }

    /** Switches a feed off. */
    void switchOff(UUID feed, Instant now) {
        run(new Sql()
                .add(
                        "update feed set enabled = false, version = version + 1, updated_at = ?"
                                + " where id = ? and enabled returning 1",
                        now,
                        feed));
    }

    private boolean run(Sql statement) {
        return !database.query(statement, result -> true).isEmpty();
    }

    /** Host and port of an address, as far as it names them. */
    static String host(String url) {
        String host = URI.create(url).getRawAuthority();
        return host == null ? "" : host;
    }

    private static Lease lease(ResultSet row) throws SQLException {
        return new Lease(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                integer(row, 8),
                row.getString(9),
                row.getString(10),
                Duration.ofSeconds(row.getLong(11)),
                row.getInt(12),
                instant(row, 13));
    }

    private static @Nullable Instant instant(ResultSet row, int at) throws SQLException {
        OffsetDateTime time = row.getObject(at, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Integer integer(ResultSet row, int at) throws SQLException {
        return row.getObject(at, Integer.class);
    }
}
