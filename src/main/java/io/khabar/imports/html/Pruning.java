package io.khabar.imports.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.LeafNode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Takes nodes out of a page. Linear: each parent's children are parted once, as removing one moves all that stand behind
 * it, and a page may have a hundred thousand beside each other.
 */
final class Pruning {

    private Pruning() {}

    /** Without these. */
    static void remove(Collection<? extends Node> gone) {
        Set<Node> marked = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Element> parents = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : gone) {
            Node parent = node.parent();
            if (parent instanceof Element element) {
                marked.add(node);
                parents.add(element);
            }
        }
        for (Element parent : parents) {
            List<Node> kept = new ArrayList<>();
            for (Node child : parent.childNodes()) {
                if (!marked.contains(child)) {
                    kept.add(child);
                }
            }
            replace(parent, kept);
        }
    }

    /** Without what is neither element nor text, such as comments; texts that then stand beside each other are one. */
    static void leaveElementsAndText(Element root) {
        for (Element element : root.getAllElements()) {
            List<Node> kept = new ArrayList<>();
            List<TextNode> run = new ArrayList<>();
            for (Node child : element.childNodes()) {
                if (child instanceof TextNode text) {
                    run.add(text);
                } else if (!(child instanceof LeafNode)) {
                    join(run, kept);
                    kept.add(child);
                }
            }
            join(run, kept);
            if (kept.size() < element.childNodeSize()) {
                replace(element, kept);
            }
        }
    }

    /** The most children that any element has. */
    static int widest(Element root) {
        return root.getAllElements().stream()
                .mapToInt(Element::childNodeSize)
                .max()
                .orElse(0);
    }

    private static void join(List<TextNode> run, List<Node> kept) {
        if (run.size() == 1) {
            kept.add(run.getFirst());
        } else if (!run.isEmpty()) {
            StringBuilder whole = new StringBuilder();
            run.forEach(text -> whole.append(text.getWholeText()));
            kept.add(new TextNode(whole.toString()));
        }
        run.clear();
    }

    private static void replace(Element parent, List<Node> kept) {
        parent.empty();
        parent.appendChildren(kept);
    }
}
