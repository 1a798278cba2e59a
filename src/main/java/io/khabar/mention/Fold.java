package io.khabar.mention;

import java.text.Normalizer;

/**
 * Letter forms that writers mix up, made one: case, accents of the Latin script, the hamza forms of alef, final ya and
 * ta marbuta, Persian keh and yeh, digits of all scripts. Vowel signs, tatweel and invisible marks are dropped.
 */
final class Fold {

    private static final int DROPPED = -1;

    private Fold() {}

    /** A whole word, folded. */
    static String fold(CharSequence word) {
        StringBuilder folded = new StringBuilder(word.length());
        word.codePoints().forEach(codePoint -> append(folded, codePoint));
        return folded.toString();
    }

    static void append(StringBuilder folded, int codePoint) {
        int one = one(codePoint);
        if (one != DROPPED) {
            if (one < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                folded.append((char) one);
            } else {
                folded.appendCodePoint(one);
            }
        }
    }

    /** Direction marks, joiners, byte order mark, soft hyphen: invisible, and no part of a word at its edges. */
    static boolean isInvisible(int codePoint) {
        return codePoint == 0xAD
                || codePoint == 0xFEFF
                || codePoint == 0x61C
                || Character.getType(codePoint) == Character.FORMAT;
    }

    /** Vowel signs and other marks on the letter before, and the tatweel that stretches it. */
    static boolean isSign(int codePoint) {
        return codePoint == 0x640 || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    /** The letters that make up nearly all of an Arabic text, told from the rest without asking for their type. */
    static boolean isPlainArabicLetter(int codePoint) {
        return codePoint >= 0x621
                && codePoint <= 0x64A
                && codePoint != 0x640
                && (codePoint <= 0x63A || codePoint > 0x640);
    }

    private static int one(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint;
        }
        return switch (codePoint) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی', 'ې' -> 'ي';
            case 'ة', 'ۀ', 'ە', 'ہ' -> 'ه';
            case 'ک' -> 'ك';
            case 'ؤ' -> 'و';
            default -> other(codePoint);
        };
    }

    private static int other(int codePoint) {
        if (isPlainArabicLetter(codePoint)) {
            return codePoint;
        }
        if (isSign(codePoint) || isInvisible(codePoint)) {
            return DROPPED;
        }
        if (Character.isDigit(codePoint)) {
            return '0' + Character.digit(codePoint, 10);
        }
        int lower = Character.toLowerCase(codePoint);
        if ((lower >= 0xC0 && lower < 0x250) || (lower >= 0x1E00 && lower < 0x1F00)) {
            return Normalizer.normalize(Character.toString(lower), Normalizer.Form.NFD)
                    .codePointAt(0);
        }
        return lower;
    }
}
