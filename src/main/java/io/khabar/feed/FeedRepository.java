package io.khabar.feed;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Feeds in the database. */
@Singleton
class FeedRepository implements PanacheRepositoryBase<Feed, UUID> {

    private final Lists lists;

    FeedRepository(Lists lists) {
        this.lists = lists;
    }

    /** A page of the feeds that a filter lets through. */
    Page<FeedView> page(FeedFilter filter, Paging paging, Shown shown) {
        Select select = Select.from("feed", "f");
        FeedColumns.add(select, shown.fields().names());
        filter.conditions(select);
        return lists.page(select, paging, FeedView::of);
    }

    /** All feeds that a filter lets through, those of a section together. */
    List<FeedView> all(FeedFilter filter) {
        Select select = Select.from("feed", "f");
        FeedColumns.add(select, Set.of("url", "source", "section", "language", "intervalMinutes", "enabled"));
        filter.conditions(select);
        return lists.all(select, "f.section nulls first, f.created_at, f.id", FeedView::of);
    }

    /** One feed. */
    Optional<Stamped<FeedView>> view(UUID id, Shown shown) {
        Select select = Stamped.columns(Select.from("feed", "f"), "f");
        FeedColumns.add(select, shown.fields().names());
        return lists.first(select.where("f.id = ?", id), Stamped.reader(FeedView::of));
    }

    /** Whether there is such a feed. */
    boolean exists(UUID id) {
        return !lists.query(new Sql().add("select 1 from feed where id = ?", id), result -> true)
                .isEmpty();
    }

    /** The feed at a canonical address. */
    Optional<UUID> at(String canonical) {
        return lists
                .query(
                        new Sql().add("select id from feed where url_canonical = ?", canonical),
                        result -> result.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    /** The feed to change: locked until the end of the transaction, so that writers take turns. */
    Optional<Feed> forUpdate(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }
}
