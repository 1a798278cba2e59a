package io.khabar.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into words, runs of digits and single marks, in one pass. Words that begin with a particle written on to
 * them ("بأمس", "ومنذ") are cut behind it where the rest is a word of the lexicon and the whole is none.
 */
final class Tokenizer {

    private static final int LONGEST_NUMBER = 9;
    private static final int LONGEST_WORD = 40;

    private final Set<String> known;
    private final String proclitics;

    /**
     * @param known the folded words of the lexicon
     * @param proclitics the one-letter particles that may be written on to a word, folded
     */
    Tokenizer(Set<String> known, String proclitics) {
        this.known = known;
        this.proclitics = proclitics;
    }

    List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 5 + 8);
        StringBuilder folded = new StringBuilder();
        boolean spaced = true;
        boolean breaks = true;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int size = Character.charCount(codePoint);
            if (Fold.isPlainArabicLetter(codePoint)) {
                at = token(text, at, codePoint, spaced, breaks, tokens, folded);
                spaced = false;
                breaks = false;
            } else if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                spaced = true;
                breaks |= codePoint == '\n' || codePoint == '\r' || codePoint == 0x2029;
                at += size;
            } else if (Fold.isInvisible(codePoint) || Fold.isSign(codePoint)) {
                at += size;
            } else {
                at = token(text, at, codePoint, spaced, breaks, tokens, folded);
                spaced = false;
                breaks = false;
            }
        }
        return tokens;
    }

    private int token(
            String text,
            int start,
            int first,
            boolean spaced,
            boolean breaks,
            List<Token> tokens,
            StringBuilder folded) {
        boolean digits = Character.isDigit(first);
        if ((!digits && !Character.isLetter(first)) || Character.isIdeographic(first)) {
            int end = start + Character.charCount(first);
            Token.Type type = Character.isLetter(first) ? Token.Type.WORD : Token.Type.MARK;
            tokens.add(new Token(start, end, type, text.substring(start, end), -1, spaced, breaks, false));
            return end;
        }
        folded.setLength(0);
        int at = start;
        int end = start;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (!digits && Fold.isPlainArabicLetter(unit)) {
                at++;
                end = at;
                Fold.append(folded, unit);
                continue;
            }
            int codePoint = text.codePointAt(at);
            boolean same = digits ? Character.isDigit(codePoint) : isWordLetter(codePoint);
            boolean sign = !same && Fold.isSign(codePoint);
            if (!same && !sign && !Fold.isInvisible(codePoint)) {
                break;
            }
            at += Character.charCount(codePoint);
            if (same || sign) {
                end = at;
            }
            if (same) {
                Fold.append(folded, codePoint);
            }
        }
        String form = folded.toString();
        if (digits) {
            int number = form.length() <= LONGEST_NUMBER ? Integer.parseInt(form) : -1;
            tokens.add(new Token(start, end, Token.Type.DIGITS, form, number, spaced, breaks, false));
        } else {
            word(text, start, end, form, spaced, breaks, tokens);
        }
        return end;
    }

    private void word(
            String text, int start, int end, String form, boolean spaced, boolean breaks, List<Token> tokens) {
        int cuts = form.length() <= LONGEST_WORD ? cuts(form) : 0;
        int from = start;
        String rest = form;
        boolean space = spaced;
        boolean newline = breaks;
        for (int cut = 0; cut < cuts; cut++) {
            int after = afterLetter(text, from, end);
            tokens.add(new Token(from, after, Token.Type.WORD, rest.substring(0, 1), -1, space, newline, false));
            rest = rest.substring(1);
            from = after;
            space = false;
            newline = false;
        }
        // "لل…" is the particle "ل" and the article "ال": the lexicon has the word with its article.
        if (cuts > 0 && !known.contains(rest)) {
            rest = "ا" + rest;
        }
        boolean capital = Character.isUpperCase(text.codePointAt(from));
        tokens.add(new Token(from, end, Token.Type.WORD, rest, -1, space, newline, capital));
    }

    /** How many particles stand before a word of the lexicon; 0 if the whole is a word, or no such rest is found. */
    private int cuts(String form) {
        if (known.contains(form)) {
            return 0;
        }
        for (int cut = 1; cut <= 2 && cut < form.length(); cut++) {
            char particle = form.charAt(cut - 1);
            if (proclitics.indexOf(particle) < 0) {
                return 0;
            }
            String rest = form.substring(cut);
            if (known.contains(rest) || (particle == 'ل' && rest.startsWith("ل") && known.contains("ا" + rest))) {
                return cut;
            }
        }
        return 0;
    }

    private static boolean isWordLetter(int codePoint) {
        return Fold.isPlainArabicLetter(codePoint)
                || (Character.isLetter(codePoint) && codePoint != 0x640 && !Character.isIdeographic(codePoint));
    }

    private static int afterLetter(String text, int from, int end) {
        int at = from + Character.charCount(text.codePointAt(from));
        while (at < end) {
            int codePoint = text.codePointAt(at);
            if (!Fold.isSign(codePoint) && !Fold.isInvisible(codePoint)) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
