package io.khabar.imports;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.imports.encoding.InputKind;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms that an input may have. */
enum Form {
    TEXT("raw text"),
    PAGE("a page"),
    FEED("a feed"),
    JSON("JSON"),
    LINES("NDJSON"),
    CSV("CSV");

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
            Map.entry("text/csv", CSV));

    private final String name;

    Form(String name) {
        this.name = name;
    }

    /** The form that a content type says; null for a type that says none. */
    static @Nullable Form of(MediaType type) {
        String bare = type.getType().toLowerCase(Locale.ROOT) + "/"
                + type.getSubtype().toLowerCase(Locale.ROOT);
        return BY_TYPE.get(bare);
    }

    /**
     * The form that an input has, given what it is said to be and what its first bytes are. What shows itself for certain
     * is believed against what is said.
     */
    Form corrected(InputKind kind) {
        return switch (kind) {
            case FEED, JSON_FEED -> this == LINES || this == CSV ? this : FEED;
            case HTML -> this == TEXT || this == FEED ? PAGE : this;
            case JSON, XML, ZIP, GZIP, TEXT -> this;
        };
    }

    /**
     * The encoding to read it in, where that is not the one that the form has.
     *
     * @return null for UTF-8, and for what says itself what it is in
     * @throws ProblemException {@code unsupported-media-type} for an encoding that it cannot be in, or that is unknown
     */
    @Nullable String charset(@Nullable String said) {
        if (this == PAGE || this == FEED) {
            return said;
        }
        if (said == null || said.equalsIgnoreCase("utf-8") || said.equalsIgnoreCase("us-ascii")) {
            return null;
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
