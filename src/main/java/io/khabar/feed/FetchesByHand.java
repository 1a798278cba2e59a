package io.khabar.feed;

import io.khabar.imports.ImportReport;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Fetches that somebody asks for: few at a time, and on platform threads, as a feed is unpacked and read at one go, for
 * which virtual ones would keep the requests of others from running.
 */
@Singleton
class FetchesByHand {

    /** Fetches at one time. */
    static final int MOST = 4;

    private final FeedFetch fetch;
    private final FeedLeaseService leases;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            MOST,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("feeds-by-hand-", 1).daemon().factory());

    FetchesByHand(FeedFetch fetch, FeedLeaseService leases) {
        this.fetch = fetch;
        this.leases = leases;
    }

    /**
     * Fetches all of a feed and ends its lease, as {@link FeedFetch#run} does.
     *
     * @return empty where as many run as may; the lease is given back then
     */
    Optional<ImportReport> run(Lease lease) throws InterruptedException {
        Future<ImportReport> running;
        try {
            running = threads.submit(() -> fetch.run(lease, false));
        } catch (RejectedExecutionException full) {
            leases.release(lease);
            return Optional.empty();
        }
        try {
            return Optional.of(running.get());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } finally {
            // Where nobody waits for it any more.
            running.cancel(true);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
