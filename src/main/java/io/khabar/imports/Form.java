package io.khabar.imports;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.imports.encoding.InputKind;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms that an input may have. */
enum Form {
    TEXT("raw text"),
    PAGE("a page"),
    FEED("a feed"),
    JSON("JSON"),
    LINES("NDJSON"),
    CSV("CSV"),
    ZIP("a ZIP archive"),
    GZIP("a gzip file"),
    FILES("a form");

    /** What ASCII is, too. */
    static final String UTF_8 = "UTF-8";

    private static final Map<String, Form> BY_TYPE = Map.ofEntries(
            Map.entry("text/plain", TEXT),
            Map.entry("text/html", PAGE),
            Map.entry("application/xhtml+xml", PAGE),
            Map.entry("application/rss+xml", FEED),
            Map.entry("application/atom+xml", FEED),
            Map.entry("application/rdf+xml", FEED),
            Map.entry("application/xml", FEED),
            Map.entry("text/xml", FEED),
            Map.entry("application/feed+json", FEED),
            Map.entry("application/json", JSON),
            Map.entry("application/x-ndjson", LINES),
            Map.entry("text/csv", CSV),
            Map.entry("application/zip", ZIP),
            Map.entry("application/gzip", GZIP),
            Map.entry("application/x-gzip", GZIP),
            Map.entry("multipart/form-data", FILES));

    private static final Map<String, Form> BY_ENDING = Map.ofEntries(
            Map.entry("txt", TEXT),
            Map.entry("html", PAGE),
            Map.entry("htm", PAGE),
            Map.entry("xhtml", PAGE),
            Map.entry("xml", FEED),
            Map.entry("rss", FEED),
            Map.entry("rdf", FEED),
            Map.entry("atom", FEED),
            Map.entry("json", JSON),
            Map.entry("ndjson", LINES),
            Map.entry("jsonl", LINES),
            Map.entry("csv", CSV),
            Map.entry("zip", ZIP),
            Map.entry("gz", GZIP));

    /** Endings of what lies beside a saved page, and of documents that are not read here. */
    private static final Set<String> NO_ARTICLES = Set.of(
            "css", "js", "mjs", "map", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico", "woff",
            "woff2", "ttf", "otf", "eot", "mp3", "mp4", "webm", "pdf", "rtf", "doc", "docx", "odt", "xls", "xlsx",
            "ods", "ppt", "pptx", "epub");

    private final String name;

    Form(String name) {
        this.name = name;
    }

    /** The form that a content type says; null for a type that says none. */
    static @Nullable Form ofType(String contentType) {
        int end = contentType.indexOf(';');
        String bare = end < 0 ? contentType : contentType.substring(0, end);
        return BY_TYPE.get(bare.strip().toLowerCase(Locale.ROOT));
    }

    /** The form that the ending of a file's name says; null for one that says none. */
    static @Nullable Form ofName(String name) {
        return BY_ENDING.get(ending(name));
    }

    /** Whether the ending of a file's name says that there is no article in it: styles would be taken for raw text. */
    static boolean isOfNoArticle(String name) {
        return name.indexOf('.') >= 0 && NO_ARTICLES.contains(ending(name));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The form of a file of which nothing is said, from its first bytes. */
    static Form guessed(InputKind kind, byte[] head) {
        return switch (kind) {
            case FEED, JSON_FEED, XML -> FEED;
            case HTML -> PAGE;
            case ZIP -> ZIP;
            case GZIP -> GZIP;
            case TEXT -> CsvInput.isHeader(head) ? CSV : TEXT;
            case JSON -> isOfLines(text(head)) ? LINES : JSON;
        };
    }

    /** Without the mark that Windows writes before UTF-8. */
    private static String text(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Whether JSON begins with an object that its line contains, or that is too long to tell. */
    private static boolean isOfLines(String head) {
        String text = head.stripLeading();
        int end = text.indexOf('\n');
        String line = (end < 0 ? text : text.substring(0, end)).strip();
        boolean page = line.startsWith("{\"items\"");
        return line.startsWith("{") && !page && (end < 0 || line.endsWith("}"));
    }

    /** Whether JSON begins as a document does whose articles are on several lines, not with one on a line. */
    private static boolean isOfSeveralLines(String head) {
        String text = head.stripLeading();
        int end = text.indexOf('\n');
        String line = (end < 0 ? text : text.substring(0, end)).strip();
        return (line.equals("{") && end > 0) || (line.startsWith("[") && (end < 0 || !line.endsWith("]")));
    }

    /**
     * The form that an input has, given what it is said to be and what its first bytes are. What shows itself for certain
     * is believed against what is said.
     *
     * @param head of lines at least the first one
     */
    Form corrected(InputKind kind, byte[] head) {
        if (this == FILES) {
            return this;
        }
        return switch (kind) {
            case FEED, JSON_FEED -> FEED;
            case HTML -> this == TEXT || this == FEED ? PAGE : this;
            case ZIP -> ZIP;
            case GZIP -> GZIP;
            case JSON ->
                this == CSV ? guessed(kind, head) : this == LINES && isOfSeveralLines(text(head)) ? JSON : this;
            case TEXT -> this == LINES && CsvInput.isHeader(head) ? CSV : this;
            case XML -> this;
        };
    }

    /** Whether an input of this form has an address: one article, or what is read as seen from it. */
    boolean hasAddress() {
        return this == TEXT || this == PAGE || this == FEED;
    }

    /** Whether it has an article on each line, or row: what is something else would be rejected line by line. */
    boolean isOfRows() {
        return this == LINES || this == CSV;
    }

    /**
     * The encoding to read it in, where that is said and matters.
     *
     * @return null where nothing is said, for what is always UTF-8, and for what says itself what it is in
     * @throws ProblemException {@code unsupported-media-type} for an encoding that it cannot be in, or that is unknown
     */
    @Nullable String charset(@Nullable String said) {
        if (this == PAGE || this == FEED) {
            return said;
        }
        if (said == null) {
            return null;
        }
        if (said.equalsIgnoreCase("utf-8") || said.equalsIgnoreCase("us-ascii")) {
            return this == TEXT ? UTF_8 : null;
        }
        boolean utf8Only = this == JSON || this == LINES || this == CSV;
        if (utf8Only || (this == TEXT && !isKnown(said))) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    utf8Only
                            ? "The input is read in UTF-8, not in `" + said + "`."
                            : "There is no encoding `" + said + "`.");
        }
        return said;
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException _) {
            return false;
        }
    }

    /** What it is called, for people. */
    @Override
    public String toString() {
        return name;
    }
}
