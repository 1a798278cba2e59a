package io.khabar.imports.html;

import io.khabar.imports.draft.Bylines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What stands between the title of an article and its text and is its beginning: Readability takes it for a label. */
final class Introduction {
    /** So many elements behind the title are looked at. */
    private static final int MOST_ELEMENTS = 25;

    private static final int LONGEST = 600;
    private static final int SHORTEST = 25;
    private static final String SENTENCE_ENDS = ".!?…؟۔。";
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "h2", "h3");
    private static final String ELSEWHERE = "figure,nav,aside,footer,form,video,audio,ul,ol,table,details,h1,a";

    private final TextWeights weights;
    /** The title and all that it is in. */
    private final Set<Element> aboveTitle = Collections.newSetFromMap(new IdentityHashMap<>());

    private Introduction(TextWeights weights) {
        this.weights = weights;
    }

    /**
     * The elements of an introduction that is not kept, in their order.
     *
     * @param kept what Readability keeps
     */
    static List<Element> of(Document page, Set<Element> kept, TextWeights weights) {
        Introduction introduction = new Introduction(weights);
        List<Element> found = new ArrayList<>();
        for (Element element : introduction.behindTitle(page, kept)) {
            boolean within = !found.isEmpty() && element.parents().contains(found.getLast());
            if (!within && introduction.has(element)) {
                found.add(element);
            }
        }
        return found;
    }

    /** What stands between the last title before the first paragraph that is kept, and that. */
    private List<Element> behindTitle(Document page, Set<Element> kept) {
        List<Element> behind = new ArrayList<>();
        Element title = null;
        for (Element element : page.body().getAllElements()) {
            if (element.normalName().equals("h1")) {
                title = element;
                behind.clear();
            } else if (kept.contains(element) && isParagraph(element)) {
                break;
            } else if (title != null && behind.size() < MOST_ELEMENTS && !kept.contains(element)) {
                behind.add(element);
            }
        }
        for (Element above = title; above != null; above = above.parent()) {
            aboveTitle.add(above);
        }
        return behind;
    }

    private static boolean isParagraph(Element element) {
        return element.normalName().equals("p") || !element.ownText().isBlank();
    }

    private boolean has(Element element) {
        if (!BLOCKS.contains(element.normalName())
                || weights.text(element) < SHORTEST
                || weights.text(element) > LONGEST
                || weights.linked(element) * 3L > weights.text(element)
                || element.closest(ELSEWHERE) != null) {
            return false;
        }
        boolean named = Names.areOfIntroduction(element);
        for (Element above = element; above != null && !aboveTitle.contains(above); above = above.parent()) {
            named |= Names.areOfIntroduction(above);
            if (Names.areAround(above) || (!named && Names.areUnlikely(above))) {
                return false;
            }
        }
        String line = HtmlText.shortLine(element, LONGEST);
        if (line == null || line.isEmpty() || Lines.isDay(line) || Lines.isLabel(line) || Lines.pointsElsewhere(line)) {
            return false;
        }
        boolean ended = SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
        return (ended || named) && !Bylines.isByline(line);
    }
}
