package io.khabar.imports.html;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the names of an element, its classes and its id, say about what it holds. */
final class Names {
    /** Longer ones are made by machines. */
    private static final int LONGEST = 2_000;

    /** Words for what stands around a text. */
    private static final Pattern AROUND = Pattern.compile(
            "(?<![a-z])(?:share|sharing|social|related|recommend(?:ed|ation)?s?|read-?more|also-?read|see-?also|newsletter|"
                    + "subscribe|promo|sponsor(?:ed)?|advert(?:isement)?s?|breadcrumbs?|caption|credits?|byline|author-?(?:bio|box|info)|"
                    + "tags?-?(?:list|cloud|links)|post-?tags|comments?|disqus|print-?only|toolbar|pagination|most-?read|trending|"
                    + "edit-?section|outbrain|taboola|modal|cookies?|consent)(?![a-z])");

    /** Such words, and others that stand for it often, anywhere in a name: enough not to take something back. */
    private static final Pattern UNLIKELY =
            Pattern.compile("banner|breadcrumb|combx|comment|community|cookie|consent|contact|copyright|"
                    + "cover-wrap|credit|disclaimer|disqus|donat|extra|follow|foot|gallery|gdpr|header|hidden|legends|masthead|media|menu|"
                    + "meta|modal|more|nav|newsletter|notice|outbrain|overlay|pag(?:er|ination)|paywall|popular|popup|promo|recirc|"
                    + "recommend|related|remark|replies|rss|scroll|share|shopping|shoutbox|sidebar|sign-?up|skyscraper|social|sponsor|"
                    + "subscri|supplemental|survey|taboola|tag|teaser|toc|tool|trend|video|widget|ad-|advert|alert|agegate|author|byline|"
                    + "bio|box|caption|carousel|image|img|photo|slide");

    /** Words of names for the beginning of an article, behind its title. */
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?<![a-z])(?:summary|excerpt|stand-?first|lead(?!er)|lede|intro|deck|dek|sub-?title|sub-?head|chapo|"
                    + "teaser|description|abstract)");

    /** Words of names for what holds a whole page or article. */
    private static final Pattern HOLDING =
            Pattern.compile("content|article|story|body|entry|main|page|post|wrap|container|layout|column|has-|with");

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** Readability throws away what has these in its name… */
    private static final Pattern THROWN =
            Pattern.compile("banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|foot|"
                    + "header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|"
                    + "agegate|pagination|pager|popup|yom-remote");

    /** … if none of these is in it … */
    private static final Pattern UNLESS = Pattern.compile("and|article|body|column|main|shadow");

    /** … and it thinks less of what has these … */
    private static final Pattern LESS = Pattern.compile(
            "hidden|\\bhid\\b|banner|combx|comment|com-|contact|foot|masthead|media|meta|"
                    + "outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|tool|widget");

    /** … if none of these is in it. */
    private static final Pattern UNLESS_ALSO =
            Pattern.compile("article|body|content|entry|main|page|post|text|blog|story");

    /** What styles do not show. */
    private static final Set<String> HIDDEN = Set.of(
            "hidden",
            "d-none",
            "display-none",
            "sr-only",
            "visually-hidden",
            "visuallyhidden",
            "screen-reader-text",
            "screen-reader-only",
            "element-invisible",
            "u-hidden");

    /** What says of another element that it is there or not. */
    private static final Pattern MISSING = Pattern.compile("(?<![a-z])(?:no|has|with|without|hide)[_-]");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern PARTS = Pattern.compile("[_-]+");

    private Names() {}

    /** Whether what has such a name stands around the article. */
    static boolean areAround(Element element) {
        String id = hyphenated(element.id());
        if (!id.isEmpty() && AROUND.matcher(id).find() && !isSentence(id)) {
            return true;
        }
        for (String name : SPACE.split(hyphenated(element.className()), -1)) {
            if (name.length() > 3
                    && AROUND.matcher(name).find()
                    && !MISSING.matcher(name).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is called the caption of a picture. */
    static boolean areCaptions(Element element) {
        return of(element).contains("caption");
    }

    /** Ids that are made of headings: "sharing-with-others-at-home". */
    private static boolean isSentence(String id) {
        return PARTS.split(id, -1).length > 3;
    }

    /** Whether what has such a name may well be no part of the text. */
    static boolean areUnlikely(Element element) {
        String names = of(element);
        return names.length() > 1 && UNLIKELY.matcher(names).find();
    }

    /** Whether the name is one of an article's introduction. */
    static boolean areOfIntroduction(Element element) {
        return INTRODUCTION.matcher(of(element)).find();
    }

    /** Whether Readability does not like such a name, whatever the element holds. */
    static boolean areDisliked(Element element) {
        String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
        return names.length() > 1
                && ((THROWN.matcher(names).find() && !UNLESS.matcher(names).find())
                        || (LESS.matcher(names).find()
                                && !UNLESS_ALSO.matcher(names).find()));
    }

    /** Whether it is hidden by its class, or the style that is written at it. */
    static boolean areHidden(Element element) {
        String style = element.attr("style");
        if (!style.isEmpty() && style.length() < LONGEST) {
            String rules = SPACE.matcher(style).replaceAll("").toLowerCase(Locale.ROOT);
            if (rules.contains("display:none") || rules.contains("visibility:hidden")) {
                return true;
            }
        }
        return element.hasAttr("class") && !Collections.disjoint(HIDDEN, element.classNames());
    }

    /** Whether the name may be one of the whole article's element. */
    static boolean areHolding(Element element) {
        return HOLDING.matcher(of(element)).find();
    }

    /** Classes and id in lower case, parts of them parted by hyphens. */
    private static String of(Element element) {
        return hyphenated(element.className() + " " + element.id());
    }

    private static String hyphenated(String names) {
        return CAMEL.matcher(names.length() > LONGEST ? names.substring(0, LONGEST) : names)
                .replaceAll("-")
                .toLowerCase(Locale.ROOT);
    }
}
