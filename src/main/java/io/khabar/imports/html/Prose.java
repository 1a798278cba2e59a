package io.khabar.imports.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * How much of each element is sentences rather than headings, links and labels, in visible characters. What stands beside
 * an article by its element or its name does not count for the elements around it. Counted once, from the leaves up.
 */
final class Prose {
    /** Fewer characters in one run are a label, whatever they end with. */
    private static final int FEWEST = 50;

    /** What is part of a text has so many. */
    static final int OF_TEXT = 80;

    /** So many are a paragraph even if no full stop ends them, as in headlines of Arabic sites that are whole sentences. */
    private static final int PARAGRAPH = 120;

    /** A character of Chinese or Japanese says as much as some of an alphabet. */
    private static final int IDEOGRAPH = 3;

    private static final String ENDS = ".!?…؟۔。！？։।:\"”“»’')）」』";

    private static final Set<String> BESIDE =
            Set.of("aside", "nav", "footer", "form", "figure", "dialog", "address", "table");

    private final IdentityHashMap<Element, Integer> amounts = new IdentityHashMap<>();

    private Prose() {}

    /** The sentences in an element and in all that is in it. */
    static Prose of(Element root, TextWeights weights) {
        Prose prose = new Prose();
        NodeTraversor.traverse(prose.new Count(root, weights), root);
        return prose;
    }

    /** Characters of sentences in a block. */
    int in(Element element) {
        return amounts.getOrDefault(element, 0);
    }

    /** Whether a line ends as sentences do. */
    static boolean endsSentence(String line) {
        return !line.isEmpty() && ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /** Whether an element stands beside an article, by what it is. */
    static boolean isBeside(Element element) {
        return BESIDE.contains(element.normalName());
    }

    private final class Count implements NodeVisitor {
        private final Element root;
        private final TextWeights weights;
        private final Deque<Block> open = new ArrayDeque<>();
        private int links;

        Count(Element root, TextWeights weights) {
            this.root = root;
            this.weights = weights;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text && !open.isEmpty()) {
                open.getFirst().add(text.getWholeText(), links > 0);
            } else if (node instanceof Element element) {
                links += isLink(element) ? 1 : 0;
                if (isBlock(element)) {
                    if (!open.isEmpty()) {
                        open.getFirst().end();
                    }
                    open.push(new Block());
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                links -= isLink(element) ? 1 : 0;
                if (isBlock(element)) {
                    Block block = open.pop();
                    block.end();
                    amounts.put(element, block.prose);
                    if (!open.isEmpty() && !standsBeside(element)) {
                        open.getFirst().prose += block.prose;
                    }
                }
            }
        }

        private boolean isBlock(Element element) {
            return element.equals(root) || HtmlText.isBlock(element);
        }

        private static boolean isLink(Element element) {
            return element.normalName().equals("a") && element.hasAttr("href");
        }

        /** A name on what holds much of the text says nothing about it. */
        private boolean standsBeside(Element element) {
            return isBeside(element) || (Names.areAround(element) && weights.text(element) * 4L < weights.text(root));
        }
    }

    /** A block that is being read: the run of text since its last inner block, and the sentences so far. */
    private static final class Block {
        private int prose;
        private int run;
        private int linked;
        private char last;

        void add(String text, boolean link) {
            int visible = 0;
            for (int i = 0; i < text.length(); i++) {
                char unit = text.charAt(i);
                if (!Character.isWhitespace(unit) && unit != '\u00A0') {
                    visible += Character.isIdeographic(unit) || (unit >= '\u3040' && unit < '\u3100') ? IDEOGRAPH : 1;
                    last = unit;
                }
            }
            run += visible;
            linked += link ? visible : 0;
        }

        void end() {
            boolean ended = ENDS.indexOf(last) >= 0;
            if (run >= (ended ? FEWEST : PARAGRAPH) && linked * 2L < run) {
                prose += run;
            }
            run = 0;
            linked = 0;
            last = ' ';
        }
    }
}
