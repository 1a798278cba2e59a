package io.khabar.imports.feed;

import io.khabar.imports.draft.DraftAuthor;
import io.khabar.imports.draft.DraftImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry as its feed writes it: markup and dates as they are. The first value of each field stays. */
final class FeedEntry {
    /** Whether it is something else than an entry, of which nothing can be read. */
    boolean none;

    /** Whether the feed ends in the middle of it. */
    boolean brokenOff;

    @Nullable String id;

    @Nullable String url;

    /** The address that it has together with others, so that it is not its own; then there is no {@code url}. */
    @Nullable String shared;

    /** The first address that it has and that cannot be used. */
    @Nullable String unusable;

    /** Whether there is a line of authors in which none are looked for, as it is too long. */
    boolean longByline;

    @Nullable String title;

    @Nullable String summary;

    @Nullable String content;

    @Nullable String published;

    @Nullable String modified;

    @Nullable String rights;

    @Nullable String language;

    @Nullable DraftImage image;

    final List<DraftAuthor> authors = new ArrayList<>();
    final List<String> keywords = new ArrayList<>();
}
