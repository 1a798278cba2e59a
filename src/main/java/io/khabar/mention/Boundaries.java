package io.khabar.mention;

import java.lang.Character.UnicodeScript;

/** Tells a number of a date from one that is a part of something longer: a price, a percentage, a score, a version. */
final class Boundaries {

    private static final String LINKS = "-/.,:٫٬–‐‑−_*";
    private static final String TIES = "+#$€£¥@_=&^";
    private static final String MEASURES = "%٪‰$€£¥°²³";

    private final Hits hits;

    Boundaries(Hits hits) {
        this.hits = hits;
    }

    /** Whether a mention may reach from one token to another (exclusive). */
    boolean allow(int from, int to) {
        return (!hits.token(from).isDigits() || allowBefore(from))
                && (!hits.token(to - 1).isDigits() || allowAfter(to))
                && !isInsideWord(from, to);
    }

    private boolean allowBefore(int from) {
        if (from == 0 || hits.token(from).spaced()) {
            return from == 0 || !"#$€£¥".contains(hits.token(from - 1).folded());
        }
        Token before = hits.token(from - 1);
        if (before.isWord()) {
            return isArabic(before);
        }
        if (TIES.contains(before.folded())) {
            return false;
        }
        return !LINKS.contains(before.folded()) || before.spaced() || from < 2 || !hits.token(from - 2).isDigits();
    }

    private boolean allowAfter(int to) {
        if (to >= hits.size()) {
            return true;
        }
        Token after = hits.token(to);
        if (MEASURES.contains(after.folded()) && !after.breaks()) {
            return false;
        }
        if (after.spaced()) {
            return true;
        }
        if (after.isWord()) {
            return isArabic(after);
        }
        return !LINKS.contains(after.folded())
                || to + 1 >= hits.size()
                || hits.token(to + 1).spaced()
                || !hits.token(to + 1).isDigits();
    }

    /** Whether it begins or ends in the middle of a compound such as an address or an identifier. */
    private boolean isInsideWord(int from, int to) {
        boolean before = from > 0 && !hits.token(from).spaced() && "@_#".contains(hits.token(from - 1).folded());
        boolean after = to < hits.size() && !hits.token(to).spaced() && "@_".contains(hits.token(to).folded());
        return before || after;
    }

    private static boolean isArabic(Token token) {
        return UnicodeScript.of(token.folded().codePointAt(0)) == UnicodeScript.ARABIC;
    }
}
