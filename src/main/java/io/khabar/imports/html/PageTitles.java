package io.khabar.imports.html;

import io.khabar.imports.draft.DraftBuilder;
import io.khabar.imports.draft.PlainText;
import io.khabar.imports.draft.Titles;
import io.khabar.imports.draft.WebAddresses;
import io.khabar.language.Folding;
import io.khabar.language.WordEnds;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The title of a page's article, by JSON-LD, OpenGraph, meta elements, headings and the page's own title. */
final class PageTitles {
    private static final int LONGEST_HEADING = 300;

    private final Document page;
    private final MetaTags meta;
    private final DraftBuilder draft;
    private final List<String> titles = new ArrayList<>();

    PageTitles(Document page, MetaTags meta, DraftBuilder draft) {
        this.page = page;
        this.meta = meta;
        this.draft = draft;
    }

    /**
     * Puts the title into the draft; source and address must be there.
     *
     * @param headline as JSON-LD has it
     * @param named the article's name in JSON-LD
     * @return the titles of the page in any form
     */
    List<String> read(@Nullable String headline, @Nullable String named) {
        List<String> sites = new ArrayList<>();
        for (String site : new @Nullable String[] {
            draft.text("source"),
            meta.first("og:site_name"),
            meta.first("application-name"),
            WebAddresses.domain(draft.text("url"))
        }) {
            if (site != null) {
                sites.add(site);
            }
        }
        List<String> headings = headings();
        for (String candidate : new @Nullable String[] {
            headline,
            meta.first("og:title"),
            meta.first("twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"),
            headline == null ? null : named
        }) {
            if (candidate != null) {
                titles.add(Titles.bare(candidate, sites, headings));
            }
        }
        int stated = titles.size();
        titles.addAll(headings);
        // The title element is last in trust, but it tells which heading is the page's.
        String name = WordEnds.cut(PlainText.line(page.title()), 2 * LONGEST_HEADING);
        if (!name.isEmpty()) {
            titles.add(Titles.bare(name, sites, titles));
        }
        if (stated > 0) {
            draft.title(titles.subList(0, stated).stream()
                    .filter(candidate -> isShown(candidate, headings, name))
                    .findFirst()
                    .orElse(titles.getFirst()));
        } else if (!titles.isEmpty()) {
            draft.title(derived(headings)).derived("title");
        }
        return titles;
    }

    /** The page's own title, or the first heading where it has none. */
    private String derived(List<String> headings) {
        String last = titles.getLast();
        String key = Folding.fold(last);
        boolean whole =
                headings.stream().anyMatch(heading -> Folding.fold(heading).equals(key));
        return whole ? last : Titles.withoutTail(last);
    }

    /** Whether readers of the page see such a title: some encyclopedias put a description in its field. */
    private static boolean isShown(String candidate, List<String> headings, String name) {
        String key = Folding.fold(candidate);
        return !key.isEmpty()
                && (Folding.fold(name).contains(key)
                        || headings.stream()
                                .anyMatch(heading -> Folding.fold(heading).equals(key)));
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>();
        for (Element heading : page.select("[itemprop=headline],h1")) {
            String text = headings.size() < 5 ? HtmlText.shortLine(heading, LONGEST_HEADING) : null;
            if (text != null && !text.isEmpty()) {
                headings.add(text);
            }
        }
        return headings;
    }
}
