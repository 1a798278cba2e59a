package io.khabar.imports.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.khabar.imports.draft.DraftAuthor;
import io.khabar.imports.draft.WebAddresses;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Well-formed feeds through ROME, which knows the dialects: types of text in Atom, bases of addresses, the difference of
 * RSS 0.92 and 2.0. Its dates are not used: it reads a day as its midnight, and a time without a zone as one of Greenwich.
 * They and what ROME has no place for come from {@link XmlFeed}.
 */
final class RomeFeed {

    private RomeFeed() {}

    /** Puts what ROME reads into a feed that was read already; false, and nothing is changed, where ROME cannot read it. */
    static boolean refine(FeedHead head, String text) {
        SyndFeed feed;
        try {
            SyndFeedInput input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            feed = input.build(new StringReader(text));
        } catch (FeedException | IllegalArgumentException unreadable) {
            return false;
        }
        List<SyndEntry> entries = feed.getEntries();
        if (entries.size() != head.entries.size()) {
            return false;
        }
        head.title = either(markup(feed.getTitleEx()), head.title);
        String site = feed.getLink() == null ? null : WebAddresses.absolute(feed.getLink());
        head.site = either(head.site, site);
        for (int i = 0; i < entries.size(); i++) {
            refine(head.entries.get(i), entries.get(i));
        }
        return true;
    }

    private static void refine(FeedEntry entry, SyndEntry rome) {
        entry.title = either(markup(rome.getTitleEx()), entry.title);
        String link = rome.getLink();
        entry.url = either(entry.url, link == null ? null : WebAddresses.absolute(link));
        entry.summary = either(markup(rome.getDescription()), entry.summary);
        for (SyndContent content : rome.getContents()) {
            String markup = markup(content);
            // Of several the longest: Atom may carry the same text in several types.
            if (markup != null && (entry.content == null || markup.length() > entry.content.length())) {
                entry.content = markup;
            }
        }
        if (entry.authors.isEmpty()
                && rome.getAuthor() != null
                && !rome.getAuthor().isBlank()) {
            entry.authors.add(new DraftAuthor(rome.getAuthor(), null));
        }
    }

    private static @Nullable String markup(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null || content.getValue().isBlank()) {
            return null;
        }
        String type = content.getType();
        boolean plain = type != null && (type.equals("text") || type.equals("text/plain"));
        // RSS says nothing of the type; it is markup in practice.
        return plain ? content.getValue().replace("&", "&amp;").replace("<", "&lt;") : content.getValue();
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null || first.isBlank() ? second : first;
    }
}
