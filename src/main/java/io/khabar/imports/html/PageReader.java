package io.khabar.imports.html;

import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.DraftBuilder;
import io.khabar.imports.draft.Finding;
import io.khabar.imports.draft.PlainText;
import io.khabar.imports.encoding.Encodings;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a saved web page. What it says about its article is believed in this order: JSON-LD, OpenGraph, {@code meta}, the
 * elements of the page. Linear in the length of the page.
 */
public final class PageReader {
    /** Largest page, in bytes; beyond that no page is an article. */
    public static final int LARGEST = 16 * 1024 * 1024;

    private PageReader() {}

    /**
     * The article of a page.
     *
     * @param charset the encoding that the transport names; null where it names none
     * @param url where the page was; null where that is unknown
     * @return a draft, without a body where the page has no text
     * @throws PageTooLargeException for more than {@link #LARGEST} bytes
     */
    public static Draft read(byte[] bytes, @Nullable String charset, @Nullable String url) {
        if (bytes.length > LARGEST) {
            throw new PageTooLargeException(bytes.length);
        }
        Encodings.Decoded decoded = Encodings.decode(bytes, charset);
        DraftBuilder draft = new DraftBuilder();
        if (decoded.guessed()) {
            draft.find(Finding.warning(
                    "encoding-guessed",
                    "Nothing says truly what encoding it is in: the page was read as " + decoded.encoding() + ".",
                    null));
        }
        if (decoded.damaged()) {
            draft.find(Finding.warning("damaged-text", "Not all of the page is " + decoded.encoding() + ".", null));
        }
        return read(decoded.text(), url, draft);
    }

    private static Draft read(String markup, @Nullable String url, DraftBuilder draft) {
        Document page = Parser.htmlParser().setMaxDepth(HtmlText.DEEPEST).parseInput(markup, url == null ? "" : url);
        PageFacts facts = new PageFacts(page, url, draft);
        facts.read();
        List<String> titles = new ArrayList<>(facts.titles());
        Draft soFar = draft.build();
        List<String> authors =
                soFar.authors().stream().map(author -> author.name()).toList();
        String extracted = PageBody.of(page, soFar.title(), titles, authors);
        String stated = facts.articleBody();
        String body = better(stated == null ? null : Trimming.of(stated, null, titles, authors), extracted);
        draft.body(body);
        if (body.isEmpty()) {
            draft.find(Finding.error("no-text", "The page has no text.", "body"));
        }
        if (!draft.has("lead")) {
            draft.lead(PlainText.lead(body)).derived("lead");
        }
        return draft.build();
    }

    /**
     * What JSON-LD says the text is, where it is whole; what was found in the page where that is more, or the same with
     * paragraphs.
     */
    private static String better(@Nullable String stated, String extracted) {
        if (stated == null || stated.isEmpty()) {
            return extracted;
        }
        if (extracted.isEmpty()) {
            return stated;
        }
        boolean cutOff =
                stated.endsWith("…") || stated.endsWith("...") || stated.length() * 10 < extracted.length() * 7;
        boolean flat = !stated.contains("\n") && extracted.contains("\n\n");
        boolean same =
                extracted.length() * 10 >= stated.length() * 9 && extracted.length() * 10 <= stated.length() * 12;
        return cutOff || (flat && same) ? extracted : stated;
    }

    /** A page that is larger than any article's. */
    public static final class PageTooLargeException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        PageTooLargeException(int bytes) {
            super("a page of " + bytes + " bytes; at most " + LARGEST + " are read");
        }
    }
}
