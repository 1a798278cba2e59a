package io.khabar.indexing;

import io.khabar.article.ArticleDocuments;
import io.khabar.change.ChangeBatch;
import io.khabar.change.ChangeLog;
import io.khabar.change.ChangePosition;
import io.khabar.change.ChangeSignal;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.search.ArticleIndex;
import io.khabar.search.DamagedIndexException;
import io.khabar.search.IndexStore;
import io.khabar.search.SearchEngine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the search index: opens it, has it follow the change log ({@link Following}), builds it anew where it must. One thread
 * does it, from the start of the service to its end; searches go on meanwhile.
 */
@Singleton
class Indexer {

    private static final Logger LOG = Logger.getLogger(Indexer.class);

    /** Nothing is announced of writes that pass by the service. */
    private static final Duration POLL = Duration.ofSeconds(1);
    /** While entries wait for an older transaction, whose end nobody may announce. */
    private static final Duration IMPATIENCE = Duration.ofMillis(100);
    /** When the database is away, or the disk is full; twice as long each time. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
    /** Who does not write looks no more often than that for what was written. */
    private static final Duration GLANCE = Duration.ofMillis(50);

    /** Of this process, where several share an index. */
    private enum Role {
        UNKNOWN,
        WRITER,
        WATCHER
    }

    private final SearchEngine engine;
    private final Turn turn;
    private final Following following;
    private final Building building;
    private final ChangeLog log;
    private final ChangeSignal signal;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** Whether an index is to be built though there is one. */
    private final AtomicBoolean wanted = new AtomicBoolean();

    private volatile Role role = Role.UNKNOWN;
    /** The turn in which the index was opened; 0 where it is to be opened anew. Of the indexing thread. */
    private long begun;

    private volatile @Nullable Thread follower;

    Indexer(
            SearchEngine engine,
            Turn turn,
            Following following,
            ArticleDocuments articles,
            ChangeLog log,
            ChangeSignal signal) {
        this.engine = engine;
        this.turn = turn;
        this.following = following;
        this.building = new Building(engine, following, articles, log);
        this.log = log;
        this.signal = signal;
    }

    /** Refuses to start where another process has the folder of the index. */
    void start(@Observes StartupEvent start) {
        try {
            engine.store().take();
        } catch (IOException failed) {
            LOG.warnf("The search index cannot be kept: %s; trying again", failed);
        }
        // Not a virtual thread: the engine waits inside of locks of its own, and this one is always there.
        follower = Thread.ofPlatform().name("search-indexer").daemon().start(this::run);
    }

    /** Ends while the database can still be asked. */
    void leave(@Observes ShutdownEvent ending) throws InterruptedException {
        stop.countDown();
        signal.raise();
        Thread running = follower;
        if (running != null) {
            // Not interrupted: that would close the files of the index under its writer.
            running.join(Duration.ofSeconds(10));
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        leave(new ShutdownEvent());
        turn.end();
        engine.close();
    }

    /**
     * Has the index built anew, beside the one that answers; where another process writes it, by that one. Where several may
     * write it the wish is written down, as whoever takes it may be killed before it is fulfilled.
     *
     * @throws ProblemException {@code search-unavailable} where it cannot be written down
     */
    void rebuild() {
        boolean shared = engine.store().isShared();
        boolean mine = !shared || role == Role.WRITER;
        if (shared && !(mine && engine.answering() == null)) {
            wish();
        }
        if (mine && building.progress() == null) {
            building.announce();
            wanted.set(true);
        }
    }

    private void wish() {
        try {
            engine.store().wish();
        } catch (IOException away) {
            LOG.warnf("The wish to build the search index anew was not written: %s", away.getMessage());
            throw new ProblemException(
                            ProblemCode.SEARCH_UNAVAILABLE,
                            "The search engine is not reached. What needs no search works.")
                    .header("Retry-After", "5");
        }
    }

    /** How far the building that runs is; null where none does. */
    SearchView.@Nullable Rebuild building() {
        return building.progress();
    }

    private void run() {
        Duration retry = RETRY;
        while (stop.getCount() > 0) {
            try {
                engine.store().take();
                if (isWriter()) {
                    write();
                } else {
                    watch();
                }
                engine.unreachable(false);
                retry = RETRY;
            } catch (Throwable failed) {
                // Errors too: where memory was short for some articles, there is enough for the next attempt.
                following.behind(true);
                engine.unreachable(failed instanceof IOException
                        || (failed instanceof ProblemException problem
                                && problem.code() == ProblemCode.SEARCH_UNAVAILABLE));
                // What was written into may be gone.
                begun = 0;
                LOG.errorf(failed, "The search index does not follow the database; trying again");
                pause(retry);
                retry = retry.multipliedBy(2).compareTo(LONGEST_RETRY) < 0 ? retry.multipliedBy(2) : LONGEST_RETRY;
            }
        }
    }

    /** Whether it is for this process to write the index. Where that changes, the index is opened anew. */
    private boolean isWriter() throws IOException, SQLException {
        if (!engine.store().isShared()) {
            return true;
        }
        boolean mine = turn.isMine(engine.store().name());
        Role now = mine ? Role.WRITER : Role.WATCHER;
        if (role != now || (mine && begun != turn.number())) {
            long number = turn.number();
            engine.store().turn(mine ? number : 0);
            if (mine && !opened()) {
                wanted.set(true);
            }
            begun = number;
            role = now;
            if (!mine) {
                // Whoever has the turn knows whether to build.
                wanted.set(false);
                building.renounce();
            }
        }
        return mine;
    }

    private void write() throws IOException, SQLException {
        boolean missing = false;
        if (engine.answering() == null) {
            // Before it is opened again.
            engine.discard();
            missing = !opened();
        }
        // Taken before it is done: a wish that comes behind the end of the building is another one.
        boolean wish = wanted.getAndSet(false);
        if (missing || wish || (engine.store().isShared() && engine.store().isWished())) {
            build(wish);
        }
        // Searches go on with what is there, while the database is away.
        ArticleIndex index = engine.answering();
        if (index != null) {
            long seen = signal.count();
            ChangeBatch batch = follow(index);
            if (!batch.more()) {
                await(seen, batch.waiting() ? IMPATIENCE : POLL);
            }
        }
    }

    private void build(boolean wish) throws IOException, SQLException {
        boolean answers = false;
        try {
            answers = building.build(this::goesOn);
        } finally {
            if (wish && !answers) {
                wanted.set(true);
            }
        }
    }

    /** Reads how far the process that writes is. */
    private void watch() throws IOException {
        long seen = signal.count();
        Optional<ChangePosition> noted = following.noted();
        if (noted.isPresent()) {
            if (engine.answering() == null) {
                engine.open();
            }
            engine.follows(noted.get());
        }
        following.look();
        boolean behind = engine.position().compareTo(log.last()) < 0;
        following.behind(behind);
        pause(GLANCE);
        await(seen, behind ? IMPATIENCE : POLL);
    }

    private void pause(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        while (stop.getCount() > 0 && System.nanoTime() < end) {
            await(signal.count(), IMPATIENCE);
        }
    }

    private void await(long seen, Duration wait) {
        try {
            signal.await(seen, wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the index on the disk; false where there is none of this database that can be read. */
    private boolean opened() throws IOException {
        Optional<ChangePosition> noted = following.noted();
        if (noted.isEmpty()) {
            return false;
        }
        try {
            engine.open();
        } catch (RuntimeException damaged) {
            LOG.warnf(damaged, "The search index cannot be read, and is built anew");
            return false;
        }
        engine.follows(noted.get());
        return true;
    }

    /** Whether to go on with what takes long: until the service stops or the turn ends. */
    private boolean goesOn() throws IOException, SQLException {
        IndexStore store = engine.store();
        if (store.isShared() && !(turn.isMine(store.name()) && turn.number() == begun)) {
            throw new IOException("the turn to write the search index is over");
        }
        return stop.getCount() > 0;
    }

    /** Writes the next changes into the index that answers. */
    private ChangeBatch follow(ArticleIndex index) throws IOException {
        try {
            return following.next(index);
        } catch (DamagedIndexException damage) {
            engine.lose(index, damage);
            return new ChangeBatch(List.of(), engine.position(), true, false);
        } catch (ProblemException expired) {
            if (expired.code() != ProblemCode.CHANGES_EXPIRED) {
                throw expired;
            }
            LOG.infof("The search index is built anew: %s", expired.detail());
            wanted.set(true);
            return new ChangeBatch(List.of(), engine.position(), true, false);
        }
    }
}
