package io.khabar.imports.draft;

import io.khabar.language.Folding;
import io.khabar.language.WordEnds;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Titles without the name of the site before or behind them. */
public final class Titles {
    /** What parts a title from its site's name. */
    private static final Pattern BETWEEN = Pattern.compile("\\s+[-–—|»·•:/~]{1,2}\\s+|\\s*[|»]\\s*");

    /** A dash without spaces around it, and an underscore, in titles of China and Japan. */
    private static final String TIGHT =
            "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}？！。」』】）)\\s])\\s?[_＿—–－-]{1,2}\\s?(?=\\S)";

    private static final Pattern EAST = Pattern.compile(TIGHT);

    /** Sections and sites in the titles of China and Japan, by how their names end. */
    private static final Pattern EASTERN_SITE = Pattern.compile(
            "(?:.{0,6}\\s?[_＿—–－-]{1,2}\\s?){0,3}" + ".{1,12}(?:网|網|网络|新闻|新聞|日报|日報|时报|時報|晚报|频道|頻道|在线|ニュース|オンライン|デジタル)");

    private static final int FEWEST_LETTERS = 8;

    /** Fewer words are no title, but part of one. */
    private static final int FEWEST_WORDS = 4;
    /** Longer titles are none. */
    private static final int LONGEST = 600;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Titles() {}

    /**
     * The title without its site's name.
     *
     * @param sites names of the site: its own, its publisher's, its domain
     * @param headings other titles of the same page, of which the right part may be one
     */
    public static String bare(String title, Collection<String> sites, Collection<String> headings) {
        String line = WordEnds.cut(PlainText.line(title), LONGEST);
        Matcher between = BETWEEN.matcher(line);
        while (between.find()) {
            String head = line.substring(0, between.start()).strip();
            String tail = line.substring(between.end()).strip();
            if (isSite(tail, sites) || isHeading(head, headings)) {
                return head.isEmpty() ? line : bare(head, sites, headings);
            }
            if (isSite(head, sites)) {
                return tail.isEmpty() ? line : bare(tail, sites, headings);
            }
        }
        Matcher east = EAST.matcher(line);
        while (east.find()) {
            String head = line.substring(0, east.start()).strip();
            String tail = line.substring(east.end()).strip();
            boolean site = isSite(tail, sites) || EASTERN_SITE.matcher(tail).matches();
            if (head.length() >= FEWEST_LETTERS && (site || isHeading(head, headings))) {
                return head;
            }
        }
        return line;
    }

    /**
     * A title of which nothing else tells what the site's name is: without the last part, where that is much shorter than
     * what stands before it.
     */
    public static String withoutTail(String title) {
        Matcher between = BETWEEN.matcher(title);
        int start = -1;
        int end = -1;
        while (between.find()) {
            start = between.start();
            end = between.end();
        }
        if (start < 0) {
            return title;
        }
        String head = title.substring(0, start).strip();
        int words = SPACES.split(head, -1).length;
        int behind = SPACES.split(title.substring(end).strip(), -1).length;
        return words >= FEWEST_WORDS && behind * 2 <= words && title.length() > end ? head : title;
    }

    private static boolean isHeading(String part, Collection<String> headings) {
        if (part.length() < FEWEST_LETTERS) {
            return false;
        }
        String key = Folding.fold(part);
        return headings.stream().anyMatch(heading -> Folding.fold(heading).equals(key));
    }

    /** Whether a part of a title is the site's name, or its domain with or without what stands behind the dot. */
    private static boolean isSite(String part, Collection<String> sites) {
        String key = key(part);
        return !key.isEmpty() && sites.stream().anyMatch(site -> isNamed(key, site));
    }

    private static boolean isNamed(String key, @Nullable String site) {
        String name = site == null ? "" : key(site);
        if (name.isEmpty()) {
            return false;
        }
        int dot = site == null ? -1 : site.indexOf('.');
        boolean domain = dot > 0 && site != null && site.indexOf(' ') < 0 && key.equals(key(site.substring(0, dot)));
        return key.equals(name)
                || domain
                || (name.length() >= FEWEST_LETTERS && key.startsWith(name) && key.length() < 2 * name.length());
    }

    private static String key(String name) {
        return Folding.fold(name).replace(" ", "");
    }
}
