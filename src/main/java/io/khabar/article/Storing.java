package io.khabar.article;

import org.jspecify.annotations.Nullable;

/**
 * How arrivals are stored.
 *
 * @param onExisting what becomes of those that are stored already
 * @param followed whether a feed that is followed brings them: those whose article was deleted here are not stored again
 * @param dryRun what it met before, where nothing is to be stored; everything else is as if it were
 * @param whole whether what a {@code dryRun} would write is returned whole; what is stored is shown by {@link
 *     ArticleImportService#whole}
 */
public record Storing(
        OnExisting onExisting, boolean followed, @Nullable DryRun dryRun, boolean whole) {

    /** As somebody sends them. */
    public static Storing of(OnExisting onExisting) {
        return new Storing(onExisting, false, null, false);
    }

    boolean updates() {
        return onExisting == OnExisting.UPDATE;
    }
}
