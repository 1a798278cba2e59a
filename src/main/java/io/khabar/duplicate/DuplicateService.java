package io.khabar.duplicate;

import io.khabar.change.Change;
import io.khabar.change.ChangeBatch;
import io.khabar.change.ChangeLog;
import io.khabar.change.ChangePosition;
import io.khabar.duplicate.ProgressRepository.Progress;
import io.khabar.http.Ids;
import io.khabar.http.ProblemException;
import io.khabar.transaction.Transactions;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps groups in line with the articles, step by step: first all articles are read, in the order of their ids, then the
 * change log from where it stood before that. A step is one transaction, in which the progress is kept, too: a step that
 * is lost is made again, and of several processes one makes it.
 */
@Singleton
class DuplicateService {

    /** What there is to do after a step. */
    enum Next {
        /** The next step, at once. */
        MORE,
        /** Nothing, until something is written. */
        NOTHING,
        /** Nothing, until a transaction ends of which nobody may tell. */
        WAIT,
        /** Another process is at it. */
        OTHERS
    }

    private static final Logger LOG = Logger.getLogger(DuplicateService.class);

    private static final Set<Change.Entity> FOLLOWED = Set.of(Change.Entity.ARTICLE);

    /** Articles of one step, so few that it is soon over: while it runs, readers of the log do not see past it. */
    static final int AT_ONCE = 50;

    private static final UUID FIRST = new UUID(0, 0);

    private final ProgressRepository progress;
    private final FingerprintRepository fingerprints;
    private final GroupRepository groups;
    private final ChangeLog log;
    private final Transactions transactions;
    private final Ids ids;

    DuplicateService(
            ProgressRepository progress,
            FingerprintRepository fingerprints,
            GroupRepository groups,
            ChangeLog log,
            Transactions transactions,
            Ids ids) {
        this.progress = progress;
        this.fingerprints = fingerprints;
        this.groups = groups;
        this.log = log;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** Makes a step. */
    Next step() {
        return step(AT_ONCE);
    }

    /** Makes a step of so many articles at most. */
    Next step(int most) {
        Progress reached = progress.current();
        ChangePosition position = reached.position();
        if (position == null) {
            return begin(reached);
        }
        if (reached.scanned() != null) {
            return claimed(reached, () -> scan(position, reached.scanned(), most, this::regroup));
        }
        return follow(reached, position, most, this::regroup);
    }

    /**
     * Leaves the next article out, with which no step succeeds: its copies are not looked for until it is written again. An
     * error in the log names it.
     *
     * @param failure why
     */
    void passBy(Throwable failure) {
        Progress reached = progress.current();
        ChangePosition position = reached.position();
        Consumer<Collection<UUID>> passing =
                articles -> LOG.errorf(failure, "Copies of the article %s are not looked for: that fails", articles);
        if (position != null && reached.scanned() != null) {
            claimed(reached, () -> scan(position, reached.scanned(), 1, passing));
        } else if (position != null) {
            follow(reached, position, 1, passing);
        }
    }

    /** How far it got; asked also to tell whether the database is there. */
    Progress reached() {
        return progress.current();
    }

    private Next follow(Progress reached, ChangePosition position, int most, Consumer<Collection<UUID>> each) {
        ChangeBatch batch;
        try {
            batch = log.read(position, FOLLOWED, most);
        } catch (ProblemException expired) {
            LOG.infof("All articles are looked at for duplicates again: %s", expired.detail());
            return begin(reached);
        }
        if (batch.entries().isEmpty()) {
            return batch.waiting() ? Next.WAIT : Next.NOTHING;
        }
        List<UUID> written = batch.entries().stream()
                .map(entry -> entry.change().id())
                .distinct()
                .toList();
        return claimed(reached, () -> {
            each.accept(written);
            return new Progress(batch.end(), null);
        });
    }

    private Next begin(Progress before) {
        ChangePosition end = log.end();
        return claimed(before, () -> new Progress(end, FIRST));
    }

    private Progress scan(ChangePosition position, @Nullable UUID last, int most, Consumer<Collection<UUID>> each) {
        List<UUID> next = progress.articlesAfter(last == null ? FIRST : last, most);
        if (!next.isEmpty()) {
            each.accept(next);
            return new Progress(position, next.getLast());
        }
        List<UUID> gone = progress.gone(most);
        if (!gone.isEmpty()) {
            each.accept(gone);
            // One that stays though it was to go would be found again and again.
            return progress.gone(most).equals(gone) ? new Progress(position, null) : new Progress(position, last);
        }
        LOG.info("All articles were looked at for duplicates");
        return new Progress(position, null);
    }

    private void regroup(Collection<UUID> written) {
        Regrouping.of(written, fingerprints, groups, ids);
    }

    /** Does a step, unless another process is at it or has done it. */
    private Next claimed(Progress before, Supplier<Progress> step) {
        return transactions.run(() -> {
            if (!progress.claim().filter(before::equals).isPresent()) {
                return Next.OTHERS;
            }
            progress.save(step.get());
            return Next.MORE;
        });
    }
}
