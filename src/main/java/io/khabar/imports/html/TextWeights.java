package io.khabar.imports.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * How much text each element holds, in characters that are no white space. Counted once, from the leaves up: asking each
 * element for its text would cost the text as often as elements are nested around it.
 */
final class TextWeights {

    private record Weight(int text, int linked) {}

    private static final Weight NONE = new Weight(0, 0);

    private final IdentityHashMap<Element, Weight> weights = new IdentityHashMap<>();
    private long sum;

    private TextWeights() {}

    /** The weights of an element and of all that is in it. */
    static TextWeights of(Element root) {
        TextWeights weights = new TextWeights();
        NodeTraversor.traverse(weights.new Count(), root);
        return weights;
    }

    /** Characters of text in an element. */
    int text(Element element) {
        return weights.getOrDefault(element, NONE).text();
    }

    /** Characters of text that are links in an element. */
    int linked(Element element) {
        return weights.getOrDefault(element, NONE).linked();
    }

    /** What asking each element for its text would cost, in characters. */
    long sum() {
        return sum;
    }

    private final class Count implements NodeVisitor {
        private final Deque<Weight> open = new ArrayDeque<>();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element) {
                open.push(NONE);
            } else if (node instanceof TextNode text) {
                add(new Weight(visible(text.getWholeText()), 0));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                Weight inner = open.pop();
                Weight weight = element.normalName().equals("a") && element.hasAttr("href")
                        ? new Weight(inner.text(), inner.text())
                        : inner;
                weights.put(element, weight);
                sum += weight.text();
                add(weight);
            }
        }

        private void add(Weight weight) {
            if (!open.isEmpty()) {
                Weight around = open.pop();
                open.push(new Weight(around.text() + weight.text(), around.linked() + weight.linked()));
            }
        }

        private static int visible(String text) {
            int visible = 0;
            for (int i = 0; i < text.length(); i++) {
                visible += Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00A0' ? 0 : 1;
            }
            return visible;
        }
    }
}
