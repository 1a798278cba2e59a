package io.khabar.change;

import io.khabar.change.Change.Entity;
import io.khabar.change.ChangeBatch.Entry;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads the log, and deletes what is older than it is kept. */
@Singleton
public class ChangeLog {

    private static final Logger LOG = Logger.getLogger(ChangeLog.class);

    /** Everything below is over: no entry can appear there any more. */
    private static final String HORIZON = "pg_snapshot_xmin(pg_current_snapshot())";

    /** Every transaction that this server has begun, as far as its entries can be seen, is below. */
    private static final String FUTURE = "pg_snapshot_xmax(pg_current_snapshot())";

    /**
     * Whether entries wait is asked of the last one: where the server has no statistics yet, as in the first minute of a
     * large import, it reads the whole log to find that none is above the horizon.
     */
    private static final String STATE = """
            with state as materialized (
                select k.transaction::text::bigint as kept_transaction, k.number as kept_number, HORIZON as horizon,
                    coalesce(
                        (select w.transaction from change w order by w.transaction desc, w.number desc limit 1) >= HORIZON,
                        false) as waiting
                from change_kept k)
            """.replace("HORIZON", HORIZON);

    /** A transaction holds the horizon back while it runs, so that readers wait for it: this many take some 20 ms. */
    private static final int DELETED_AT_ONCE = 2_000;

    /** A prefix of the log goes: what stands behind a younger entry stays with it, so that one place says what is gone. */
    private static final String PURGE =
            """
            with held as materialized (select 1 from change_kept for update skip locked),
            oldest as materialized (
                select c.transaction, c.number, c.time from held, change c where c.transaction < HORIZON
                order by c.transaction, c.number limit MOST),
            kept as (
                select transaction, number from oldest where time >= now() - ? * interval '1 second'
                order by transaction, number limit 1),
            gone as (
                delete from change c using oldest o
                where c.transaction = o.transaction and c.number = o.number and not exists (
                    select from kept k where (o.transaction, o.number) >= (k.transaction, k.number))
                returning c.transaction, c.number)
            update change_kept set (transaction, number) =
                (select transaction, number from gone order by transaction desc, number desc limit 1)
            where exists (select from gone)
            returning (select count(*) from gone)
            """.replace("HORIZON", HORIZON).replace("MOST", Integer.toString(DELETED_AT_ONCE));

    private static final String BEGIN_ANEW = """
            with strange as materialized (
                select from change where transaction >= FUTURE
                union all select from change_kept where transaction >= FUTURE),
            gone as (delete from change where exists (select from strange))
            update change_kept set (transaction, number) = (FUTURE, 0) where exists (select from strange)
            returning true
            """.replace("FUTURE", FUTURE);

    private final Lists database;
    private final ChangeSettings settings;

    ChangeLog(Lists database, ChangeSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * Reads on from a place.
     *
     * @param after where to go on; {@link ChangePosition#START} for the first entry that is kept
     * @param entities what is of interest; at least one
     * @param limit most entries
     * @throws ProblemException {@code changes-expired} where entries behind the place are not kept any more
     */
    public ChangeBatch read(ChangePosition after, Set<Entity> entities, int limit) {
        List<ChangeBatch> state = new ArrayList<>(1);
        List<Entry> entries = new ArrayList<>();
        // The state comes with every row, and in a row of its own where there are none.
        database.query(statement(after, entities, limit), row -> {
            if (state.isEmpty()) {
                state.add(atEnd(row, after));
            }
            long transaction = row.getLong(5);
            if (!row.wasNull()) {
                entries.add(entry(transaction, row));
            }
            return transaction;
        });
        ChangeBatch atEnd = state.getFirst();
        if (entries.size() <= limit) {
            return new ChangeBatch(List.copyOf(entries), atEnd.end(), false, atEnd.waiting());
        }
        entries.removeLast();
        return new ChangeBatch(List.copyOf(entries), entries.getLast().position(), true, atEnd.waiting());
    }

    static Sql statement(ChangePosition after, Set<Entity> entities, int limit) {
        Sql sql = new Sql()
                .add(STATE)
                .add("select s.kept_transaction, s.kept_number, s.horizon::text::bigint, s.waiting,"
                        + " c.transaction::text::bigint, c.number, c.entity, c.id, c.version, c.kind, c.time"
                        + " from state s left join lateral (");
        if (entities.size() == Entity.values().length) {
            sql.add(entries("true", after, limit));
        } else {
            // Each is read from its index up to the limit; a list of them in one condition would be sorted as a whole.
            sql.add("select * from (");
            String joint = "";
            for (Entity entity : entities) {
                sql.add(joint + "(")
                        .add(entries("l.entity = '" + entity.word() + "'", after, limit))
                        .add(")");
                joint = " union all ";
            }
            sql.add(") chosen order by transaction, number limit ?", limit + 1);
        }
        return sql.add(") c on true order by c.transaction, c.number");
    }

    private static Sql entries(String condition, ChangePosition after, int limit) {
        // One more than asked for tells whether there are more.
        return new Sql()
                .add(
                        "select l.* from change l where " + condition
                                + " and (l.transaction, l.number) > (?::xid8, ?) and l.transaction < s.horizon"
                                + " order by l.transaction, l.number limit ?",
                        Long.toString(after.transaction()),
                        after.number(),
                        limit + 1);
    }

    private ChangeBatch atEnd(ResultSet row, ChangePosition after) throws SQLException {
        ChangePosition kept = new ChangePosition(row.getLong(1), row.getLong(2));
        long horizon = row.getLong(3);
        // A place in the future was given out by a server whose data were set back, or were carried here.
        boolean strange = after.transaction() > horizon;
        if (strange || (after.compareTo(kept) < 0 && !after.equals(ChangePosition.START))) {
            throw expired();
        }
        return new ChangeBatch(List.of(), new ChangePosition(horizon, 0), false, row.getBoolean(4));
    }

    private static Entry entry(long transaction, ResultSet row) throws SQLException {
        return new Entry(
                new ChangePosition(transaction, row.getLong(6)),
                new Change(
                        Entity.of(row.getString(7)),
                        row.getObject(8, UUID.class),
                        row.getLong(9),
                        Change.Kind.of(row.getString(10)),
                        row.getObject(11, OffsetDateTime.class).toInstant()));
    }

    /** The place behind the last write that is committed, though it may not be readable yet. */
    public ChangePosition last() {
        return database
                .query(
                        new Sql()
                                .add("select transaction::text::bigint, number from change"
                                        + " order by transaction desc, number desc limit 1"),
                        row -> new ChangePosition(row.getLong(1), row.getLong(2)))
                .stream()
                .findFirst()
                .orElse(ChangePosition.START);
    }

    /** The place behind everything that can be read now. What is written from now on stands behind it. */
    public ChangePosition end() {
        return new ChangePosition(
                database.query(new Sql().add("select " + HORIZON + "::text::bigint"), row -> row.getLong(1))
                        .getFirst(),
                0);
    }

    private ProblemException expired() {
        return new ProblemException(
                ProblemCode.CHANGES_EXPIRED,
                "Entries behind this place are gone; they are kept for "
                        + settings.retention().toDays()
                        + " days. Take a new place with `after=now`, read the lists again, then go on from there.");
    }

    /**
     * Deletes what is older than it is kept. Of several services one does it, the others have nothing to do.
     *
     * @return how many entries are gone
     */
    long purge() {
        long gone = 0;
        long last;
        do {
            last =
                    database
                            .query(new Sql().add(PURGE, settings.retention().toSeconds()), row -> row.getLong(1))
                            .stream()
                            .findFirst()
                            .orElse(0L);
            gone += last;
        } while (last == DELETED_AT_ONCE);
        return gone;
    }

    /**
     * Begins a new log where a dump of another server was restored, whose transactions were counted apart from this
     * one's: its entries would stand in no order with those to come. Places in the old log are told that it is gone.
     */
    void beginAnewAfterRestore(@Observes @Priority(1) StartupEvent start) {
        beginAnewAfterRestore();
    }

    boolean beginAnewAfterRestore() {
        boolean anew = !database.query(new Sql().add(BEGIN_ANEW), row -> row.getBoolean(1))
                .isEmpty();
        if (anew) {
            LOG.warn(
                    "The change log came from another database server, so a new one begins. Who follows it is told to read everything again.");
        }
        return anew;
    }
}
