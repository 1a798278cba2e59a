package io.khabar.language;

import org.jspecify.annotations.Nullable;

/**
 * Tells the languages in Arabic script by the letters that only one of them has. What it cannot tell is left to the model,
 * which knows no Kurdish and is unsure in short texts.
 */
final class ArabicScript {
    private static final String SORANI = "ڕڵۆێە";
    private static final String UYGHUR = "ۈۋڭۇ";
    private static final String PASHTO = "ټډړږښګڼۍځڅ";
    private static final String SINDHI = "ٻڀٺٽٿڃڄڦڻڳڱ";
    private static final String URDU = "ٹڈڑےںہھ";
    private static final String PERSIAN = "پچژگ";
    /** Forms that Persian keyboards write where Arabic ones write ك and ي: Kurdish and Urdu have them too. */
    private static final String PERSIAN_KEYBOARD = "کی";

    private static final String ARABIC = "ةىإأ";
    private static final String ARABIC_KEYBOARD = "كي";

    /** Fewer letters are a word or two. */
    private static final int FEW = 7;

    /** The block Arabic, in which all these letters are. */
    private static final int BLOCK = 0x0600;

    private static final int BLOCK_END = 0x0700;

    private ArabicScript() {}

    /** The language by its letters; null where they do not tell. */
    static @Nullable String language(String text, int letters) {
        double few = letters * 0.01;
        int[] found = histogram(text);
        // Uyghur and Sorani share ە and ۆ, Urdu and Sindhi ڄ and more: the one with the rarer letters is asked first.
        if (count(found, UYGHUR) > 3 * few) {
            return "ug";
        }
        if (count(found, PASHTO) > few) {
            return "ps";
        }
        if (count(found, SINDHI) > few) {
            return "sd";
        }
        if (count(found, SORANI) > 3 * few) {
            return "ckb";
        }
        if (count(found, URDU) > 3 * few) {
            return "ur";
        }
        return persianOrArabic(text, found, letters);
    }

    private static @Nullable String persianOrArabic(String text, int[] found, int letters) {
        double few = letters * 0.01;
        int persian = count(found, PERSIAN);
        int arabic = count(found, ARABIC) + articles(text);
        // Letters and the article that only one of the two has. One may be a name's.
        if (arabic > few && arabic > 2 * persian + 1) {
            return "ar";
        }
        if (letters < FEW) {
            // Of a word or two Arabic is known by what only it has; what Persian has Urdu and Kurdish have, too.
            return arabic > 0 && persian == 0 ? "ar" : null;
        }
        if (persian > few && persian > 2 * arabic + 1) {
            return "fa";
        }
        // Persian typed on an Arabic keyboard has ك and ي, Arabic from a Persian or mobile one ک and ی: they weigh
        // less.
        double forPersian = persian + count(found, PERSIAN_KEYBOARD) * 0.5;
        double forArabic = arabic + count(found, ARABIC_KEYBOARD) * 0.25;
        if (forPersian > few && forPersian > 2 * forArabic) {
            return "fa";
        }
        return forArabic > few && forArabic > 2 * forPersian ? "ar" : null;
    }

    /** How often each character of the block Arabic is there: one look at the text for all questions. */
    private static int[] histogram(String text) {
        int[] found = new int[BLOCK_END - BLOCK];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= BLOCK && c < BLOCK_END) {
                found[c - BLOCK]++;
            }
        }
        return found;
    }

    private static int count(int[] found, String distinctive) {
        int count = 0;
        for (int i = 0; i < distinctive.length(); i++) {
            count += found[distinctive.charAt(i) - BLOCK];
        }
        return count;
    }

    /** Words that begin with the Arabic article and are longer than it. */
    private static int articles(String text) {
        int count = 0;
        for (int i = text.indexOf("ال"); i >= 0; i = text.indexOf("ال", i + 2)) {
            boolean atStart = i == 0 || !Character.isLetter(text.charAt(i - 1));
            boolean longer = i + 3 < text.length() && Character.isLetter(text.charAt(i + 3));
            count += atStart && longer ? 1 : 0;
        }
        return count;
    }
}
