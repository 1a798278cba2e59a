package io.khabar.imports.html;

import io.khabar.imports.draft.PlainText;
import io.khabar.language.WordEnds;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The text of markup: paragraphs with a blank line between them, line breaks where {@code br} has them. Nothing of what
 * would be executed, embedded or filled in is text. Linear.
 */
public final class HtmlText {
    /** Deeper than any page that people write; what is deeper is read as if it were here. */
    static final int DEEPEST = 256;

    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "canvas",
            "audio",
            "video",
            "map",
            "select",
            "option",
            "button",
            "input",
            "textarea",
            "head",
            "title",
            "meta",
            "link",
            "frame",
            "frameset",
            "noframes",
            "datalist",
            "dialog",
            "plaintext",
            "xmp");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "caption",
            "blockquote",
            "pre",
            "figure",
            "figcaption",
            "hr",
            "address",
            "details",
            "summary",
            "fieldset",
            "form",
            "center",
            "body",
            "html");

    private HtmlText() {}

    /** Whether text before and behind an element is in paragraphs of its own. */
    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    /** The text of a fragment of markup such as feeds carry; of text without any, the text itself. */
    public static String of(String markup) {
        if (markup.indexOf('<') < 0 && markup.indexOf('&') < 0) {
            return PlainText.paragraphs(markup);
        }
        return of(
                Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(markup, "").body());
    }

    /** The text of markup on one line. */
    public static String line(String markup) {
        return PlainText.line(of(markup));
    }

    /** The text of an element and what is in it. */
    static String of(Element element) {
        Writer writer = new Writer();
        NodeTraversor.traverse(writer, element);
        return PlainText.paragraphs(writer.out.toString());
    }

    /**
     * The text of an element on one line, where it is short.
     *
     * @return null where it has more characters than that, or more nodes and white space than any short text
     */
    static @Nullable String shortLine(Element element, int longest) {
        Beginning beginning = new Beginning(longest);
        NodeTraversor.filter(beginning, element);
        String line = PlainText.line(beginning.out.toString());
        return beginning.cut || line.length() > longest ? null : line;
    }

    /** The first characters of an element's text on one line. */
    static String beginning(Element element, int longest) {
        Beginning beginning = new Beginning(longest);
        NodeTraversor.filter(beginning, element);
        return WordEnds.cut(PlainText.line(beginning.out.toString()), longest);
    }

    /** Reads no further than it needs to, so that asking each of many nested elements stays cheap. */
    private static final class Beginning implements NodeFilter {
        private static final int MOST_NODES = 1_000;

        private final StringBuilder out = new StringBuilder();
        private final int most;
        private int nodes;
        private boolean cut;

        Beginning(int longest) {
            // Indentation counts too, but a page may have much of it.
            this.most = 8 * longest;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (++nodes > MOST_NODES || out.length() > most) {
                cut = true;
                return FilterResult.STOP;
            }
            if (node instanceof TextNode text) {
                String whole = text.getWholeText();
                out.append(whole, 0, Math.min(whole.length(), most + 1));
            } else if (node instanceof Element element) {
                if (SILENT.contains(element.normalName())) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                out.append(isApart(element) ? " " : "");
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            out.append(node instanceof Element element && isApart(element) ? " " : "");
            return FilterResult.CONTINUE;
        }

        private static boolean isApart(Element element) {
            String name = element.normalName();
            return BLOCKS.contains(name)
                    || switch (name) {
                        case "br", "tr", "td", "th" -> true;
                        default -> false;
                    };
        }
    }

    private static final class Writer implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();
        private int silent;
        private int verbatim;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (silent == 0) {
                    append(text.getWholeText());
                }
                return;
            }
            if (!(node instanceof Element element)) {
                return;
            }
            String name = element.normalName();
            silent += SILENT.contains(name) ? 1 : 0;
            if (name.equals("br") && silent == 0) {
                out.append('\n');
            } else if (name.equals("tr") && silent == 0) {
                out.append('\n');
            } else if ((name.equals("td") || name.equals("th")) && silent == 0) {
                out.append(' ');
            } else if (BLOCKS.contains(name)) {
                out.append("\n\n");
            }
            verbatim += name.equals("pre") ? 1 : 0;
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                silent -= SILENT.contains(name) ? 1 : 0;
                verbatim -= name.equals("pre") ? 1 : 0;
                if (BLOCKS.contains(name)) {
                    out.append("\n\n");
                }
            }
        }

        /** Line breaks of the source are spaces, but in {@code pre}. */
        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char unit = text.charAt(i);
                boolean lineBreak =
                        unit == '\n' || unit == '\r' || unit == '\u0085' || unit == '\u2028' || unit == '\u2029';
                out.append(lineBreak && verbatim == 0 ? ' ' : unit);
            }
        }
    }
}
