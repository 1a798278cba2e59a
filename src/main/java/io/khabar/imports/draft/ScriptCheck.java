package io.khabar.imports.draft;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/**
 * Whether a text can be in the language that its input claims: publishers leave {@code en-US} in the templates of pages that
 * are in Arabic. Compares the script of most letters with those that CLDR knows for the language.
 */
final class ScriptCheck {
    private static final int SAMPLE = 2_000;
    /** Fewer letters than that say nothing. */
    private static final int FEWEST = 20;

    private ScriptCheck() {}

    static boolean agrees(String language, String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        int total = 0;
        for (int i = 0, cp; i < Math.min(text.length(), SAMPLE); i += Character.charCount(cp)) {
            cp = text.codePointAt(i);
            if (Character.isLetter(cp)) {
                letters.merge(UnicodeScript.of(cp), 1, Integer::sum);
                total++;
            }
        }
        int[] scripts = UScript.getCode(new ULocale(language));
        if (total < FEWEST || scripts == null) {
            return true;
        }
        int agreeing = 0;
        for (int script : scripts) {
            UnicodeScript unicode = unicodeScript(script);
            if (unicode == null) {
                return true;
            }
            agreeing += letters.getOrDefault(unicode, 0);
        }
        return agreeing * 4 >= total;
    }

    private static @org.jspecify.annotations.Nullable UnicodeScript unicodeScript(int script) {
        try {
            return UnicodeScript.forName(UScript.getShortName(script));
        } catch (IllegalArgumentException mixed) {
            // Jpan, Kore, Hans and the like name several scripts at once.
            return null;
        }
    }
}
