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
        return allowStart(from) && (!hits.token(to - 1).isDigits() || allowAfter(to)) && !isInsideWord(from, to);
    }

    /** Whether a mention may begin at a token: asked first, so that chains of numbers cost little. */
    boolean allowStart(int from) {
        return !hits.token(from).isDigits() || allowBefore(from);
    }

    private boolean allowBefore(int from) {
        if (from == 0 || hits.token(from).spaced()) {
            return from == 0 || !"#$€£¥".contains(hits.token(from - 1).folded());
        }
        Token before = hits.token(from - 1);
        if (before.isWord()) {
            return mayTouch(before);
        }
        if (TIES.contains(before.folded())) {
            return false;
        }
        return !LINKS.contains(before.folded())
                || before.spaced()
                || from < 2
                || !hits.token(from - 2).isDigits();
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
            return mayTouch(after);
        }
        return !LINKS.contains(after.folded())
                || to + 1 >= hits.size()
                || hits.token(to + 1).spaced()
                || !hits.token(to + 1).isDigits();
    }

    /** Whether it begins or ends in the middle of a compound such as an address, an identifier or a row of numbers. */
    private boolean isInsideWord(int from, int to) {
        Token first = hits.token(from);
        Token last = hits.token(to - 1);
        if (from > 0) {
            Token before = hits.token(from - 1);
            boolean tied = !first.spaced() && "@_#".contains(before.folded());
            boolean numbered = first.isWord() && !first.spaced() && before.isDigits() && !mayTouch(first);
            boolean row = to - from == 1 && first.isDigits() && before.isDigits() && !first.breaks();
            if (tied || numbered || row) {
                return true;
            }
        }
        if (to < hits.size()) {
            Token after = hits.token(to);
            boolean tied = !after.spaced() && "@_".contains(after.folded());
            boolean numbered = last.isWord() && !after.spaced() && after.isDigits() && !mayTouch(last);
            boolean row = to - from == 1 && first.isDigits() && after.isDigits() && !after.breaks();
            return tied || numbered || row;
        }
        return false;
    }

    /** Whether digits stand beside such a word without a space: its script writes particles on, or has no spaces at all. */
    private static boolean mayTouch(Token token) {
        return switch (UnicodeScript.of(token.folded().codePointAt(0))) {
            case ARABIC, HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
