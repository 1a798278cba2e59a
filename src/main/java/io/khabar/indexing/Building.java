package io.khabar.indexing;

import io.khabar.article.ArticleDocuments;
import io.khabar.change.ChangeLog;
import io.khabar.change.ChangePosition;
import io.khabar.search.ArticleIndex;
import io.khabar.search.DamagedIndexException;
import io.khabar.search.SearchEngine;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Builds an index of all articles, beside the one that answers, which meanwhile goes on to follow the change log. */
final class Building {

    private static final Logger LOG = Logger.getLogger(Building.class);

    /** A line in the log about a building that takes long. */
    private static final int TOLD_EVERY = 50_000;

    private static final UUID FIRST = new UUID(0, 0);

    private final SearchEngine engine;
    private final Following following;
    private final ArticleDocuments articles;
    private final ChangeLog log;

    private volatile SearchView.@Nullable Rebuild progress;

    Building(SearchEngine engine, Following following, ArticleDocuments articles, ChangeLog log) {
        this.engine = engine;
        this.following = following;
        this.articles = articles;
        this.log = log;
    }

    /** What is asked again and again while it takes its time. */
    interface Leave {

        /**
         * Whether to go on; false where the service stops.
         *
         * @throws IOException where it is not for this process to write any more
         */
        boolean given() throws IOException, SQLException;
    }

    /** How far the building is that runs, or is about to; null where none does. */
    SearchView.@Nullable Rebuild progress() {
        return progress;
    }

    /** Says that one is about to run; about how many articles it will be of. */
    long announce() {
        long all = articles.count();
        progress = new SearchView.Rebuild(0, all);
        return all;
    }

    /** Says that none will run. */
    void renounce() {
        progress = null;
    }

    /**
     * Writes all articles, and what was written meanwhile; then the new index answers.
     *
     * @return whether it does; false where the leave ended before
     */
    boolean build(Leave leave) throws IOException, SQLException {
        ChangePosition begin = log.end();
        long all = announce();
        long since = System.nanoTime();
        boolean answers = false;
        ArticleIndex fresh = null;
        try {
            fresh = engine.begin();
            long written = fill(fresh, all, leave);
            if (leave.given()) {
                ChangePosition reached = following.all(fresh, begin);
                if (leave.given()) {
                    engine.replace(fresh, following.note(reached));
                    answers = true;
                    engine.follows(reached);
                    LOG.infof(
                            "Built the search index: %d articles in %d ms",
                            written, (System.nanoTime() - since) / 1_000_000);
                }
            }
        } finally {
            progress = null;
            if (!answers && fresh != null) {
                fresh.close();
            }
        }
        return answers;
    }

    private long fill(ArticleIndex fresh, long all, Leave leave) throws IOException, SQLException {
        long written = 0;
        UUID last = FIRST;
        boolean hindered = false;
        for (List<UUID> ids = articles.idsAfter(last, Following.AT_ONCE);
                !ids.isEmpty() && leave.given();
                ids = articles.idsAfter(last, Following.AT_ONCE)) {
            for (List<UUID> portion : articles.portions(ids, Following.BYTES_AT_ONCE)) {
                fresh.add(articles.read(portion, engine.languages()), List.of());
            }
            last = ids.getLast();
            written += ids.size();
            progress = new SearchView.Rebuild(written, Math.max(all, written));
            engine.progress(written + " of about " + all + " articles are in it.");
            if (written % TOLD_EVERY == 0) {
                LOG.infof("Building the search index: %d of about %d articles", written, all);
            }
            hindered = !followed(hindered);
        }
        return written;
    }

    /** Has the index that answers follow. Where it cannot, it is told once: the new one is to take its place. */
    private boolean followed(boolean told) {
        ArticleIndex answering = engine.answering();
        if (answering == null) {
            return true;
        }
        try {
            following.next(answering);
            return true;
        } catch (DamagedIndexException damage) {
            engine.lose(answering, damage);
            return true;
        } catch (IOException | RuntimeException hindrance) {
            following.behind(true);
            if (!told) {
                LOG.warnf(hindrance, "The search index does not follow the database while another one is built");
            }
            return false;
        }
    }
}
