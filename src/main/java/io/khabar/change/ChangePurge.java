package io.khabar.change;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Deletes once an hour what is older than it is kept. A timer and no scheduler: of several services one does the work,
 * whichever comes first, and an hour that is left out is made up by the next.
 */
@Singleton
class ChangePurge {

    private static final Logger LOG = Logger.getLogger(ChangePurge.class);

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final ChangeLog log;
    private final Vertx vertx;

    ChangePurge(ChangeLog log, Vertx vertx) {
        this.log = log;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(FIRST.toMillis(), EVERY.toMillis(), _ -> Thread.ofVirtual()
                .name("changes-purge")
                .start(this::purge));
    }

    private void purge() {
        try {
            long gone = log.purge();
            if (gone > 0) {
                LOG.infof("%d changes are not kept any more", gone);
            }
        } catch (RuntimeException failed) {
            LOG.warnf("Old changes were not deleted; the next hour tries again: %s", failed.getMessage());
        }
    }
}
