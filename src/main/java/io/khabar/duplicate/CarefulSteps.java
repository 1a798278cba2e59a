package io.khabar.duplicate;

import io.khabar.duplicate.DuplicateService.Next;
import io.khabar.duplicate.ProgressRepository.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Makes steps so that one article with which they fail keeps no other from its turn: after a failure the articles are
 * taken one by one, and one with which it fails again and again is passed by.
 */
final class CarefulSteps {

    /** So often is it tried with one article; what else may be wrong meanwhile, memory above all, has passed by then. */
    private static final int ATTEMPTS = 3;

    private final DuplicateService duplicates;
    /** How many more steps are made of one article. */
    private int alone;

    private @Nullable Progress failedAt;
    private int failed;

    CarefulSteps(DuplicateService duplicates) {
        this.duplicates = duplicates;
    }

    /** Makes a step. What hinders it is thrown; the next one is to be made later, then. */
    Next next() {
        boolean careful = alone > 0;
        try {
            Next next = duplicates.step(careful ? 1 : DuplicateService.AT_ONCE);
            alone = next == Next.NOTHING ? 0 : Math.max(0, alone - 1);
            return next;
        } catch (Throwable failure) {
            failed(careful, failure);
            throw failure;
        }
    }

    private void failed(boolean careful, Throwable failure) {
        alone = DuplicateService.AT_ONCE;
        Progress reached;
        try {
            reached = duplicates.reached();
        } catch (RuntimeException away) {
            // The database is away: that is no article's fault, and is not counted.
            failure.addSuppressed(away);
            return;
        }
        failed = careful && reached.equals(failedAt) ? failed + 1 : 0;
        failedAt = reached;
        if (failed == ATTEMPTS) {
            failed = 0;
            duplicates.passBy(failure);
        }
    }
}
