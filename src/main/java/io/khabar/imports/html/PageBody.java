package io.khabar.imports.html;

import io.khabar.imports.draft.Bylines;
import io.khabar.imports.draft.PlainText;
import io.khabar.imports.draft.StatedDate;
import io.khabar.language.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

    private static final int FEWEST_LETTERS = 140;

    /** Longer lines say something of their own, whatever words they begin with. */
    private static final int LONGEST_POINTER = 40;

    private static final String SENTENCE_ENDS = ".!?؟۔。";

    /** What never is text of an article. */
    private static final String NEVER = "script,style,noscript,template,iframe,object,embed,svg,canvas,button,"
            + "select,textarea,nav,figcaption,[hidden],[aria-hidden=true],[role=navigation],[role=complementary],"
            + "[role=dialog],[itemprop=caption]";

    private static final Pattern AROUND = Pattern.compile(
            "(?<![a-z])(?:share|sharing|social|related|recommend(?:ed|ation)?s?|read-?more|also-?read|see-?also|newsletter|"
                    + "subscribe|promo|sponsor(?:ed)?|advert(?:isement)?s?|breadcrumbs?|caption|credits?|byline|author-?(?:bio|box|info)|"
                    + "tags?-?(?:list|cloud|links)|post-?tags|comments?|disqus|print-?only|toolbar|pagination|most-?read|trending)(?![a-z])");

    /** Lines that lead elsewhere. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "^(?:اقر[أا]|إقرأ|للمزيد|المزيد|شاهد|طالع|مواضيع ذات|أخبار ذات|ذات صلة|تابعوا|تابعونا|شارك|read"
                    + " (?:more|also|next)|related|see also|also read|more on|share (?:this|on)|follow us|sign"
                    + " up|subscribe|advertisement|lire aussi|à lire|voir aussi|partager|читайте|смотрите"
                    + " также|поделиться|بیشتر بخوانید|همچنین بخوانید|mehr zum thema|lesen sie|lee también|leer más|leia"
                    + " também|ayrıca|story continues)(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> KEPT = Set.of("article", "main", "body", "html");

    private PageBody() {}

    /** The article's text; empty where there is none. Changes the page. */
    static String of(Document page, Collection<String> titles, Collection<String> authors) {
        Pruning.remove(page.select(NEVER));
        openForms(page);
        Pruning.leaveElementsAndText(page);
        TextWeights weights = TextWeights.of(page);
        boolean heavy = page.getAllElements().size() > MOST_ELEMENTS
                || Pruning.widest(page) > MOST_CHILDREN
                || weights.sum() > MOST_NESTED_TEXT;
        Element article = heavy ? null : readable(page);
        if (article == null) {
            article = largest(page, weights);
        }
        tidy(article);
        return trimmed(HtmlText.of(article), titles, authors);
    }

    /** Some servers put all of a page into one form (ASP.NET Web Forms): only what is small is a form to readers. */
    private static void openForms(Document page) {
        TextWeights weights = TextWeights.of(page);
        List<Element> small = new ArrayList<>();
        for (Element form : page.select("form")) {
            int text = weights.text(form);
            if (text < FEWEST_LETTERS || text * 4L < weights.text(page)) {
                small.add(form);
            } else {
                form.unwrap();
            }
        }
        Pruning.remove(small);
    }

    private static @Nullable Element readable(Document page) {
        // A copy, as Readability takes apart what it is given and may come back with nothing.
        Document copy = page.clone();
        // It prints each element that it throws away, for its log, and printing prettily takes quadratic time.
        copy.outputSettings().prettyPrint(false);
        Element content = new Readability4J("", copy).parse().getArticleContent();
        return content != null && content.text().length() >= FEWEST_LETTERS ? content : null;
    }

    /** The element that says it is the article; else all of the page. */
    private static Element largest(Document page, TextWeights weights) {
        Element best = page.body();
        int most = 0;
        for (Element candidate : page.select("[itemprop=articleBody],article,main,[role=main]")) {
            int length = weights.text(candidate);
            if (length > most && length >= FEWEST_LETTERS) {
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
            String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
            // A name on what holds most of the text says nothing about it.
            if (names.length() > 1
                    && AROUND.matcher(names).find()
                    && weights.text(element) * 4L < weights.text(article)) {
                around.add(element);
            }
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
        if (line == null || !ELSEWHERE.matcher(line).lookingAt()) {
            return false;
        }
        // Words set in bold may begin a sentence.
        return linked * 2 > text || (!name.equals("strong") && isPointer(line));
    }

    /** Whether a line that begins with such words is no more than that: "شارك" is "share", and "took part". */
    private static boolean isPointer(String line) {
        return line.length() < LONGEST_POINTER
                && (line.endsWith("...") || SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) < 0);
    }

    /** Without the title, byline and date that stand before the text, and lines that lead elsewhere behind it. */
    private static String trimmed(String text, Collection<String> titles, Collection<String> authors) {
        List<String> paragraphs = new ArrayList<>(List.of(PlainText.split(text)));
        for (int i = 0; i < 4 && paragraphs.size() > 1 && isBefore(paragraphs.getFirst(), titles, authors); i++) {
            paragraphs.removeFirst();
        }
        while (paragraphs.size() > 1
                && isPointer(paragraphs.getLast())
                && ELSEWHERE.matcher(paragraphs.getLast()).lookingAt()) {
            paragraphs.removeLast();
        }
        return String.join("\n\n", paragraphs);
    }

    private static boolean isBefore(String paragraph, Collection<String> titles, Collection<String> authors) {
        if (paragraph.length() > 300) {
            return false;
        }
        String key = Folding.fold(paragraph);
        if (key.isEmpty()
                || titles.stream().anyMatch(title -> Folding.fold(title).equals(key))) {
            return true;
        }
        return paragraph.length() < 120
                && (isDate(paragraph)
                        || Bylines.isByline(paragraph)
                        || authors.stream().anyMatch(author -> isOnly(key, author)));
    }

    private static boolean isDate(String paragraph) {
        return paragraph.length() < 60 && StatedDate.parse(paragraph) != null;
    }

    /** The author's name with hardly anything around it. */
    private static boolean isOnly(String key, String author) {
        String name = Folding.fold(author);
        return !name.isEmpty() && key.contains(name) && key.length() < name.length() + 25;
    }
}
