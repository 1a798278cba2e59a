package io.khabar.imports.feed;

import io.khabar.imports.draft.Bylines;
import io.khabar.imports.draft.DraftAuthor;
import io.khabar.imports.draft.DraftImage;
import io.khabar.imports.draft.WebAddresses;
import io.khabar.imports.html.HtmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * RSS, RDF and Atom through jsoup's XML parser, which reads what is broken too and knows no entities but the named ones. Local
 * names decide, whatever the prefix: dialects are mixed in practice.
 */
final class XmlFeed {
    private static final int DEEPEST = 128;

    private static final Pattern ROOT_END =
            Pattern.compile("</(?:[\\w.-]{1,50}:)?(?:rss|rdf|feed|channel)\\s{0,20}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTRY_TAG =
            Pattern.compile("<(/?)(?:[\\w.-]{1,50}:)?(?:item|entry)(?=[\\s>])", Pattern.CASE_INSENSITIVE);

    private final @Nullable String base;

    private XmlFeed(@Nullable String base) {
        this.base = base;
    }

    /**
     * The feed that the text is; null where it is none.
     *
     * @param url where it was, for what is relative to it; null where that is unknown
     */
    static @Nullable FeedHead read(String text, @Nullable String url) {
        Document document = Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(text, "");
        Element root = root(document);
        if (root == null) {
            return null;
        }
        Element channel = Objects.requireNonNullElse(child(root, "channel"), root);
        FeedHead head = new FeedHead();
        head.title = markup(child(channel, "title"));
        String own = root.hasAttr("xml:base") ? root.attr("xml:base") : channel.attr("xml:base");
        String declared = WebAddresses.resolve(url, own);
        String within = declared == null ? url : declared;
        head.site = link(channel, within == null ? "" : within);
        head.language =
                firstText(first(channel, "language"), attribute(root, "xml:lang"), attribute(channel, "xml:lang"));
        head.rights = firstText(first(channel, "copyright", "rights"));
        XmlFeed feed = new XmlFeed(declared != null || head.site == null ? within : head.site);
        List<Element> entries = new ArrayList<>();
        // RDF and RSS 1.0 have the items beside the channel, later ones in it.
        for (Element parent : channel.equals(root) ? List.of(root) : List.of(channel, root)) {
            for (Element element : parent.children()) {
                if (isEntry(element)) {
                    head.cut |= entries.size() == FeedReader.MOST_ENTRIES;
                    if (!head.cut) {
                        entries.add(element);
                    }
                }
            }
        }
        entries.forEach(entry -> head.entries.add(feed.entry(entry)));
        head.brokenOff = !ROOT_END.matcher(text).find();
        if (head.brokenOff && !head.cut && !head.entries.isEmpty()) {
            head.entries.getLast().brokenOff = !isClosed(text);
        }
        return head;
    }

    /** Whether the last entry is. */
    private static boolean isClosed(String text) {
        Matcher tags = ENTRY_TAG.matcher(text);
        boolean closed = true;
        while (tags.find()) {
            closed = tags.group(1).equals("/");
        }
        return closed;
    }

    private static @Nullable Element root(Document document) {
        for (Element element : document.children()) {
            String name = local(element);
            if (name.equals("rss") || name.equals("rdf") || name.equals("feed") || name.equals("channel")) {
                return element;
            }
        }
        for (Element element : document.getAllElements()) {
            String name = local(element);
            if (name.equals("rss") || name.equals("rdf") || name.equals("feed") || name.equals("channel")) {
                return element;
            }
            if (isEntry(element)) {
                return element.parent();
            }
        }
        return null;
    }

    private static boolean isEntry(Element element) {
        String name = local(element);
        return name.equals("item") || name.equals("entry");
    }

    private FeedEntry entry(Element element) {
        FeedEntry entry = new FeedEntry();
        String own = element.hasAttr("xml:base") ? WebAddresses.resolve(base, element.attr("xml:base")) : null;
        String within = own == null ? base : own;
        Element guid = first(element, "guid");
        entry.id = firstText(guid, first(element, "id"), first(element, "identifier"));
        if (entry.id == null && element.hasAttr("rdf:about")) {
            entry.id = element.attr("rdf:about");
        }
        entry.url = link(element, within == null ? "" : within);
        List<String> pages = entry.url == null ? pages(element) : List.of();
        entry.unusable = pages.isEmpty() ? null : pages.getFirst();
        if (entry.url == null && guid != null && !guid.attr("isPermaLink").equalsIgnoreCase("false")) {
            entry.url = WebAddresses.absolute(guid.wholeText());
        }
        entry.title = markup(child(element, "title"));
        entry.summary = firstMarkup(element, "description", "summary", "subtitle", "abstract");
        entry.content = firstMarkup(element, "encoded", "content", "body", "xhtml:div");
        entry.published =
                firstText(first(element, "published", "issued", "pubdate", "created"), first(element, "date"));
        entry.modified = firstText(first(element, "updated", "modified"));
        entry.rights = firstText(first(element, "rights", "copyright"));
        entry.language = firstText(first(element, "language"), attribute(element, "xml:lang"));
        authors(element, entry);
        for (Element category : children(element, "category", "subject")) {
            String label = category.attr("label").isEmpty() ? category.attr("term") : category.attr("label");
            entry.keywords.add(label.isEmpty() ? category.wholeText() : label);
        }
        entry.image = image(element, within);
        return entry;
    }

    private void authors(Element element, FeedEntry entry) {
        for (Element author : children(element, "author", "creator")) {
            Element name = child(author, "name");
            Element uri = first(author, "uri", "url");
            String url = uri == null ? null : WebAddresses.resolve(base, uri.wholeText());
            if (name != null) {
                entry.authors.add(new DraftAuthor(name.wholeText(), url));
            } else if (author.childrenSize() == 0 && local(author).equals("creator")) {
                entry.authors.add(new DraftAuthor(author.wholeText(), url));
            } else if (author.childrenSize() == 0) {
                // What RSS has is free: an address of mail, a name, a line with several.
                String line = Bylines.withoutMail(HtmlText.line(author.wholeText()));
                entry.longByline |= Bylines.isTooLong(line);
                Bylines.names(line).forEach(written -> entry.authors.add(new DraftAuthor(written, url)));
            }
        }
    }

    /** A picture among the media: Media RSS, iTunes, enclosures. */
    private static @Nullable DraftImage image(Element element, @Nullable String base) {
        for (Element media : element.select("*")) {
            String name = local(media);
            String type = media.attr("type") + media.attr("medium");
            boolean picture =
                    switch (name) {
                        case "thumbnail" -> true;
                        case "content", "enclosure" ->
                            type.startsWith("image")
                                    || media.attr("url")
                                            .toLowerCase(Locale.ROOT)
                                            .matches(".{1,500}\\.(?:jpe?g|png|webp)");
                        case "image" -> true;
                        default -> false;
                    };
            String address =
                    media.hasAttr("url") ? media.attr("url") : media.hasAttr("href") ? media.attr("href") : null;
            if (name.equals("image") && address == null) {
                Element url = child(media, "url");
                address = url == null ? null : url.wholeText();
            }
            String url = picture ? WebAddresses.resolve(base, address) : null;
            if (url != null) {
                return new DraftImage(url, null, null, pixels(media.attr("width")), pixels(media.attr("height")));
            }
        }
        return null;
    }

    private static @Nullable Integer pixels(String value) {
        return value.matches("[1-9]\\d{0,5}") ? Integer.valueOf(value) : null;
    }

    /** The page of a channel or entry: its text in RSS, its {@code href} in Atom, where the one without {@code rel} counts. */
    private static @Nullable String link(Element element, String base) {
        for (String address : pages(element)) {
            String url = WebAddresses.resolve(base.isEmpty() ? null : base, address);
            if (url != null) {
                return url;
            }
        }
        return null;
    }

    /** The pages that a channel or entry names, as they are written. */
    private static List<String> pages(Element element) {
        List<String> pages = new ArrayList<>();
        for (Element link : children(element, "link")) {
            String rel = link.attr("rel");
            String address = link.hasAttr("href") ? link.attr("href") : link.wholeText();
            if ((rel.isEmpty() || rel.equals("alternate")) && !address.isBlank()) {
                pages.add(address);
            }
        }
        return pages;
    }

    private static @Nullable String firstMarkup(Element element, String... names) {
        for (String name : names) {
            Element child = child(element, name);
            // Media RSS has a content too, without text.
            String markup = child != null && !child.tagName().startsWith("media:") ? markup(child) : null;
            if (markup != null && !markup.isBlank()) {
                return markup;
            }
        }
        return null;
    }

    /** The markup that an element holds: as text in RSS, as elements in XHTML content; plain text is escaped. */
    private static @Nullable String markup(@Nullable Element element) {
        if (element == null) {
            return null;
        }
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        if (element.childrenSize() > 0) {
            return element.html();
        }
        String text = element.wholeText();
        boolean plain = (type.equals("text") || type.equals("text/plain"))
                && !element.attr("mode").equals("escaped");
        return plain ? text.replace("&", "&amp;").replace("<", "&lt;") : text;
    }

    private static @Nullable String firstText(@Nullable Object... values) {
        for (Object value : values) {
            String text = value instanceof Element element
                    ? element.wholeText()
                    : value instanceof String string ? string : "";
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }

    private static @Nullable String attribute(Element element, String name) {
        return element.hasAttr(name) ? element.attr(name) : null;
    }

    private static @Nullable Element child(Element parent, String name) {
        return first(parent, name);
    }

    /** The first child with the first of these names that there is; one without a prefix before others. */
    private static @Nullable Element first(Element parent, String... names) {
        for (String name : names) {
            Element found = null;
            for (Element child : parent.children()) {
                if (local(child).equals(name)
                        && (found == null
                                || (found.tagName().indexOf(':') >= 0
                                        && child.tagName().indexOf(':') < 0))) {
                    found = child;
                }
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<Element> children(Element parent, String... names) {
        List<Element> found = new ArrayList<>();
        for (Element child : parent.children()) {
            if (List.of(names).contains(local(child))) {
                found.add(child);
            }
        }
        return found;
    }

    private static String local(Element element) {
        String name = element.tagName().toLowerCase(Locale.ROOT);
        return name.substring(name.indexOf(':') + 1);
    }
}
