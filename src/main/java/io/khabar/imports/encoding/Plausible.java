package io.khabar.imports.encoding;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text is one that people write: no control characters, and words whose letters are of one script, small ones not
 * followed by capitals, without signs amid them. What was read in the wrong encoding has few such words.
 */
final class Plausible {
    /** Of so many words one may be none: names of products mix what they like. */
    private static final int WORDS_FOR_ONE = 12;

    /** What does not even stand behind a letter. */
    private static final String OPENING = "‚„¿¡";

    /** What is no symbol to Unicode. */
    private static final String OTHERS = "§¶†‡‰";

    private int words;
    private int odd;

    // The word that is read now.
    private @Nullable UnicodeScript script;
    private boolean beyondAscii;
    private boolean isOdd;
    private boolean small;
    private boolean sign;
    private boolean any;
    private int last;

    private Plausible() {}

    /** Whether it is. */
    static boolean is(String text) {
        Plausible words = new Plausible();
        for (int i = 0, cp; i < text.length(); i += Character.charCount(cp)) {
            cp = text.codePointAt(i);
            if (!isWritten(cp)) {
                return false;
            }
            words.read(cp);
        }
        words.end();
        return words.odd * WORDS_FOR_ONE <= words.words;
    }

    private static boolean isWritten(int cp) {
        return switch (Character.getType(cp)) {
            case Character.CONTROL -> cp == '\n' || cp == '\r' || cp == '\t' || cp == '\f';
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
            default -> cp != 0xFFFD;
        };
    }

    private void read(int cp) {
        if (Character.isLetter(cp)) {
            letter(cp);
        } else if (any && isMark(cp)) {
            // Part of the letter before it, or of the word as a soft hyphen is.
            beyondAscii = true;
        } else if (cp > 0x7F && isSign(cp)) {
            sign = any;
            beyondAscii |= any;
            isOdd |= any && OPENING.indexOf(cp) >= 0;
        } else if (cp <= 0x7F && Character.isDigit(cp)) {
            // In names of products letters stand before digits, but those of ASCII; £20 is none.
            isOdd |= script == UnicodeScript.LATIN && last > 0x7F;
            end();
        } else {
            end();
        }
    }

    private void letter(int cp) {
        UnicodeScript own = group(UnicodeScript.of(cp));
        if ((own == UnicodeScript.LATIN && isWithoutSpaces(script))
                || (script == UnicodeScript.LATIN && isWithoutSpaces(own))) {
            end();
        }
        boolean capital = Character.isUpperCase(cp);
        isOdd |= sign || (small && capital);
        if (own != UnicodeScript.COMMON && own != UnicodeScript.INHERITED) {
            isOdd |= script != null && script != own;
            script = own;
        }
        beyondAscii |= cp > 0x7F;
        last = cp;
        small = Character.isLowerCase(cp);
        sign = false;
        any = true;
    }

    private void end() {
        if (any && beyondAscii) {
            words++;
            odd += isOdd ? 1 : 0;
        }
        script = null;
        beyondAscii = false;
        isOdd = false;
        small = false;
        sign = false;
        any = false;
        last = 0;
    }

    /** What is written together in Japanese. */
    private static UnicodeScript group(UnicodeScript script) {
        return switch (script) {
            case HIRAGANA, KATAKANA -> UnicodeScript.HAN;
            default -> script;
        };
    }

    /** Whether Latin words stand amid those of this script. */
    private static boolean isWithoutSpaces(@Nullable UnicodeScript script) {
        return script == UnicodeScript.HAN || script == UnicodeScript.HANGUL;
    }

    private static boolean isMark(int cp) {
        return switch (Character.getType(cp)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    /** What does not stand between two letters. Other quotes and dashes do, where a space is forgotten. */
    private static boolean isSign(int cp) {
        return switch (Character.getType(cp)) {
            case Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL,
                    Character.OTHER_NUMBER -> true;
            default -> OTHERS.indexOf(cp) >= 0 || OPENING.indexOf(cp) >= 0;
        };
    }
}
