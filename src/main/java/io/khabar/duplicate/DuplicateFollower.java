package io.khabar.duplicate;

import io.khabar.change.BulkWrites;
import io.khabar.change.ChangeSignal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks for duplicates whenever something was written, from the start of the service to its end. */
@Singleton
class DuplicateFollower {

    private static final Logger LOG = Logger.getLogger(DuplicateFollower.class);

    /** Nothing is announced of writes that pass by the service. */
    private static final Duration POLL = Duration.ofSeconds(1);
    /** While entries wait for an older transaction, whose end nobody may announce; or another process is at work. */
    private static final Duration IMPATIENCE = Duration.ofMillis(100);
    /** When the database is away. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private static final Duration LEAVING = Duration.ofSeconds(3);

    private final DuplicateService duplicates;
    private final ChangeSignal signal;
    private final BulkWrites bulk;
    private final DuplicateSettings settings;

    private volatile boolean stopped;
    private volatile @Nullable Thread follower;

    DuplicateFollower(DuplicateService duplicates, ChangeSignal signal, BulkWrites bulk, DuplicateSettings settings) {
        this.duplicates = duplicates;
        this.signal = signal;
        this.bulk = bulk;
        this.settings = settings;
    }

    void start(@Observes StartupEvent start) {
        if (settings.enabled()) {
            follower = Thread.ofVirtual().name("duplicates-follower").start(this::run);
        }
    }

    /** Ends while the database can still be asked. Interrupted is only who takes long: that closes the connection. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopped = true;
        Thread running = follower;
        if (running != null) {
            signal.raise();
            if (!running.join(LEAVING)) {
                running.interrupt();
                running.join(LEAVING);
            }
        }
    }

    private void run() {
        CarefulSteps steps = new CarefulSteps(duplicates);
        while (!stopped) {
            try {
                long seen = signal.count();
                long step = System.nanoTime();
                switch (steps.next()) {
                    case MORE -> bulk.makeWay(step);
                    case NOTHING -> signal.await(seen, POLL);
                    case WAIT -> signal.await(seen, IMPATIENCE);
                    // Its own attempt raises the signal, which is not waited for.
                    case OTHERS -> LockSupport.parkNanos(IMPATIENCE.toNanos());
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable failed) {
                // Errors too: where memory was short for one text, there is enough for the next attempt.
                if (stopped) {
                    return;
                }
                LOG.errorf(failed, "Duplicates are not looked for; trying again");
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }
}
