package io.khabar.imports.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Finds the text of a page's article, and takes off what stands around it. */
final class PageBody {
    /** Beyond that Readability's passes over the page take too long; the largest element's text is taken as it is. */
    private static final int MOST_ELEMENTS = 30_000;

    /**
     * Beyond that, in characters that elements hold, each counted as often as elements are nested around it, Readability
     * takes too long as well: it asks each element for its text, more than once.
     */
    private static final long MOST_NESTED_TEXT = 20_000_000;

    /** Beyond that in one element Readability takes too long, too: it removes them one by one. */
    private static final int MOST_CHILDREN = 10_000;

    /** What never is text of an article. */
    private static final String NEVER = "script,style,noscript,template,iframe,object,embed,svg,canvas,button,"
            + "select,textarea,nav,figcaption,[hidden],[aria-hidden=true],[role=navigation],[role=complementary],"
            + "[role=dialog],[itemprop=caption]";

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final int LONGEST_LINK = 200;
    private static final int MOST_ENDS = 20;

    private static final Set<String> BESIDE = Set.of("aside", "footer");

    private static final Set<String> KEPT = Set.of("article", "main", "body", "html");

    private PageBody() {}

    /** The article's text; empty where there is none. Changes the page. */
    static String of(Document page, @Nullable String title, Collection<String> titles, Collection<String> authors) {
        Folded.open(page);
        Pruning.remove(page.select(NEVER));
        hide(page);
        openForms(page);
        Pruning.leaveElementsAndText(page);
        TextWeights weights = TextWeights.of(page);
        boolean heavy = page.getAllElements().size() > MOST_ELEMENTS
                || Pruning.widest(page) > MOST_CHILDREN
                || weights.sum() > MOST_NESTED_TEXT;
        Element article = heavy ? null : Extent.of(page, ReadableParts.of(page, weights), weights);
        if (article == null) {
            article = largest(page, weights);
        }
        tidy(article);
        return Trimming.of(HtmlText.of(article), title, titles, authors);
    }

    /** Takes out what styles hide, unless it is so much, an article, or more of the text, that a script must show it. */
    private static void hide(Document page) {
        TextWeights weights = TextWeights.of(page);
        Set<Element> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element article : page.select("article,main,[itemprop=articleBody],h1")) {
            for (Element above = article; above != null && shown.add(above); above = above.parent()) {
                // Goes up to what is known already.
            }
        }
        List<Element> hidden = new ArrayList<>();
        for (Element element : page.body().getAllElements()) {
            boolean little = weights.text(element) * 2L < weights.text(page);
            if (little && !shown.contains(element) && Names.areHidden(element)) {
                hidden.add(element);
            }
        }
        if (!hidden.isEmpty()) {
            Prose prose = Prose.of(page, weights);
            hidden.removeIf(element -> Folded.unfold(element, prose, weights));
        }
        Pruning.remove(hidden);
    }

    /** Some servers put all of a page into one form (ASP.NET Web Forms): only what is small is a form to readers. */
    private static void openForms(Document page) {
        TextWeights weights = TextWeights.of(page);
        List<Element> small = new ArrayList<>();
        for (Element form : page.select("form")) {
            int text = weights.text(form);
            if (text < ReadableParts.FEWEST_LETTERS || text * 4L < weights.text(page)) {
                small.add(form);
            } else {
                form.unwrap();
            }
        }
        Pruning.remove(small);
    }

    /** The element that says it is the article; else all of the page. */
    private static Element largest(Document page, TextWeights weights) {
        Element best = page.body();
        int most = 0;
        for (Element candidate : page.select("[itemprop=articleBody],article,main,[role=main]")) {
            int length = weights.text(candidate);
            if (length > most && length >= ReadableParts.FEWEST_LETTERS) {
                most = length;
                best = candidate;
                if (candidate.hasAttr("itemprop")) {
                    break;
                }
            }
        }
        return best;
    }

    private static void tidy(Element article) {
        Pruning.remove(article.select(NEVER));
        TextWeights weights = TextWeights.of(article);
        List<Element> around = new ArrayList<>();
        for (Element element : article.getAllElements()) {
            if (element.equals(article) || KEPT.contains(element.normalName())) {
                continue;
            }
            // What holds much of the text does not stand beside it, whatever it is called.
            boolean beside = BESIDE.contains(element.normalName()) || Names.areAround(element);
            if (beside && weights.text(element) * 4L < weights.text(article)) {
                around.add(element);
            }
        }
        if (Prose.of(article, weights).in(article) == 0) {
            // Where nothing else is told, the captions of a gallery are the text.
            around.removeIf(Names::areCaptions);
        }
        Pruning.remove(around);
        List<Element> elsewhere = new ArrayList<>();
        TextWeights left = TextWeights.of(article);
        for (Element block : article.select("p,li,div,h2,h3,h4,h5,h6,ul,ol,aside,strong")) {
            if (leadsElsewhere(block, left)) {
                elsewhere.add(block);
            }
        }
        Pruning.remove(elsewhere);
        Pruning.remove(ends(article));
    }

    /** Headings of what is no more there, and links, behind the last paragraph. */
    private static List<Element> ends(Element article) {
        TextWeights weights = TextWeights.of(article);
        List<Element> blocks = new ArrayList<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && !text.isBlank()) {
                        blocks.add(block(text, article));
                    }
                },
                article);
        List<Element> ends = new ArrayList<>();
        for (Element block : blocks.reversed()) {
            if (!ends.isEmpty() && ends.getLast().equals(block)) {
                continue;
            }
            int text = weights.text(block);
            boolean heading = HEADINGS.contains(block.normalName());
            boolean link = weights.linked(block) * 10L >= text * 9L && text < LONGEST_LINK;
            if (block.equals(article) || ends.size() >= MOST_ENDS || !(heading || link)) {
                return ends;
            }
            ends.add(block);
        }
        // All of it is headings and links: it is what the page has to say.
        return List.of();
    }

    /** The block in which a text stands. */
    private static Element block(TextNode text, Element article) {
        for (Node above = text.parent(); above instanceof Element element; above = above.parent()) {
            if (HtmlText.isBlock(element) || element.equals(article)) {
                return element;
            }
        }
        return article;
    }

    /** A short block that begins with the words of such lines and is a link rather than a sentence, or a list of links. */
    private static boolean leadsElsewhere(Element block, TextWeights weights) {
        String name = block.normalName();
        int text = weights.text(block);
        int linked = weights.linked(block);
        if (name.equals("ul") || name.equals("ol")) {
            return text > 0 && block.childrenSize() > 1 && linked * 10L >= text * 9L;
        }
        String line = text < 300 ? HtmlText.shortLine(block, 300) : null;
        if (line == null || !Lines.pointsElsewhere(line)) {
            return false;
        }
        // Words set in bold may begin a sentence.
        return linked * 2 > text || (!name.equals("strong") && Lines.isPointer(line));
    }
}
