package io.khabar.feed;

import io.khabar.http.WebAddress;
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Feeds that have moved for good. What is followed once by its address is to be fetched once, too, where addresses turn out
 * to be those of one feed.
 */
@Singleton
class FeedMoves {

    private final Lists database;
    private final FeedStates states;

    FeedMoves(Lists database, FeedStates states) {
        this.database = database;
        this.states = states;
    }

    /**
     * Switches a feed off, and says so, where another one is followed at the address that it has moved to, or has moved
     * there, too, and was followed first. One that is switched off itself keeps no other from being fetched.
     *
     * @param movedTo null where it has not moved
     */
    void leaveToOther(UUID feed, @Nullable String movedTo, Instant now) {
        if (movedTo == null) {
            return;
        }
        database.query(
                        new Sql()
                                .add(
                                        "select o.id from feed f join feed o on o.id <> f.id and o.enabled"
                                                + " join feed_state s on s.feed_id = o.id where f.id = ?"
                                                + " and ((o.url_canonical = ? and (s.moved_to is null or s.moved_to = ?))"
                                                + " or (s.moved_to = ? and (o.created_at, o.id) < (f.created_at, f.id)))"
                                                + " order by o.created_at, o.id limit 1",
                                        feed,
                                        canonical(movedTo),
                                        movedTo,
                                        movedTo),
                        row -> row.getObject(1, UUID.class))
                .forEach(other -> leave(feed, other, now));
    }

    /**
     * A feed that has moved for good to an address and is fetched there.
     *
     * @param canonical the canonical form of the address
     * @param except a feed that may have moved there
     */
    Optional<UUID> movedTo(String canonical, UUID except) {
        record Moved(UUID feed, String to) {}
        return database
                .query(
                        new Sql()
                                .add(
                                        "select f.id, s.moved_to from feed f join feed_state s on s.feed_id = f.id"
                                                + " where s.moved_to is not null and s.host = ? and f.enabled and f.id <> ?"
                                                + " order by f.created_at, f.id",
                                        FeedStates.host(canonical),
                                        except),
                        row -> new Moved(row.getObject(1, UUID.class), row.getString(2)))
                .stream()
                // What is kept is the address that is asked, not its canonical form.
                .filter(moved -> canonical(moved.to()).equals(canonical))
                .map(Moved::feed)
                .findFirst();
    }

    private void leave(UUID feed, UUID other, Instant now) {
        database.query(
                new Sql()
                        .add(
                                "update feed_state set error_code = 'already-followed', error_detail = ?"
                                        + " where feed_id = ? returning 1",
                                "It has moved for good to where the feed `" + other
                                        + "` is followed. It is not fetched any more.",
                                feed),
                row -> true);
        states.switchOff(feed, now);
    }

    private static String canonical(String url) {
        try {
            return new WebAddress(url).canonical();
        } catch (IllegalArgumentException longerThanAnyFeedHas) {
            return url;
        }
    }
}
