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

    private static final int FEWEST_LETTERS = 8;
    /** Longer titles are none. */
    private static final int LONGEST = 600;

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
        return line;
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
