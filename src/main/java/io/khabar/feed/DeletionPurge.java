package io.khabar.feed;

import io.khabar.article.ArticleImportService;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Forgets once an hour deletions of articles that no feed lists any more, whether or not this process fetches feeds. Of
 * several services one does the work, whichever comes first, and an hour that is left out is made up by the next.
 */
@Singleton
class DeletionPurge {

    private static final Logger LOG = Logger.getLogger(DeletionPurge.class);

    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofHours(1);

    private final ArticleImportService articles;
    private final FeedSettings settings;
    private final Vertx vertx;

    DeletionPurge(ArticleImportService articles, FeedSettings settings, Vertx vertx) {
        this.articles = articles;
        this.settings = settings;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(FIRST.toMillis(), EVERY.toMillis(), _ -> Thread.ofVirtual()
                .name("deletions-purge")
                .start(this::purge));
    }

    private void purge() {
        try {
            long gone = articles.forgetDeleted(settings.deletionRetention());
            if (gone > 0) {
                LOG.infof("%d addresses, ids and texts of deleted articles are not remembered any more", gone);
            }
        } catch (RuntimeException failed) {
            LOG.warnf("Old deletions were not forgotten; the next hour tries again: %s", failed.getMessage());
        }
    }
}
