package io.khabar.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The letters of a text counted by script, and the languages that a script settles alone. */
record Scripts(Map<UnicodeScript, Integer> letters, int total) {
    /** Scripts in which practically all news is in one language. */
    private static final Map<UnicodeScript, String> ONE_LANGUAGE = Map.ofEntries(
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.TIBETAN, "bo"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.ORIYA, "or"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.THAANA, "dv"),
            Map.entry(UnicodeScript.HANGUL, "ko"));

    /** A letter to Unicode, but of no script. */
    private static final int TATWEEL = 0x0640;

    static Scripts of(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        int arabic = 0;
        int total = 0;
        for (int i = 0, cp; i < text.length(); i += Character.charCount(cp)) {
            cp = text.codePointAt(i);
            if (Character.isLetter(cp)) {
                // The JDK searches a table for each letter, and a map counts with objects.
                if (cp >= 'ء' && cp <= 'ي' && cp != TATWEEL) {
                    arabic++;
                } else {
                    letters.merge(UnicodeScript.of(cp), 1, Integer::sum);
                }
                total++;
            }
        }
        if (arabic > 0) {
            letters.merge(UnicodeScript.ARABIC, arabic, Integer::sum);
        }
        return new Scripts(letters, total);
    }

    int count(UnicodeScript script) {
        return letters.getOrDefault(script, 0);
    }

    /** The script of most letters; null where there are none. */
    @Nullable UnicodeScript main() {
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** The language that the script alone tells; null where a script serves several. */
    @Nullable String language() {
        int kana = count(UnicodeScript.HIRAGANA) + count(UnicodeScript.KATAKANA);
        int han = count(UnicodeScript.HAN);
        int hangul = count(UnicodeScript.HANGUL);
        if (kana + han + hangul > total / 2) {
            if (hangul > kana && hangul * 4 > han) {
                return "ko";
            }
            // Japanese prose has more kana than Han; a headline has at least a particle. Chinese has none.
            return kana * 20 > han ? "ja" : "zh";
        }
        UnicodeScript main = main();
        return main == null ? null : ONE_LANGUAGE.get(main);
    }
}
