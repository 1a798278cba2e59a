package io.khabar.imports.feed;

import io.khabar.imports.draft.Bylines;
import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.DraftAuthor;
import io.khabar.imports.draft.DraftBuilder;
import io.khabar.imports.draft.Finding;
import io.khabar.imports.draft.PlainText;
import io.khabar.imports.draft.Titles;
import io.khabar.imports.draft.WebAddresses;
import io.khabar.imports.encoding.Encodings;
import io.khabar.imports.encoding.InputKind;
import io.khabar.imports.html.HtmlText;
import io.khabar.language.WordEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed. What the bytes are decides, whatever they are called. No
 * document type is read, so there are no entities but XML's and HTML's, and nothing outside is ever asked for. Linear.
 */
public final class FeedReader {
    /** Largest feed, in bytes. */
    public static final int LARGEST = 32 * 1024 * 1024;

    /** What is found of a feed that ends too early: it should be read again. */
    public static final String BROKEN_OFF = "feed-broken-off";

    /** A longer summary is the text itself. */
    private static final int LONGEST_LEAD = 2_000;

    /** Of more entries than any feed has, the first are read. */
    static final int MOST_ENTRIES = 10_000;

    /** Deeper than any feed that people write; ROME reads by recursion. */
    private static final int DEEPEST = 100;

    private static final Pattern PROLOG = Pattern.compile("^\\s{0,100}<\\?xml[^>]{0,500}\\?>");
    /** What a title says of the feed rather than of who publishes it. Feed and RSS alone may be words of a name. */
    private static final Pattern TAIL = Pattern.compile(
            "(?i)(?:\\s*[-–—|:»·>›•~/]\\s*(?:rss(?:\\s?2\\.0)?|feed|atom|newsfeed)|(?:\\s*[-–—|:»·>›•~/]\\s*|\\s+)"
                    + "(?:rss(?:\\s?2\\.0)?\\s?feed|atom\\s?feed|news feed|latest (?:news|stories|articles)|top"
                    + " (?:news|stories)|all (?:news|articles)|home ?page|الرئيسية|آخر"
                    + " الأخبار|أحدث الأخبار|خلاصة|flux rss|à la une|actualités|лента новостей|все новости|آخرین اخبار))$");

    private static final Pattern DANGLING = Pattern.compile("[\\s\\-–—|:»·>›•~/]{1,20}$");

    private FeedReader() {}

    /**
     * Reads a feed.
     *
     * @param charset the encoding that the transport names; null where it names none
     * @param url where the feed was, for addresses that are relative to it; null where that is unknown
     * @throws NoFeedException for what is no feed, and for more than {@link #LARGEST} bytes
     */
    public static Feed read(byte[] bytes, @Nullable String charset, @Nullable String url) {
        if (bytes.length > LARGEST) {
            throw new NoFeedException("a feed of " + bytes.length + " bytes; at most " + LARGEST + " are read");
        }
        Encodings.Decoded decoded = Encodings.decode(bytes, charset);
        List<Finding> findings = new ArrayList<>();
        if (decoded.guessed()) {
            findings.add(Finding.warning(
                    "encoding-guessed",
                    "Nothing says truly what encoding it is in: the feed was read as " + decoded.encoding() + ".",
                    null));
        }
        if (decoded.damaged()) {
            findings.add(Finding.warning("damaged-text", "Not all of the feed is " + decoded.encoding() + ".", null));
        }
        InputKind kind = InputKind.of(bytes);
        FeedHead head = kind == InputKind.JSON_FEED || kind == InputKind.JSON
                ? JsonFeed.read(decoded.text())
                : xml(decoded.text(), url, findings);
        if (head == null) {
            throw new NoFeedException("neither RSS nor Atom nor JSON Feed");
        }
        if (head.cut) {
            findings.add(Finding.warning(
                    "too-many-entries", "Only the first " + MOST_ENTRIES + " entries of the feed are read.", null));
        }
        return feed(head, url, findings);
    }

    private static @Nullable FeedHead xml(String text, @Nullable String url, List<Finding> findings) {
        String bare = PROLOG.matcher(withoutDoctype(text)).replaceFirst("").stripLeading();
        FeedHead head = XmlFeed.read(bare, url);
        if (head != null && head.brokenOff) {
            if (head.entries.isEmpty()) {
                throw new NoFeedException("a feed that ends before its first entry");
            }
            findings.add(Finding.warning(
                    BROKEN_OFF, "The feed ends before its end: there may be more entries than were read.", null));
        } else if (head != null && !head.cut && (depth(bare) > DEEPEST || !RomeFeed.refine(head, bare))) {
            findings.add(Finding.warning(
                    "broken-feed", "The feed is not well-formed; it was read as far as it can be.", null));
        }
        return head;
    }

    /** Without a document type, with which come entities that grow and files that are nobody's business. */
    static String withoutDoctype(String text) {
        int start = text.indexOf("<!DOCTYPE");
        if (start < 0) {
            start = text.indexOf("<!doctype");
        }
        if (start < 0 || hasRootBefore(text, start)) {
            return text;
        }
        int close = text.indexOf('>', start);
        int subset = text.indexOf('[', start);
        if (subset >= 0 && subset < close) {
            int end = text.indexOf("]", subset);
            while (end >= 0
                    && !text.substring(end + 1, Math.min(text.length(), end + 20))
                            .stripLeading()
                            .startsWith(">")) {
                end = text.indexOf("]", end + 1);
            }
            close = end < 0 ? text.length() - 1 : text.indexOf('>', end);
        }
        return close < 0 ? text.substring(0, start) : text.substring(0, start) + text.substring(close + 1);
    }

    private static boolean hasRootBefore(String text, int end) {
        Matcher element = Pattern.compile("<[A-Za-z]").matcher(text);
        return element.region(0, end).find();
    }

    /** How deep elements are nested at most, by counting what opens and closes. */
    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
            if (text.startsWith("<![CDATA[", i)) {
                int end = text.indexOf("]]>", i);
                i = end < 0 ? text.length() - 1 : end;
                continue;
            }
            char next = text.charAt(i + 1);
            if (next == '/') {
                depth--;
            } else if (Character.isLetter(next)) {
                int end = text.indexOf('>', i);
                if (end < 0) {
                    return Math.max(deepest, depth + 1);
                }
                depth += text.charAt(end - 1) == '/' ? 0 : 1;
                deepest = Math.max(deepest, depth);
                // Behind the tag: looking for its end again from each letter behind a bracket would take for ever.
                i = end;
            }
        }
        return deepest;
    }

    private static Feed feed(FeedHead head, @Nullable String url, List<Finding> findings) {
        String title = head.title == null ? null : bareTitle(HtmlText.line(head.title));
        String site = head.site == null && url != null ? WebAddresses.homepage(url) : head.site;
        SharedAddresses.remove(head.entries, site);
        List<Draft> drafts = new ArrayList<>();
        for (FeedEntry entry : head.entries) {
            drafts.add(draft(entry, head, title, site));
        }
        String language = new DraftBuilder().language(head.language).build().language();
        return new Feed(title, site, language, drafts, findings);
    }

    private static Draft draft(FeedEntry entry, FeedHead head, @Nullable String feedTitle, @Nullable String site) {
        DraftBuilder draft = new DraftBuilder();
        if (entry.none) {
            return draft.find(Finding.error("type", "The item must be an object.", null))
                    .build();
        }
        if (entry.brokenOff) {
            return draft.find(Finding.error("broken-off", "The feed ends in the middle of this entry.", null))
                    .build();
        }
        String summary = entry.summary == null ? "" : HtmlText.of(entry.summary);
        String content = entry.content == null ? "" : HtmlText.of(entry.content);
        String body = content.length() >= summary.length() ? content : summary;
        draft.externalId(entry.id)
                .url(entry.url == null && entry.shared == null ? entry.unusable : entry.url)
                .sourceName(feedTitle)
                .sourceName(WebAddresses.domain(site))
                .sourceHomepage(WebAddresses.homepage(site))
                .derived("source")
                .date("published", entry.published)
                .date("published", entry.published == null ? entry.modified : null)
                .date("modified", entry.modified)
                .rights(entry.rights)
                .rights(head.rights)
                .image(entry.image)
                .body(body)
                .language(entry.language)
                .language(head.language);
        if (entry.language == null) {
            draft.derived("language");
        }
        if (entry.published == null) {
            draft.derived("published");
        }
        if (entry.title != null) {
            String title = HtmlText.line(entry.title);
            draft.title(Titles.bare(title, feedTitle == null ? List.of() : List.of(feedTitle), List.of()));
        }
        if (entry.shared != null) {
            draft.find(Finding.warning(
                    "address-shared",
                    "`" + PlainText.line(entry.shared)
                            + "` is not its own: other entries have it, or it is the front page.",
                    "url"));
        }
        if (body.isEmpty()) {
            // There is no article to look at: what it is about is said here, or nowhere.
            draft.find(Finding.error(
                    "no-text",
                    "The entry" + said(" `", draft.text("title"), "`") + said(" at ", draft.text("url"), "")
                            + " has no text, which an article must have.",
                    "body"));
        }
        // A summary that goes on in the text, or is the text, is no lead of its own.
        draft.lead(summary.isEmpty() || summary.equals(body) || summary.length() > LONGEST_LEAD ? null : summary);
        if (!draft.has("lead")) {
            draft.lead(PlainText.lead(body)).derived("lead");
        }
        for (DraftAuthor author : entry.authors) {
            String name = Bylines.name(HtmlText.line(WordEnds.cut(author.name(), 1_000)));
            if (name != null) {
                draft.author(name, author.url());
            }
        }
        if (entry.longByline && !draft.hasAuthors()) {
            draft.find(Bylines.tooLong());
        }
        entry.keywords.forEach(keyword -> draft.keyword(HtmlText.line(keyword)));
        return draft.build();
    }

    private static String said(String before, @Nullable String value, String behind) {
        return value == null ? "" : before + value + behind;
    }

    private static @Nullable String bareTitle(String title) {
        String bare = WordEnds.cut(title, 300);
        String before;
        do {
            before = bare;
            bare = DANGLING.matcher(TAIL.matcher(before).replaceFirst("")).replaceFirst("");
        } while (!bare.isEmpty() && !bare.equals(before));
        return bare.isEmpty() ? (before.isEmpty() ? null : before) : bare;
    }
}
