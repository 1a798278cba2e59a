package io.khabar.search;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The index that answers, one after another; one that is found damaged answers no more, and is given up. */
final class Answering {

    private static final Logger LOG = Logger.getLogger(Answering.class);

    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable ArticleIndex index;
    /** One that answered until it was found damaged; to be closed and given up. */
    private @Nullable ArticleIndex lost;

    @Nullable ArticleIndex index() {
        return index;
    }

    /** Has another one answer, or none; the one before is closed. */
    void replace(@Nullable ArticleIndex next) {
        ArticleIndex old;
        lock.lock();
        try {
            old = index == null ? lost : index;
            index = next;
            lost = null;
        } finally {
            lock.unlock();
        }
        close(old);
    }

    private static void close(@Nullable ArticleIndex old) {
        if (old != null) {
            try {
                old.close();
            } catch (RuntimeException | InternalError damaged) {
                // It may have been replaced for that very reason.
                LOG.warnf(damaged, "The search index that was replaced did not close well");
            }
        }
    }

    /** Has one answer no more that was found damaged; false where it does not anyway. */
    boolean lose(ArticleIndex damaged, DamagedIndexException damage) {
        lock.lock();
        try {
            if (damaged != index) {
                return false;
            }
            index = null;
            lost = damaged;
        } finally {
            lock.unlock();
        }
        LOG.errorf(damage, "The search index is damaged, and is built anew from the database");
        return true;
    }

    /** Gives up in its store what was found damaged, if anything was, so that it is not opened again. */
    void discard(IndexStore from) throws IOException {
        ArticleIndex damaged;
        lock.lock();
        try {
            damaged = lost;
        } finally {
            lock.unlock();
        }
        if (damaged != null) {
            close(damaged);
            from.discard();
            lock.lock();
            try {
                lost = null;
            } finally {
                lock.unlock();
            }
        }
    }
}
