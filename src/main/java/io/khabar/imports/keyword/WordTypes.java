package io.khabar.imports.keyword;

import io.khabar.search.text.Analysis;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of the words of one language. Serves many threads. */
final class WordTypes {
    /** So many words are looked at once: nearly all that a text has are among the first that come by. */
    private static final int KEPT = 10_000;
    /** A word that may be in all texts says as much where it is part of a name. */
    static final double WEIGHT_IN_A_NAME = 0.7;

    /** Characters of Chinese that are words of all texts. */
    private static final String PARTICLES = "的了是在和有也不这這那为為与與或就都而及到从從对對以被把向于於之其他她我你们們会會能要可说說很将將并並还還等";

    private static final double WEIGHT_OF_AN_OFFICE = 0.15;

    /** What is left of markup and addresses. */
    private static final Set<String> MARKUP = Set.of(
            "http", "https", "www", "com", "html", "htm", "php", "jpg", "jpeg", "png", "gif", "href", "src", "img",
            "nbsp", "amp", "quot", "lt", "gt", "div", "span", "br", "utm", "rss", "xml", "webp");

    private final Map<String, WordType> known = new ConcurrentHashMap<>();
    private final Background background;
    private final Forms forms;
    private final boolean capitalNouns;

    WordTypes(String language, Analysis analysis) {
        background = Background.of(language, analysis);
        forms = Forms.of(language);
        capitalNouns = Forms.haveNounsCapitals(language);
    }

    /** A word as it is written in a text, with the stem that analysis gives it. */
    WordType of(String written, String stem) {
        WordType type = known.get(written);
        if (type == null) {
            type = made(written, stem);
            if (known.size() < KEPT) {
                known.put(written, type);
            }
        }
        return type;
    }

    private WordType made(String written, String stem) {
        String form = forms.bare(written, stem);
        int before = written.endsWith(form) ? written.length() - form.length() : 0;
        int behind = before == 0 && written.startsWith(form) ? written.length() - form.length() : 0;
        if (background.isJoined(stem) && form.length() > 4 && form.charAt(0) == stem.charAt(0)) {
            form = form.substring(1);
        }
        boolean given = background.isGivenName(form);
        boolean office = background.isOffice(stem);
        double most = office ? WEIGHT_OF_AN_OFFICE : 1;
        double weight = Math.max(Math.min(background.weight(stem), most), given ? WEIGHT_IN_A_NAME : 0);
        boolean word = given || isWord(form);
        boolean noTerm = forms.isNoTerm(form)
                || background.isEverywhereAs(form)
                || MARKUP.contains(written.toLowerCase(Locale.ROOT));
        return new WordType(
                stem,
                form,
                before,
                behind,
                weight,
                weight == 0 || !word || noTerm,
                weight == 0 && word && !noTerm && !background.isTime(stem),
                given || (capitalNouns && !Character.isUpperCase(form.charAt(0))),
                office,
                given,
                background.mayOpenName(stem),
                forms.isPlain(form),
                forms.continues(written, form) && !background.isJoined(stem));
    }

    /** An abbreviation, which is compared as it is written: US is no form of us. */
    WordType abbreviation(WordType type) {
        String form = type.form();
        boolean common = background.isCommonAbbreviation(form);
        return new WordType(
                form,
                form,
                type.before(),
                type.behind(),
                common ? 0 : 1,
                common,
                false,
                false,
                type.office(),
                false,
                false,
                true,
                true);
    }

    /** Whether words that are no names may be keywords: not where nobody knows which of them are in all texts. */
    boolean areKnown() {
        return !background.isEmpty();
    }

    private static boolean isWord(String form) {
        int length = form.length();
        if (length < 2 || !Character.isLetter(form.charAt(0))) {
            return false;
        }
        if (length > 2) {
            return true;
        }
        // Two letters are a word where they are an abbreviation: UN, EU.
        return WordReader.isEastAsian(form.charAt(0)) ? isPairOfAWord(form) : Character.isUpperCase(form.charAt(1));
    }

    /** Whether neither of two characters stands for grammar, as Japanese Hiragana does. */
    private static boolean isPairOfAWord(String form) {
        return form.chars()
                .noneMatch(letter -> PARTICLES.indexOf(letter) >= 0
                        || Character.UnicodeScript.of(letter) == Character.UnicodeScript.HIRAGANA);
    }
}
