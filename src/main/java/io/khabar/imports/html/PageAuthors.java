package io.khabar.imports.html;

import io.khabar.imports.draft.Bylines;
import io.khabar.imports.draft.DraftBuilder;
import io.khabar.imports.draft.WebAddresses;
import io.khabar.imports.json.JsonValues;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Who wrote the article of a page, by JSON-LD, meta elements and bylines, in that order of trust. */
final class PageAuthors {
    private static final String AUTHORS =
            "[itemprop=author] [itemprop=name],[itemprop=author],[rel=author],.author-name";

    /** Links to authors, whose name they are; commenters have such links, too. */
    private static final String LINKS =
            ".author-link,.author a[href*=/author],.byline a[href],.byline-name,.byline__name,.byline-author,.article-author,"
                    + ".article__author,.entry-author,.post-author,.author.vcard .fn";

    private static final String OTHERS =
            "nav,footer,aside,[class*=comment],[id*=comment],[class*=related],[class*=sidebar],[class*=teaser]";

    private final Document page;
    private final MetaTags meta;
    private final JsonLd data;
    private final @Nullable String base;
    private final DraftBuilder draft;

    PageAuthors(Document page, MetaTags meta, JsonLd data, @Nullable String base, DraftBuilder draft) {
        this.page = page;
        this.meta = meta;
        this.data = data;
        this.base = base;
        this.draft = draft;
    }

    /**
     * Puts the authors into the draft.
     *
     * @param stated what JSON-LD says of them
     */
    void read(@Nullable Object stated) {
        for (Object author : JsonValues.list(stated)) {
            Map<String, @Nullable Object> person = data.resolve(author);
            if (person == null) {
                names(JsonValues.text(author), null);
            } else {
                String url = WebAddresses.resolve(base, JsonValues.text(person.get("url")));
                for (Object name : JsonValues.list(person.get("name"))) {
                    one(PageFacts.plain(name), url);
                }
            }
        }
        for (String name : List.of(
                "article:author",
                "og:article:author",
                "author",
                "dc.creator",
                "dcterms.creator",
                "parsely-author",
                "sailthru.author",
                "byl",
                "citation_author",
                "twitter:creator")) {
            if (!draft.hasAuthors()) {
                meta.all(name).forEach(value -> names(value, null));
            }
        }
        if (draft.hasAuthors()) {
            return;
        }
        draft.derived("authors");
        for (Element element : page.select(AUTHORS)) {
            String line = draft.hasAuthors() ? null : HtmlText.shortLine(element, 120);
            if (line != null) {
                names(line, element.hasAttr("href") ? WebAddresses.resolve(base, element.attr("href")) : null);
            }
        }
        for (Element element : page.select("[class*=byline],[class*=author],[id*=byline]")) {
            // A name alone in such a place may be a commenter's: the word that makes it a byline must be there.
            String line = draft.hasAuthors() ? "" : HtmlText.beginning(element, 150);
            if (Bylines.isByline(line)) {
                names(line, null);
            }
        }
        for (Element element : page.select(LINKS)) {
            String line =
                    draft.hasAuthors() || element.closest(OTHERS) != null ? null : HtmlText.shortLine(element, 80);
            if (line != null) {
                names(line, element.hasAttr("href") ? WebAddresses.resolve(base, element.attr("href")) : null);
            }
        }
    }

    private void one(@Nullable String written, @Nullable String url) {
        String name = written == null ? null : Bylines.name(written);
        if (name != null) {
            draft.author(name, url);
        }
    }

    private void names(@Nullable String written, @Nullable String url) {
        if (written != null && !written.startsWith("@")) {
            if (Bylines.isTooLong(written)) {
                draft.find(Bylines.tooLong());
            }
            Bylines.names(written).forEach(name -> draft.author(name, url));
        }
    }
}
