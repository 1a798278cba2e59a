package io.khabar.imports.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * How far the article of a page reaches: what Readability keeps of it, paragraphs that it threw away amid those, and
 * sentences before and behind them in the element that is the article.
 */
final class Extent {
    /** What says that it is the article. */
    private static final String ARTICLES = "[itemprop=articleBody],article,main,[role=main]";

    /** So many elements up, where none says that it is the article. */
    private static final int MOST_STEPS = 4;

    private static final int LONGEST_LINE = 300;
    private static final int LONG = 400;

    private final Document page;
    private final TextWeights weights;
    private final Prose prose;
    private final Set<Element> kept;
    /** What has something kept in it. */
    private final Set<Element> holding = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<Node> gone = new ArrayList<>();

    private Extent(Document page, Set<Element> kept, TextWeights weights) {
        this.page = page;
        this.kept = kept;
        this.weights = weights;
        this.prose = Prose.of(page, weights);
    }

    /**
     * The element that is the article, without all that is no part of it; null where there is none. Changes the page.
     *
     * @param kept what Readability keeps
     */
    static @Nullable Element of(Document page, Set<Element> kept, TextWeights weights) {
        return kept.isEmpty() ? null : new Extent(page, kept, weights).article();
    }

    private Element article() {
        kept.forEach(this::hold);
        keepStated(root());
        introduce(root());
        Element root = root();
        Element whole = larger(root);
        if (whole != null) {
            kept.add(whole);
            hold(whole);
            takeWhole(whole);
            root = whole;
        }
        root = widened(root);
        part(root);
        Pruning.remove(gone);
        return root;
    }

    /** Keeps what says that it is the text, where Readability took the introduction or the comments alone. */
    private void keepStated(Element root) {
        List<Element> stated = page.select("[itemprop=articleBody]");
        Element text = stated.size() == 1 ? stated.getFirst() : null;
        if (text == null || isHeld(text) || prose.in(text) < Prose.OF_TEXT) {
            return;
        }
        Element around = text.parent() == null ? null : text.parent().closest(ARTICLES);
        boolean together = text.parents().contains(root)
                || (around != null && root.parents().contains(around));
        if (!together && prose.in(text) < prose.in(root)) {
            return;
        }
        if (!together) {
            kept.clear();
            holding.clear();
        }
        takeBack(text);
    }

    /** Keeps what the element that is the article has between its title and its text. */
    private void introduce(Element root) {
        Element limit = limit(root);
        if (limit.equals(page.body())) {
            limit = root;
            for (int i = 0; i < MOST_STEPS && limit.parent() != null && !limit.equals(page.body()); i++) {
                limit = limit.parent();
            }
        }
        for (Element element : Introduction.of(page, kept, weights)) {
            if (element.parents().contains(limit)) {
                hold(element);
                kept.addAll(element.getAllElements());
            }
        }
    }

    private void hold(Element element) {
        for (Element above = element.parent(); above != null && holding.add(above); above = above.parent()) {
            // Goes up to what is known already.
        }
    }

    private boolean isHeld(Element element) {
        return kept.contains(element) || holding.contains(element);
    }

    /** The smallest element that has all that is kept. */
    private Element root() {
        Element root = page.body();
        while (!kept.contains(root)) {
            List<Element> held = root.children().stream().filter(this::isHeld).toList();
            if (held.size() != 1) {
                break;
            }
            root = held.getFirst();
        }
        return root;
    }

    /** What says that it is the article, where what is kept is a small part of its sentences; else null. */
    private @Nullable Element larger(Element root) {
        // Of long texts most is kept: what is left out of them is other articles.
        int kept = told(root) < LONG ? told(root) : prose.in(root);
        for (String selector : ARTICLES.split(",", -1)) {
            List<Element> found = page.select(selector);
            // Where there are several, they are a list of articles.
            if (found.size() == 1 && prose.in(found.getFirst()) > 2 * Math.max(kept, Prose.OF_TEXT)) {
                return found.getFirst();
            }
        }
        return null;
    }

    /** The sentences of an element that are kept. */
    private int told(Element element) {
        int told = prose.in(element);
        for (Element child : element.children()) {
            if (!isHeld(child)) {
                told -= Prose.isBeside(child) ? 0 : prose.in(child);
            } else if (holding.contains(child)) {
                told -= prose.in(child) - told(child);
            }
        }
        return told;
    }

    /** Keeps all of an element but what stands beside the text. */
    private void takeWhole(Element whole) {
        for (Element child : whole.children()) {
            if (!stands(child)) {
                kept.add(child);
                hold(child);
                takeWhole(child);
            }
        }
    }

    private boolean stands(Element element) {
        return Prose.isBeside(element)
                || (Names.areUnlikely(element) && weights.text(element) * 4L < weights.text(page));
    }

    /** The element that also has the sentences that stand beside what is kept. */
    private Element widened(Element root) {
        Element wide = root;
        Element limit = limit(root);
        Element node = root;
        int most = limit.equals(page.body()) ? MOST_STEPS : Integer.MAX_VALUE;
        for (int i = 0; !node.equals(limit) && i < most; i++) {
            Element parent = node.parent();
            if (parent == null) {
                break;
            }
            boolean before = true;
            for (Element sibling : parent.children()) {
                if (sibling.equals(node)) {
                    before = false;
                } else if (before ? leads(sibling) : follows(sibling, node)) {
                    takeBack(sibling);
                    wide = parent;
                }
            }
            node = parent;
        }
        return wide;
    }

    private Element limit(Element root) {
        for (Element above = root; above != null; above = above.parent()) {
            if (above.is(ARTICLES)) {
                return above;
            }
        }
        return page.body();
    }

    private void takeBack(Element element) {
        kept.add(element);
        hold(element);
        takeWhole(element);
    }

    /** Whether an element before the text is its beginning. */
    private boolean leads(Element element) {
        return isText(element) && !isTitled(element);
    }

    /** Whether an element behind the text is more of it. */
    private boolean follows(Element element, Element last) {
        return isText(element)
                && element.normalName().equals(last.normalName())
                && !last.className().isEmpty()
                && element.className().equals(last.className())
                && !isTitled(element);
    }

    /** Sentences, rather than links and labels. */
    private boolean isText(Element element) {
        int sentences = prose.in(element);
        return sentences >= Prose.OF_TEXT
                && sentences * 2L > weights.text(element)
                && weights.linked(element) * 3L < weights.text(element)
                && !stands(element)
                && !element.normalName().equals("article");
    }

    /** Whether it is another article, or the teaser of one. */
    private static boolean isTitled(Element element) {
        for (Element link : element.select("h1,h2 a[href],h3 a[href],h4 a[href],a[href] h2,a[href] h3,a[href] h4")) {
            boolean own = link.attr("href").startsWith("#") || link.closest("aside,nav,footer") != null;
            if (!own) {
                return true;
            }
        }
        return false;
    }

    /** Notes what is no part of the text in an element that is kept, or has something that is. */
    private void part(Element element) {
        boolean text = kept.contains(element);
        List<Node> children = new ArrayList<>(element.childNodes());
        int first = -1;
        int last = -1;
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) instanceof Element child && isHeld(child)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        for (int i = 0; i < children.size(); i++) {
            Node node = children.get(i);
            if (node instanceof Element child) {
                if (isHeld(child)) {
                    part(child);
                } else if (i < first
                        ? leads(child)
                        : last >= 0 && i > last && follows(child, (Element) children.get(last))) {
                    takeBack(child);
                    part(child);
                } else if (!(text && isInline(child)) && !(i > first && i < last && isAmid(child))) {
                    gone.add(child);
                }
            } else if (!text && node instanceof TextNode) {
                gone.add(node);
            }
        }
    }

    private boolean isInline(Element element) {
        return !HtmlText.isBlock(element)
                && (element.normalName().equals("a") || !Names.areDisliked(element))
                && weights.text(element) < LONGEST_LINE;
    }

    /** Whether what Readability threw away amid the text is a part of it: it takes short lines of a dialogue for labels. */
    private boolean isAmid(Element element) {
        if (stands(element) || weights.text(element) == 0) {
            return false;
        }
        // Readability throws away all headings of the first order: some sites have them in the text.
        if (isText(element) || element.normalName().equals("h1")) {
            return true;
        }
        String line = weights.text(element) < LONGEST_LINE ? HtmlText.shortLine(element, LONGEST_LINE) : null;
        return line != null && Prose.endsSentence(line) && weights.linked(element) * 2L <= weights.text(element);
    }
}
