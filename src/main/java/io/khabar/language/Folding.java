package io.khabar.language;

import com.ibm.icu.text.Normalizer2;
import org.jspecify.annotations.Nullable;

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
     * ک as ك, ة as ه, ؤ as و, ئ as ي), œ æ ø ł đ ð þ ı as oe ae o l d d th i, digits of any script in ASCII, punctuation and spaces as single spaces, none at
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
            String spelled = spelled(cp);
            if (spelled == null) {
                key.appendCodePoint(letter(cp));
            } else {
                key.append(spelled);
            }
        }
        return COMPOSE.normalize(key);
    }

    /** A text with the letters that Unicode does not take apart as they are spelled without them: œ as oe, ø as o. */
    public static String spelled(String text) {
        if (text.chars().allMatch(letter -> spelled(letter) == null)) {
            return text;
        }
        StringBuilder spelled = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            String letter = spelled(text.charAt(i));
            spelled.append(letter == null ? String.valueOf(text.charAt(i)) : letter);
        }
        return spelled.toString();
    }

    private static @Nullable String spelled(int cp) {
        return switch (cp) {
            case 'œ' -> "oe";
            case 'æ' -> "ae";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'þ' -> "th";
            case 'ı' -> "i";
            default -> null;
        };
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
