package io.khabar.imports.feed;

import io.khabar.http.CanonicalUrl;
import io.khabar.imports.draft.WebAddresses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes from entries the addresses that are not theirs alone: the front page, or one page for all that there is to tell. An
 * article is known by its address first, so that all but one of them would be lost.
 */
final class SharedAddresses {

    /** What two entries with one address have in common where they are the same article, though their ids differ. */
    private record Told(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String content,
            @Nullable String published) {

        static Told of(FeedEntry entry) {
            return new Told(entry.title, entry.summary, entry.content, entry.published);
        }
    }

    private SharedAddresses() {}

    /**
     * Takes them away. What stays in {@link FeedEntry#shared} is the address that was taken.
     *
     * @param site the page that the feed is of; null where it is unknown
     */
    static void remove(List<FeedEntry> entries, @Nullable String site) {
        Map<String, List<FeedEntry>> byAddress = new HashMap<>();
        for (FeedEntry entry : entries) {
            String address = canonical(entry.url);
            if (address != null) {
                byAddress.computeIfAbsent(address, _ -> new ArrayList<>()).add(entry);
            }
        }
        String home = canonical(site);
        byAddress.forEach((address, sharing) -> {
            if (address.equals(home) || isFrontPageOf(address, site) || !areOne(address, sharing)) {
                sharing.forEach(entry -> take(entry, address));
            }
        });
    }

    private static boolean isFrontPageOf(String address, @Nullable String site) {
        return WebAddresses.isFrontPage(address)
                && Objects.equals(WebAddresses.domain(address), WebAddresses.domain(site));
    }

    /** Whether all of them are one article, which the feed has several times: by their id, or as they tell the same. */
    private static boolean areOne(String address, List<FeedEntry> sharing) {
        FeedEntry first = sharing.getFirst();
        boolean sameId = first.id != null && sharing.stream().allMatch(entry -> first.id.equals(entry.id));
        boolean sameTitle = sharing.stream().allMatch(entry -> Objects.equals(first.title, entry.title));
        // Some write the address into the id, too; of what changes from version to version the title does so last.
        return sharing.size() == 1
                || (sameId && (sameTitle || !isId(address, first)))
                || sharing.stream().map(Told::of).distinct().count() == 1;
    }

    private static void take(FeedEntry entry, String address) {
        entry.shared = entry.url;
        entry.url = null;
        if (isId(address, entry)) {
            entry.id = null;
        }
    }

    /** Whether the id is the address, so that it tells no more. */
    private static boolean isId(String address, FeedEntry entry) {
        return address.equals(canonical(entry.id));
    }

    private static @Nullable String canonical(@Nullable String address) {
        try {
            return address == null ? null : CanonicalUrl.of(address);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
