package io.khabar.imports.html;

import io.khabar.imports.draft.DraftBuilder;
import io.khabar.imports.draft.Finding;
import io.khabar.imports.draft.PlainText;
import io.khabar.imports.draft.WebAddresses;
import io.khabar.imports.json.JsonValues;
import io.khabar.language.WordEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about its article, apart from the text. */
final class PageFacts {
    private static final Pattern WORDS = Pattern.compile("[,،;|\\n]");

    private final Document page;
    private final @Nullable String given;
    private final DraftBuilder draft;
    private final MetaTags meta;
    private final JsonLd data;
    private final Map<String, @Nullable Object> article;
    private List<String> titles = List.of();
    private @Nullable String base;

    PageFacts(Document page, @Nullable String given, DraftBuilder draft) {
        this.page = page;
        this.given = given == null ? null : WebAddresses.absolute(given);
        this.draft = draft;
        this.meta = MetaTags.of(page);
        this.data = JsonLd.of(page);
        Map<String, @Nullable Object> found = data.article();
        this.article = found == null ? Map.of() : found;
    }

    /** Puts all that is said into the draft. */
    void read() {
        if (data.isMalformed()) {
            draft.find(Finding.warning("json-ld-unreadable", "Some of the page's JSON-LD is no JSON.", null));
        }
        address();
        source();
        titles = new PageTitles(page, meta, draft).read(plain(article.get("headline")), plain(article.get("name")));
        for (String lead : new @Nullable String[] {
            plain(article.get("description")),
            meta.first("og:description"),
            meta.first("twitter:description", "description", "dc.description", "dcterms.abstract")
        }) {
            // Templates escape what is escaped already.
            draft.lead(lead == null ? null : PlainText.decoded(lead));
        }
        new PageAuthors(page, meta, data, base, draft).read(article.get("author"));
        dates();
        section();
        keywords();
        new PageImage(meta, data, base, draft).read(article.get("image"));
        language();
        draft.rights(plain(article.get("copyrightNotice")))
                .rights(meta.first("dcterms.rights", "dc.rights", "rights", "copyright"));
    }

    /** The titles of the page in any form, which are no part of its text. */
    List<String> titles() {
        return titles;
    }

    /** The text as JSON-LD has it; null where it has none. */
    @Nullable String articleBody() {
        String body = JsonValues.text(article.get("articleBody"));
        if (body == null) {
            return null;
        }
        String text = HtmlText.of(body.replace("\n", "<br>"));
        // Where no blank line parts the paragraphs, each line is one.
        return text.contains("\n\n") ? text : text.replace("\n", "\n\n");
    }

    private void address() {
        Element element = page.selectFirst("base[href]");
        base = element == null ? given : WebAddresses.resolve(given, element.attr("href"));
        Element link = page.selectFirst("link[rel=canonical][href]");
        List<@Nullable String> candidates = new ArrayList<>();
        candidates.add(link == null ? null : link.attr("href"));
        candidates.add(meta.first("og:url"));
        candidates.add(JsonValues.text(article.get("url")));
        candidates.add(meta.first("twitter:url", "parsely-link"));
        candidates.add(given);
        for (String candidate : candidates) {
            String url = WebAddresses.resolve(base, candidate);
            if (url == null) {
                // Passed over, which is told where no better one has been found so far.
                draft.url(candidate);
            }
            // Templates that name the front page as canonical mean nothing by it.
            if (url != null && !WebAddresses.isFrontPage(url)) {
                draft.url(url);
            }
        }
        draft.url(given);
        if (base == null) {
            base = draft.text("url");
        }
    }

    private void source() {
        Map<String, @Nullable Object> publisher = data.resolve(article.get("publisher"));
        if (publisher != null) {
            draft.sourceName(plain(publisher.get("name")));
        }
        draft.sourceName(meta.first("og:site_name"))
                .sourceName(meta.first(
                        "application-name", "dc.publisher", "dcterms.publisher", "apple-mobile-web-app-title"))
                .sourceName(WebAddresses.domain(draft.text("url")))
                .sourceHomepage(WebAddresses.homepage(draft.text("url")))
                .derived("source");
    }

    private void dates() {
        draft.date("published", JsonValues.text(article.get("datePublished")))
                .date(
                        "published",
                        meta.first("article:published_time", "og:article:published_time", "og:published_time"))
                .date(
                        "published",
                        meta.first(
                                "datepublished",
                                "parsely-pub-date",
                                "pubdate",
                                "publishdate",
                                "publish-date",
                                "publish_date",
                                "sailthru.date",
                                "article.published",
                                "dc.date.issued",
                                "dcterms.issued",
                                "dcterms.created",
                                "dc.date.created",
                                "citation_publication_date",
                                "dc.date",
                                "dcterms.date",
                                "date",
                                "cxenseparse:recs:publishtime"));
        draft.date("modified", JsonValues.text(article.get("dateModified")))
                .date("modified", meta.first("article:modified_time", "og:updated_time", "og:article:modified_time"))
                .date(
                        "modified",
                        meta.first("datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "revised"));
        time("published", "time[itemprop=datePublished],[itemprop=datePublished],time[pubdate]", false);
        time("modified", "time[itemprop=dateModified],[itemprop=dateModified]", false);
        // One after the other: a header of the page, before the article, has the day of the visit.
        time("published", "article time", true);
        time("published", "main time", true);
        time("published", "time.published,.entry-date,.post-date", true);
    }

    private void time(String field, String selector, boolean derived) {
        if (draft.has(field)) {
            return;
        }
        Element time = page.selectFirst(selector);
        if (time != null && time.text().length() < 200) {
            draft.date(
                    field,
                    time.hasAttr("datetime")
                            ? time.attr("datetime")
                            : time.hasAttr("content") ? time.attr("content") : time.text());
            if (derived) {
                draft.derived(field);
            }
        }
    }

    private void section() {
        draft.section(plain(article.get("articleSection")))
                .section(meta.first("article:section", "og:article:section", "og:section"))
                .section(meta.first("section", "parsely-section", "dc.subject.section", "cxenseparse:category"));
    }

    private void keywords() {
        Object stated = article.get("keywords");
        if (stated instanceof String list) {
            words(list);
        } else {
            words(JsonValues.list(stated).stream()
                    .map(JsonValues::text)
                    .filter(Objects::nonNull)
                    .toList());
        }
        if (!draft.hasKeywords()) {
            words(meta.all("article:tag"));
        }
        for (String name : List.of("news_keywords", "keywords", "parsely-tags", "dc.subject")) {
            if (!draft.hasKeywords()) {
                meta.all(name).forEach(this::words);
            }
        }
    }

    /** Keywords that are written one by one, "Quill, Martha"; a single one with several commas is a list all the same. */
    private void words(List<String> each) {
        if (each.size() == 1 && WORDS.split(PlainText.decoded(WordEnds.cut(each.getFirst(), 5_000)), -1).length > 2) {
            words(each.getFirst());
        } else {
            each.forEach(word -> draft.keyword(PlainText.decoded(WordEnds.cut(word, 5_000))));
        }
    }

    private void words(String list) {
        for (String word : WORDS.split(PlainText.decoded(WordEnds.cut(list, 5_000)), -1)) {
            draft.keyword(word);
        }
    }

    private void language() {
        Element html = page.selectFirst("html");
        String own = html == null ? "" : html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
        draft.language(JsonValues.text(article.get("inLanguage")))
                .language(own)
                .language(meta.first("og:locale"))
                .language(meta.first("content-language", "language", "dc.language", "dcterms.language"));
    }

    /** A text of JSON-LD, in which some publishers write markup and entities. */
    static @Nullable String plain(@Nullable Object value) {
        String text = JsonValues.text(value);
        return text == null ? null : HtmlText.line(WordEnds.cut(text, 20_000));
    }
}
