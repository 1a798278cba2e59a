package io.khabar.language;

import com.ibm.icu.text.Normalizer2;

/** Folds names to the key by which they are compared: two names with one key are the same to a reader. */
public final class Folding {
    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
    private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();
    private static final int TATWEEL = 0x0640;

    private Folding() {}

    /**
     * The key of a name: compatibility forms, case and width folded (Unicode's NFKC_Casefold, which also drops bidi and
     * zero-width marks), diacritics, harakat and tatweel off, Arabic letter forms as one letter (أ إ آ ٱ as ا, ى ی as ي,
     * ک as ك, ة as ه, ؤ as و, ئ as ي), digits of any script in ASCII, punctuation and spaces as single spaces, none at
     * the ends. Folding a key changes nothing. Marks that spell vowels, as in Devanagari or Thai, are kept.
     *
     * @return the key, empty when the name holds nothing but punctuation and marks
     */
    public static String fold(String name) {
        String decomposed = DECOMPOSE.normalize(CASEFOLD.normalize(name));
        StringBuilder key = new StringBuilder(decomposed.length());
        boolean gap = false;
        for (int i = 0, cp; i < decomposed.length(); i += Character.charCount(cp)) {
            cp = decomposed.codePointAt(i);
            if (isDropped(cp)) {
                continue;
            }
            if (!isKept(cp)) {
                gap = true;
                continue;
            }
            if (gap && !key.isEmpty()) {
                key.append(' ');
            }
            gap = false;
            key.appendCodePoint(letter(cp));
        }
        return COMPOSE.normalize(key);
    }

    private static boolean isDropped(int cp) {
        if (cp == TATWEEL) {
            return true;
        }
        if (Character.getType(cp) != Character.NON_SPACING_MARK) {
            return false;
        }
        return switch (Character.UnicodeScript.of(cp)) {
            // Kana voicing marks are inherited too, but they make another syllable.
            case INHERITED -> cp != 0x3099 && cp != 0x309A;
            case LATIN, GREEK, CYRILLIC, ARABIC, HEBREW, SYRIAC -> true;
            default -> false;
        };
    }

    private static boolean isKept(int cp) {
        return Character.isLetterOrDigit(cp)
                || switch (Character.getType(cp)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER,
                            Character.OTHER_SYMBOL -> true;
                    default -> false;
                };
    }

    private static int letter(int cp) {
        int digit = Character.digit(cp, 10);
        if (digit >= 0) {
            return '0' + digit;
        }
        return switch (cp) {
            case 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            case 'ة', 'ۃ', 'ہ', 'ھ' -> 'ه';
            default -> cp;
        };
    }
}
