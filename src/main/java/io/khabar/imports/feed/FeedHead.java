package io.khabar.imports.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed as it is written: what it says about itself, and its entries. */
final class FeedHead {
    @Nullable String title;

    @Nullable String site;

    @Nullable String language;

    @Nullable String rights;

    /** Whether there were more entries than are read. */
    boolean cut;

    /** Whether the feed ends before its end. */
    boolean brokenOff;

    final List<FeedEntry> entries = new ArrayList<>();
}
