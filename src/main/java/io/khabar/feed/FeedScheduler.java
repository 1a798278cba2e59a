package io.khabar.feed;

import io.khabar.http.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.jboss.logging.Logger;

/**
 * Fetches what is due. A timer looks from time to time; each worker takes one feed after the other for as long as any is
 * due. Any number of processes may do so on one database.
 */
@Singleton
class FeedScheduler {

    private static final Logger LOG = Logger.getLogger(FeedScheduler.class);

    /** How long it is waited for workers that were told to stop. */
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final FeedSettings settings;
    private final FeedLeaseService leases;
    private final FeedFetch fetch;
    private final Vertx vertx;
    private final Semaphore free;
    /** Platform threads: a feed is unpacked and read at one go, for which virtual ones would keep requests from running. */
    private final ThreadFactory threads =
            Thread.ofPlatform().name("feeds-", 1).daemon().factory();

    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    FeedScheduler(FeedSettings settings, FeedLeaseService leases, FeedFetch fetch, Vertx vertx) {
        this.settings = settings;
        this.leases = leases;
        this.fetch = fetch;
        this.vertx = vertx;
        this.free = new Semaphore(settings.concurrency());
    }

    void start(@Observes StartupEvent start) {
        if (settings.enabled()) {
            long poll = settings.poll().toMillis();
            vertx.setPeriodic(poll, poll, _ -> look());
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        // Whoever is interrupted gives its lease back, for which the database must still be there.
        workers.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + STOPPING.toNanos();
        try {
            for (Thread worker : workers) {
                worker.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        while (!stopping && free.tryAcquire()) {
            threads.newThread(this::work).start();
        }
    }

    private void work() {
        workers.add(Thread.currentThread());
        try {
            if (!stopping) {
                runDue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.warnf("Feeds were not fetched; it is tried again: %s", failed.getMessage());
        } finally {
            workers.remove(Thread.currentThread());
            free.release();
        }
    }

    /** Fetches feeds until none is due; the number of those. */
    int runDue() throws InterruptedException {
        int fetched = 0;
        for (Optional<Lease> lease = leases.due(); lease.isPresent(); lease = next()) {
            run(lease.get());
            fetched++;
        }
        return fetched;
    }

    private Optional<Lease> next() {
        return stopping ? Optional.empty() : leases.due();
    }

    private void run(Lease lease) throws InterruptedException {
        try {
            fetch.run(lease, true);
        } catch (ProblemException failed) {
            // Noted with the feed, where editors see it. Addresses may hold tokens: the id is enough.
            LOG.debugf("Feed %s: %s", lease.feed(), failed.detail());
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "Feed %s could not be imported", lease.feed());
        }
    }
}
