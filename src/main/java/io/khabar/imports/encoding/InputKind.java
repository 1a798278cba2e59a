package io.khabar.imports.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of input some bytes are, whatever they are called by those who send them. */
public enum InputKind {
    /** RSS, RDF or Atom. */
    FEED,
    /** A feed as JSON (jsonfeed.org). */
    JSON_FEED,
    HTML,
    /** JSON that is no feed. */
    JSON,
    /** XML that is neither a feed nor a page. */
    XML,
    ZIP,
    GZIP,
    /** Everything else. */
    TEXT;

    private static final int HEAD = 4096;

    private static final Pattern JSON_FEED_VERSION =
            Pattern.compile("\"version\"\\s{0,9}:\\s{0,9}\"https?:\\\\?/\\\\?/(?:www\\.)?jsonfeed\\.org");
    private static final Pattern FEED_ROOT = Pattern.compile("<(?:[a-z0-9]{1,20}:)?(?:rss|rdf|feed)[\\s>/]");
    private static final Pattern FEED_PART = Pattern.compile("<(?:[a-z0-9]{1,20}:)?(?:channel|item|entry)[\\s>]");
    private static final Pattern PAGE_ROOT = Pattern.compile("<(?:!doctype\\s+html|html)[\\s>/]");
    private static final Pattern HTML_ROOT = Pattern.compile(
            "<(?:!doctype html|html|head|body|article|main|div|p|h1|meta|title|script|section|table)[\\s>/]");

    /** The kind that the first bytes tell, the first 4,096 at most; in UTF-16 and UTF-32 too. */
    public static InputKind of(byte[] bytes) {
        if (bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4) {
            return ZIP;
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
            return GZIP;
        }
        String head = head(bytes);
        if (head.startsWith("{") || head.startsWith("[")) {
            return JSON_FEED_VERSION.matcher(head).find() ? JSON_FEED : JSON;
        }
        if (!head.startsWith("<")) {
            return TEXT;
        }
        String lower = withoutComments(head.toLowerCase(Locale.ROOT));
        boolean html = HTML_ROOT.matcher(lower).lookingAt();
        if (html) {
            return HTML;
        }
        // A feed may carry pages, and a page may speak of feeds: the first one is what the rest is in.
        Matcher feed = FEED_ROOT.matcher(lower);
        Matcher page = PAGE_ROOT.matcher(lower);
        boolean isPage = page.find();
        if ((feed.find() && (!isPage || feed.start() < page.start()))
                || FEED_PART.matcher(lower).lookingAt()) {
            return FEED;
        }
        if (isPage) {
            return HTML;
        }
        return lower.startsWith("<?xml") ? XML : HTML_ROOT.matcher(lower).find() ? HTML : TEXT;
    }

    /** The first characters without marks and white space before them; zero octets of wider encodings left out. */
    private static String head(byte[] bytes) {
        StringBuilder head = new StringBuilder();
        for (char unit :
                new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1).toCharArray()) {
            boolean leading =
                    head.isEmpty() && (unit <= ' ' || unit == 0xEF || unit == 0xBB || unit == 0xBF || unit >= 0xFE);
            if (unit != 0 && !leading) {
                head.append(unit);
            }
        }
        return head.toString();
    }

    private static String withoutComments(String head) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (int start = head.indexOf("<!--"); start >= 0; start = head.indexOf("<!--", from)) {
            rest.append(head, from, start);
            int end = head.indexOf("-->", start + 4);
            from = end < 0 ? head.length() : end + 3;
        }
        return rest.append(head, from, head.length()).toString().stripLeading();
    }
}
