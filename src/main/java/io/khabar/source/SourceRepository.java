package io.khabar.source;

import io.khabar.http.Fault;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.language.Folding;
import io.khabar.list.Lists;
import io.khabar.list.Page;
import io.khabar.list.Paging;
import io.khabar.list.Select;
import io.khabar.list.Shown;
import io.khabar.list.Sql;
import io.khabar.list.Stamped;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sources in the database. */
@Singleton
public class SourceRepository implements PanacheRepositoryBase<Source, UUID> {

    private final Lists lists;

    SourceRepository(Lists lists) {
        this.lists = lists;
    }

    /** A page of the sources that a filter lets through. */
    Page<SourceView> page(SourceFilter filter, Paging paging, Shown shown) {
        Select select = Select.from("source", "s");
        SourceColumns.add(select, shown.fields().names(), "");
        filter.conditions(select);
        return lists.page(select, paging, SourceView::of);
    }

    /** One source. */
    Optional<Stamped<SourceView>> view(SourceReference reference, Shown shown) {
        Select select = Stamped.columns(Select.from("source", "s"), "s");
        SourceColumns.add(select, shown.fields().names(), "");
        if (shown.fields().has("stats")) {
            select.join("cross join lateral (select count(*) as articles,"
                    + " min(a.published_earliest) as first, max(a.published_earliest) as last"
                    + " from article a where a.source_id = s.id) stats");
            select.column("stats.articles", "stats.articles")
                    .column("stats.first", "stats.first")
                    .column("stats.last", "stats.last");
        }
        return lists.first(named(select, reference), Stamped.reader(SourceView::of));
    }

    private static Select named(Select select, SourceReference reference) {
        return select.where(reference.id() != null ? "s.id = ?" : "s.key = ?", reference.value());
    }

    /** Whether there is such a source. */
    boolean exists(SourceReference reference) {
        return resolve(reference).isPresent();
    }

    /**
     * The source that is meant, if there is one; none where id and key are those of different sources. A key that is nobody's
     * may be one that the source had when it was read.
     */
    public Optional<KnownSource> resolve(SourceReference reference) {
        String column = reference.id() != null ? "id" : "key";
        Sql named = new Sql().add("select id, time_zone from source where " + column + " = ?", reference.value());
        if (reference.id() != null && reference.key() != null) {
            named.add(
                    " and not exists (select 1 from source other where other.key = ? and other.id <> ?)",
                    reference.key(),
                    reference.value());
        }
        return lists
                .query(named, result -> new KnownSource(result.getObject(1, UUID.class), zone(result.getString(2))))
                .stream()
                .findFirst();
    }

    /**
     * The source that a body means.
     *
     * @throws ProblemException {@code unknown-source} where there is none; {@code invalid-request} where the key is another's
     */
    public KnownSource named(SourceReference reference) {
        return resolve(reference).orElseThrow(() -> {
            boolean contradictory = reference.key() != null
                    && reference.id() != null
                    && resolve(reference.alone()).isPresent();
            return contradictory
                    ? keyOfAnother()
                    : ProblemException.of(
                            ProblemCode.UNKNOWN_SOURCE,
                            Fault.pointer(
                                    "/source",
                                    "unknown-source",
                                    "names no source: there is no `" + reference.text() + "`"));
        });
    }

    /** What is wrong with a body in which a source has one's id and another key. */
    public static ProblemException keyOfAnother() {
        return ProblemException.of(
                ProblemCode.INVALID_REQUEST,
                Fault.pointer("/source/key", "mismatch", "is the key of another source than `id`"));
    }

    private static ZoneId zone(@Nullable String name) {
        return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    }

    /** The source to change: locked until the end of the transaction, so that writers take turns. */
    Optional<Source> forUpdate(SourceReference reference) {
        return (reference.id() != null ? find("id", reference.id()) : find("key", reference.key()))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Files the keys and aliases of a source; those that another source has break the constraint. */
    void file(Source source) {
        getEntityManager()
                .createNativeQuery("delete from source_handle where source_id = ? and handle <> all(?)")
                .setParameter(1, source.id)
                .setParameter(2, source.handles().toArray(String[]::new))
                .executeUpdate();
        getEntityManager()
                .createNativeQuery("insert into source_handle (handle, source_id) select h, ? from unnest(?) as h"
                        + " where not exists (select from source_handle where handle = h and source_id = ?)"
                        // In one order, so that two writers of the same aliases wait for each other and do not
                        // deadlock.
                        + " order by h")
                .setParameter(1, source.id)
                .setParameter(2, source.handles().toArray(String[]::new))
                .setParameter(3, source.id)
                .executeUpdate();
    }

    /** Those of some folded keys and aliases that a source other than the given one has. */
    Set<String> taken(Collection<String> handles, UUID except) {
        return Set.copyOf(lists.query(
                new Sql()
                        .add(
                                "select handle from source_handle where handle = any(?) and source_id <> ?",
                                handles,
                                except),
                result -> result.getString(1)));
    }

    /**
     * The sources that have a key, an alias or a name, however its letters are written: those that have it as a key or alias
     * before those that have it as a name, the oldest first. Who has an alias as {@link #file} would file it is among them.
     */
    public List<UUID> called(String name) {
        return lists.query(
                new Sql()
                        .add(
                                "select id from (select source_id as id, 1 as place from source_handle where handle = any(?)"
                                        + " union all select id, 2 from source where name_folded = ?) as called"
                                        + " order by place, id",
                                Source.handles(name),
                                Folding.fold(name)),
                result -> result.getObject(1, UUID.class));
    }

    /** The sources whose homepage is the front page of a domain, with or without {@code www.}, the oldest first. */
    public List<UUID> at(String domain) {
        String[] addresses = Stream.of("https://", "https://www.", "http://", "http://www.")
                .map(prefix -> prefix + domain)
                .flatMap(address -> Stream.of(address, address + "/"))
                .toArray(String[]::new);
        return lists.query(
                new Sql().add("select id from source where lower(homepage) = any(?) order by id", (Object) addresses),
                result -> result.getObject(1, UUID.class));
    }
}
