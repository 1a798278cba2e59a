package io.khabar.feed;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Renews leases for as long as their fetches run. By time, not as articles are stored: a large feed is read for long before
 * the first of them, and one whose articles are all there brings none.
 */
final class LeaseRenewals implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LeaseRenewals.class);

    private final FeedLeaseService leases;
    private final Duration every;
    private final ScheduledThreadPoolExecutor timer;

    LeaseRenewals(FeedLeaseService leases, Duration every) {
        this.leases = leases;
        this.every = every;
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("feed-leases").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Renews a lease until what is returned is cancelled, without interrupting: the database is in use then. */
    Future<?> keep(Lease lease) {
        return timer.scheduleWithFixedDelay(() -> renew(lease), every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void renew(Lease lease) {
        try {
            leases.renew(lease);
        } catch (RuntimeException failed) {
            // A lease outlasts some renewals: the next may do better.
            LOG.warnf("The lease of feed %s was not renewed: %s", lease.feed(), failed.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
