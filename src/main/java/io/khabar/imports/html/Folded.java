package io.khabar.imports.html;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What readers of a page see once they ask for it, or in another place: it is a part of the article all the same. */
final class Folded {
    /** Headings that are buttons: they open the answer below a question. */
    private static final String BUTTONS = "h2>button,h3>button,h4>button,h5>button,h6>button,dt>button";

    private static final Set<String> BETWEEN = Set.of("br", "span");

    private static final String PARAGRAPHS = "p,blockquote,ul,ol";

    /** So many elements before it: dots, and what else is hidden. */
    private static final int MOST_BETWEEN = 12;

    private static final int FEWEST_CAPTIONS = 140;

    private Folded() {}

    /** Makes text of what else is thrown away: questions that are buttons, and captions where these are all that is told. */
    static void open(Document page) {
        page.select(BUTTONS).forEach(Element::unwrap);
        List<Element> captions = page.select("figure figcaption");
        if (captions.size() < 2) {
            return;
        }
        TextWeights weights = TextWeights.of(page);
        Element article = page.select("article,main").size() == 1
                ? page.select("article,main").getFirst()
                : page.body();
        int told = captions.stream().mapToInt(weights::text).sum();
        if (told >= FEWEST_CAPTIONS && Prose.of(page, weights).in(article) == 0) {
            captions.forEach(caption -> caption.tagName("p"));
            page.select("figure").tagName("div");
        }
    }

    /** Shows what is hidden where it goes on behind paragraphs, until a reader asks for more; whether it does. */
    static boolean unfold(Element hidden, Prose prose, TextWeights weights) {
        boolean more = prose.in(hidden) > 0
                && weights.linked(hidden) * 3L <= weights.text(hidden)
                && !Names.areAround(hidden)
                && isBehindParagraph(hidden, prose)
                && hidden.selectFirst("form,input,h1") == null;
        if (more) {
            // Names as "hidden" are what Readability throws away.
            hidden.removeAttr("class").removeAttr("id").removeAttr("style");
        }
        return more;
    }

    private static boolean isBehindParagraph(Element hidden, Prose prose) {
        Element before = hidden.previousElementSibling();
        for (int i = 0; before != null && i < MOST_BETWEEN; i++) {
            if (before.is(PARAGRAPHS) && !Names.areHidden(before)) {
                return prose.in(before) >= Prose.OF_TEXT;
            }
            if (!BETWEEN.contains(before.normalName()) && !Names.areHidden(before)) {
                return false;
            }
            before = before.previousElementSibling();
        }
        return false;
    }
}
