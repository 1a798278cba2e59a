package io.khabar.indexing;

import io.khabar.article.ArticleDocuments;
import io.khabar.change.Change;
import io.khabar.change.ChangeBatch;
import io.khabar.change.ChangeLog;
import io.khabar.change.ChangePosition;
import io.khabar.change.ChangeSignal;
import io.khabar.http.ProblemException;
import io.khabar.search.ArticleIndex;
import io.khabar.search.IndexedArticle;
import io.khabar.search.SearchEngine;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the change log and writes what it names into the index, as it is in the database by then: so an entry that is
 * read twice, or late, does no harm. One thread does it, from the start of the service to its end; searches go on
 * meanwhile.
 */
@Singleton
class Indexer {

    private static final Logger LOG = Logger.getLogger(Indexer.class);

    /** Of an article's dates each write raises its version, which is a change of the article. */
    private static final Set<Change.Entity> FOLLOWED = Set.of(Change.Entity.ARTICLE);

    private static final int AT_ONCE = 250;
    /** A line in the log about a building that takes long. */
    private static final int TOLD_EVERY = 50_000;

    /** Nothing is announced of writes that pass by the service. */
    private static final Duration POLL = Duration.ofSeconds(1);
    /** While entries wait for an older transaction, whose end nobody may announce. */
    private static final Duration IMPATIENCE = Duration.ofMillis(100);
    /** When the database is away, or the disk is full. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private static final UUID FIRST = new UUID(0, 0);

    private final SearchEngine engine;
    private final ArticleDocuments articles;
    private final ChangeLog log;
    private final ChangeSignal signal;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** Whether an index is to be built though there is one. */
    private final AtomicBoolean wanted = new AtomicBoolean();

    private volatile SearchView.@Nullable Rebuild building;
    private volatile @Nullable Instant behindSince;
    private volatile @Nullable Thread follower;

    Indexer(SearchEngine engine, ArticleDocuments articles, ChangeLog log, ChangeSignal signal, Clock clock) {
        this.engine = engine;
        this.articles = articles;
        this.log = log;
        this.signal = signal;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        // Not a virtual thread: the engine waits inside of locks of its own, and this one is always there.
        follower = Thread.ofPlatform().name("search-indexer").daemon().start(this::run);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stop.countDown();
        Thread running = follower;
        if (running != null) {
            // Not interrupted: that would close the files of the index under its writer.
            running.join(Duration.ofSeconds(10));
        }
        engine.close();
    }

    /** Has the index built anew, beside the one that answers. */
    void rebuild() {
        if (!wanted.get()) {
            building = new SearchView.Rebuild(0, articles.count());
        }
        wanted.set(true);
    }

    /** How far the building that runs is; null where none does. */
    SearchView.@Nullable Rebuild building() {
        return building;
    }

    /** How long the oldest change that searches do not see has waited, as far as this thread knows. */
    Duration lag() {
        Instant since = behindSince;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                if ((engine.answering() == null && !opened()) || wanted.get()) {
                    build();
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
            } catch (IOException | RuntimeException failed) {
                if (behindSince == null) {
                    behindSince = clock.instant();
                }
                LOG.errorf(failed, "The search index does not follow the database; trying again");
                pause(RETRY);
            }
        }
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
        String database = articles.database();
        Optional<ChangePosition> noted = engine.note()
                .map(note -> note.split("\n", -1))
                .filter(lines -> lines.length == 2 && lines[0].equals(database))
                .map(lines -> ChangePosition.decode(lines[1]));
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

    /** All articles, and what was written meanwhile; then the new index answers. */
    private void build() throws IOException {
        ChangePosition begin = log.end();
        long all = articles.count();
        long since = System.nanoTime();
        ArticleIndex fresh = engine.begin();
        boolean answers = false;
        try {
            long written = fill(fresh, all);
            if (stop.getCount() > 0) {
                ChangeBatch last;
                ChangePosition reached = begin;
                do {
                    last = write(fresh, reached);
                    reached = last.end();
                } while (last.more());
                engine.replace(fresh, note(reached));
                answers = true;
                engine.follows(reached);
                wanted.set(false);
                LOG.infof(
                        "Built the search index: %d articles in %d ms",
                        written, (System.nanoTime() - since) / 1_000_000);
            }
        } finally {
            building = null;
            if (!answers) {
                fresh.close();
            }
        }
    }

    private long fill(ArticleIndex fresh, long all) throws IOException {
        long written = 0;
        UUID last = FIRST;
        for (List<UUID> ids = articles.idsAfter(last, AT_ONCE);
                !ids.isEmpty() && stop.getCount() > 0;
                ids = articles.idsAfter(last, AT_ONCE)) {
            fresh.write(articles.read(ids, engine.languages()), List.of());
            last = ids.getLast();
            written += ids.size();
            building = new SearchView.Rebuild(written, Math.max(all, written));
            engine.progress(written + " of about " + all + " articles are in it.");
            if (written % TOLD_EVERY == 0) {
                LOG.infof("Building the search index: %d of about %d articles", written, all);
            }
            ArticleIndex answering = engine.answering();
            if (answering != null) {
                follow(answering);
            }
        }
        return written;
    }

    private String note(ChangePosition position) {
        return articles.database() + "\n" + position.encode();
    }

    /** Writes the next changes into the index that answers. */
    private ChangeBatch follow(ArticleIndex index) throws IOException {
        ChangeBatch batch;
        try {
            batch = write(index, engine.position());
        } catch (ProblemException expired) {
            LOG.infof("The search index is built anew: %s", expired.detail());
            wanted.set(true);
            return new ChangeBatch(List.of(), engine.position(), true, false);
        }
        engine.follows(batch.end());
        if (!batch.entries().isEmpty()) {
            engine.note(note(batch.end()));
        }
        if (!batch.more()) {
            behindSince = null;
        }
        return batch;
    }

    private ChangeBatch write(ArticleIndex index, ChangePosition after) {
        ChangeBatch batch = log.read(after, FOLLOWED, AT_ONCE);
        if (!batch.entries().isEmpty()) {
            behindSince = batch.entries().getFirst().change().time();
            List<UUID> ids = batch.entries().stream()
                    .map(entry -> entry.change().id())
                    .distinct()
                    .toList();
            List<IndexedArticle> changed = articles.read(ids, engine.languages());
            Set<UUID> there = changed.stream().map(IndexedArticle::id).collect(Collectors.toSet());
            index.write(changed, ids.stream().filter(id -> !there.contains(id)).toList());
        }
        return batch;
    }
}
