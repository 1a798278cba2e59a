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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
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
    private final CountDownLatch stop = new CountDownLatch(1);

    /** The index that is complete; of the thread that follows. */
    private @Nullable ArticleIndex current;

    private volatile ChangePosition position = ChangePosition.START;
    private volatile long built;
    private volatile @Nullable Thread follower;

    Indexer(SearchEngine engine, ArticleDocuments articles, ChangeLog log, ChangeSignal signal) {
        this.engine = engine;
        this.articles = articles;
        this.log = log;
        this.signal = signal;
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

    /** How far the index follows the log. */
    ChangePosition position() {
        return position;
    }

    /** Articles written by the building that runs; 0 where none runs. */
    long built() {
        return built;
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                // Searches go on with what is there, while the database is away.
                ArticleIndex index = current;
                follow(index == null ? opened() : index);
            } catch (IOException | RuntimeException failed) {
                LOG.errorf(failed, "The search index does not follow the database; trying again");
                pause(RETRY);
            }
        }
    }

    private void pause(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        try {
            while (stop.getCount() > 0 && System.nanoTime() < end) {
                signal.await(signal.count(), IMPATIENCE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private ArticleIndex opened() throws IOException {
        String database = articles.database();
        Optional<ChangePosition> noted = engine.note()
                .map(note -> note.split("\n", -1))
                .filter(lines -> lines.length == 2 && lines[0].equals(database))
                .map(lines -> ChangePosition.decode(lines[1]));
        if (noted.isPresent()) {
            position = noted.get();
            try {
                ArticleIndex index = engine.open(false);
                // Reads what was written last: a damaged index says so.
                index.documents();
                engine.completed();
                current = index;
                return index;
            } catch (RuntimeException damaged) {
                LOG.warnf(damaged, "The search index cannot be read, and is built anew");
                engine.close();
            }
        }
        return build();
    }

    /** All articles; what is written meanwhile stands behind the place from which the log is followed then. */
    private ArticleIndex build() throws IOException {
        ChangePosition begin = log.end();
        long all = articles.count();
        long since = System.nanoTime();
        long written = 0;
        ArticleIndex index = engine.open(true);
        UUID last = FIRST;
        for (List<UUID> ids = articles.idsAfter(last, AT_ONCE);
                !ids.isEmpty() && stop.getCount() > 0;
                ids = articles.idsAfter(last, AT_ONCE)) {
            index.write(articles.read(ids, engine.languages()), List.of());
            last = ids.getLast();
            written += ids.size();
            built = written;
            engine.progress(written + " of about " + all + " articles are in it.");
        }
        if (stop.getCount() > 0) {
            position = begin;
            note();
            engine.completed();
            current = index;
            LOG.infof("Built the search index: %d articles in %d ms", written, (System.nanoTime() - since) / 1_000_000);
        }
        built = 0;
        return index;
    }

    private void note() throws IOException {
        engine.note(articles.database() + "\n" + position.encode());
    }

    private void follow(ArticleIndex index) throws IOException {
        while (stop.getCount() > 0) {
            long seen = signal.count();
            ChangeBatch batch;
            try {
                batch = log.read(position, FOLLOWED, AT_ONCE);
            } catch (ProblemException expired) {
                LOG.infof("The search index is built anew: %s", expired.detail());
                current = null;
                index = build();
                continue;
            }
            if (!batch.entries().isEmpty()) {
                write(index, batch);
            }
            boolean moved = !batch.entries().isEmpty();
            position = batch.end();
            if (moved) {
                note();
            }
            if (!batch.more()) {
                await(seen, batch.waiting() ? IMPATIENCE : POLL);
            }
        }
    }

    private void await(long seen, Duration wait) {
        try {
            signal.await(seen, wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(ArticleIndex index, ChangeBatch batch) {
        List<UUID> ids = batch.entries().stream()
                .map(entry -> entry.change().id())
                .distinct()
                .toList();
        List<IndexedArticle> changed = articles.read(ids, engine.languages());
        Set<UUID> there = changed.stream().map(IndexedArticle::id).collect(java.util.stream.Collectors.toSet());
        index.write(changed, ids.stream().filter(id -> !there.contains(id)).toList());
    }
}
