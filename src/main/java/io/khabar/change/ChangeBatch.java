package io.khabar.change;

import java.util.List;

/**
 * Entries that were read together.
 *
 * @param entries in the order of the log
 * @param end where to go on from. Without more entries it is the place that is reached even if the last entries were of
 *     no interest: keep it, as a place that stands still falls out of what is kept
 * @param more whether there may be more entries to read at once
 * @param waiting whether there are entries that cannot be read yet, because an older transaction is still open
 */
public record ChangeBatch(List<Entry> entries, ChangePosition end, boolean more, boolean waiting) {

    /**
     * An entry at its place.
     *
     * @param position the place behind it
     */
    public record Entry(ChangePosition position, Change change) {}
}
