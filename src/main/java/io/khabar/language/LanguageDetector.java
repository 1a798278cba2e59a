package io.khabar.language;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text: by its script and letters where they settle it, else by OpenNLP's model. Instances have no
 * state and share the model, about 40 MB of heap, loaded when a text first needs it.
 */
public final class LanguageDetector {
    /** More text makes the answer no better, only later. */
    private static final int SAMPLE_CODE_POINTS = 2_000;
    /** Fewer letters are symbols, of Greek above all, or belong to too many languages. */
    private static final int FEWEST = 2;

    private static final int FEWEST_ARABIC = 4;

    /** Of fewer letters the model takes one text in ten or more for what it is not; it knows few languages in Arabic script. */
    private static final int FEWEST_FOR_MODEL = 12;

    private static final int FEWEST_ARABIC_FOR_MODEL = 7;

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");
    /** Words of Kurmanji that no other language has which writes ê, î and û. */
    private static final Set<String> KURMANJI = Set.of("û", "ji", "li", "bi", "ku", "jî", "yên", "bû", "dike");

    /**
     * The language of a text, from its first 2,000 code points.
     *
     * @return a BCP 47 primary language as used on the web ({@code ar}, {@code fa}, {@code ur}, {@code ckb}, {@code ku},
     *     {@code en}, {@code zh} …), the shortest code that there is; null when it cannot be told: no letters, or too few
     *     for one language to be clearly ahead; where the script is that of one language two are enough
     */
    public @Nullable String detect(String text) {
        String sample = text.codePointCount(0, text.length()) <= SAMPLE_CODE_POINTS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SAMPLE_CODE_POINTS));
        Scripts scripts = Scripts.of(sample);
        UnicodeScript main = scripts.main();
        int letters = main == null ? 0 : scripts.count(main);
        if (main == null || letters < FEWEST) {
            return null;
        }
        String byScript = scripts.language();
        if (byScript != null) {
            return byScript;
        }
        boolean arabic = main == UnicodeScript.ARABIC;
        if (letters < (arabic ? FEWEST_ARABIC : FEWEST_FOR_MODEL)) {
            return null;
        }
        String byLetters =
                switch (main) {
                    case ARABIC -> ArabicScript.language(sample, letters);
                    case LATIN -> isKurmanji(sample, letters) ? "ku" : null;
                    default -> null;
                };
        if (byLetters != null) {
            return byLetters;
        }
        return arabic && letters < FEWEST_ARABIC_FOR_MODEL ? null : LanguageModel.language(sample, main);
    }

    /** The model knows no Kurdish and takes it for Turkish. */
    private static boolean isKurmanji(String text, int letters) {
        String lower = text.toLowerCase(Locale.ROOT);
        long hats = lower.chars().filter(c -> c == 'ê' || c == 'î' || c == 'û').count();
        if (hats * 50 < letters || hats == 0) {
            return false;
        }
        int words = 0;
        int telling = 0;
        for (String word : WORDS.split(lower, -1)) {
            words++;
            telling += KURMANJI.contains(word) ? 1 : 0;
        }
        return telling * 12 >= words;
    }
}
