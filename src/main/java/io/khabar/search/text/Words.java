package io.khabar.search.text;

import io.khabar.language.Folding;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts a text into words and folds them, the same for all languages: runs of letters and runs of digits, each apart
 * from the other; a character of Chinese or Japanese is a word of its own.
 */
public final class Words {

    /** Longer runs are cut: no word is, and an index has no room for them. */
    static final int LONGEST = 64;
    /** A term's end beyond it is dropped: marks without end may follow a letter, and one character may become many. */
    static final int LONGEST_TERM = 128;

    private enum Kind {
        OTHER,
        MARK,
        LETTER,
        DIGIT,
        SINGLE
    }

    private Words() {}

    /** The words of a text in their order, folded ({@link Folding}): without case, marks and letter forms. */
    public static List<Token> of(String text) {
        List<Token> words = new ArrayList<>(text.length() / 6 + 1);
        int start = 0;
        Kind run = Kind.OTHER;
        for (int i = 0, cp; i < text.length(); i += Character.charCount(cp)) {
            cp = text.codePointAt(i);
            Kind kind = kind(cp);
            if (kind == Kind.MARK) {
                // Part of the word that it stands in; of none, where it stands alone.
                continue;
            }
            if (kind != run || kind == Kind.SINGLE || i - start >= LONGEST) {
                add(words, text, run, start, i);
                start = i;
                run = kind;
            }
        }
        add(words, text, run, start, text.length());
        return words;
    }

    private static void add(List<Token> words, String text, Kind run, int start, int end) {
        if (run == Kind.OTHER || start == end) {
            return;
        }
        String folded = fold(text, start, end);
        if (folded.indexOf(' ') < 0) {
            if (!folded.isEmpty()) {
                words.add(new Token(cut(folded), start, end));
            }
            return;
        }
        // A single character that stands for several words, such as U+FDFA.
        for (String part : folded.split(" ", -1)) {
            words.add(new Token(cut(part), start, end));
        }
    }

    private static String cut(String term) {
        if (term.length() <= LONGEST_TERM) {
            return term;
        }
        return term.substring(0, LONGEST_TERM - (Character.isHighSurrogate(term.charAt(LONGEST_TERM - 1)) ? 1 : 0));
    }

    private static Kind kind(int cp) {
        if (cp < 0x80) {
            return Character.isLetter(cp) ? Kind.LETTER : Character.isDigit(cp) ? Kind.DIGIT : Kind.OTHER;
        }
        if (cp == 0x0640) {
            return Kind.MARK;
        }
        return switch (Character.getType(cp)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> Kind.DIGIT;
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> Kind.MARK;
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> isSingle(cp) ? Kind.SINGLE : Kind.LETTER;
            default -> Kind.OTHER;
        };
    }

    private static boolean isSingle(int cp) {
        if (cp < 0x2E80) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(cp);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || cp == 'ー';
    }

    /** {@link Folding#fold}, with a short way for what most words are made of. */
    private static String fold(String text, int start, int end) {
        char[] folded = new char[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            char to = letter < 0x700 ? FOLDED[letter] : UNKNOWN;
            if (to == UNKNOWN) {
                return Folding.fold(text.substring(start, end));
            }
            if (to != DROPPED) {
                folded[length++] = to;
            }
        }
        return new String(folded, 0, length);
    }

    private static final char UNKNOWN = '\uFFFF';
    private static final char DROPPED = 0;

    /** What becomes of a letter below U+0700 by itself, if that is one letter or nothing. */
    private static final char[] FOLDED = folded();

    private static char[] folded() {
        char[] table = new char[0x700];
        for (char letter = 0; letter < table.length; letter++) {
            boolean simple = letter < 0x80 || (letter >= 0x0600 && Character.isLetterOrDigit(letter));
            boolean harakat = letter >= 0x064B && letter <= 0x0652;
            String to = Folding.fold(String.valueOf(letter));
            table[letter] =
                    harakat ? DROPPED : !simple || to.length() > 1 ? UNKNOWN : to.isEmpty() ? DROPPED : to.charAt(0);
        }
        return table;
    }
}
