package io.khabar.imports.html;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * What Readability keeps of a page, as elements of the page itself: what it gives back has neither names nor the paragraphs
 * that were written.
 */
final class ReadableParts {
    private static final String NUMBER = "data-khabar-number";

    /** Fewer characters are no article. */
    static final int FEWEST_LETTERS = 140;

    private ReadableParts() {}

    /** The elements that are kept; none where there is no article. */
    static Set<Element> of(Document page, TextWeights weights) {
        List<Element> elements = page.body().getAllElements();
        for (int i = 0; i < elements.size(); i++) {
            elements.get(i).attr(NUMBER, String.valueOf(i));
        }
        // A copy, as Readability takes apart what it is given and may come back with nothing.
        Document copy = page.clone();
        // It prints each element that it throws away, for its log, and printing prettily takes quadratic time.
        copy.outputSettings().prettyPrint(false);
        List<Element> copies = copy.body().getAllElements();
        for (int i = 0; i < copies.size(); i++) {
            if (isMisnamed(elements.get(i), weights, weights.text(page))) {
                copies.get(i).removeAttr("class").removeAttr("id");
            }
        }
        punctuate(copy);
        wrap(copy);
        Element content = new Readability4J("", copy).parse().getArticleContent();
        Set<Element> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        if (content != null && content.text().length() >= FEWEST_LETTERS) {
            for (Element element : content.select("[" + NUMBER + "]")) {
                kept.add(elements.get(Integer.parseInt(element.attr(NUMBER))));
            }
        }
        return kept;
    }

    /** "contentWithSidebar" is no sidebar: Readability throws away what has such a word in its name, how much it holds. */
    private static boolean isMisnamed(Element element, TextWeights weights, int all) {
        return weights.text(element) * 2L > all
                && Names.areDisliked(element)
                && (Names.areHolding(element) || element.selectFirst("h1") != null);
    }

    /** Text of the body itself is otherwise in no element that has a number. */
    private static void wrap(Document copy) {
        Element body = copy.body();
        if (body.ownText().length() >= FEWEST_LETTERS) {
            Element all = new Element("div").attr(NUMBER, body.attr(NUMBER)).appendChildren(body.childNodesCopy());
            body.empty().appendChild(all);
        }
    }

    /** Readability tells texts from menus by their commas, and knows only that of the West. */
    private static void punctuate(Document copy) {
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text) {
                        String whole = text.getWholeText();
                        String western =
                                whole.replace('،', ',').replace('，', ',').replace('、', ',');
                        if (!western.equals(whole)) {
                            text.text(western);
                        }
                    }
                },
                copy.body());
    }
}
