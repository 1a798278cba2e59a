package io.khabar.imports.keyword;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Arabic joins to words, so that a keyword can stand without it, and which of a word's forms is its best. */
final class ArabicForms {
    private static final String SINGLES = "وفبلك";
    private static final String ARTICLE = "ال";

    /** How words begin whose و is their own. */
    private static final Set<String> WITH_WAW = Set.of(
            "وزي", "وزا", "وزر", "وزع", "وفد", "وفو", "وفا", "وطن", "وكا", "وكي", "وكل", "ولا", "ولد", "ولي", "وحد",
            "وحش", "وثا", "وثي", "وسا", "وسط", "وسي", "واش", "وقف", "وقو", "وقت", "وقا", "وبا", "ورق", "ورش", "ورد",
            "ورا", "ورث", "وجه", "وجو", "وجد", "وصو", "وصل", "وصا", "وضع", "وضو", "وظي", "وظا", "ودي", "ودا", "وات",
            "واي", "وائ", "وار", "واد", "واح", "واق", "واج", "وصف", "وعي", "وعد", "وهم", "وهر", "ويك", "ويل", "وين",
            "وست", "وول", "وود", "وتي", "وشا", "ووه", "ويم", "ويب", "ويس", "ويغ", "وال");

    /** Words that end as others do with a pronoun. */
    private static final Set<String> ENDING_IN_HUM =
            Set.of("متهم", "اسهم", "أسهم", "تفاهم", "دراهم", "درهم", "مساهم", "ملهم", "مبهم", "إبراهم", "تساهم");

    /** Countries and continents that end as words in the accusative do, folded. */
    private static final Set<String> LANDS = Set.of(
            "سوريا ليبيا تركيا روسيا المانيا ايطاليا اسبانيا بريطانيا استراليا كينيا اثيوبيا اوكرانيا كولومبيا بوليفيا نيجيريا "
                    .concat(
                            "تنزانيا زامبيا ماليزيا اندونيسيا رومانيا بلغاريا كرواتيا صربيا البانيا مقدونيا ليتوانيا لاتفيا ")
                    .concat(
                            "استونيا سلوفاكيا سلوفينيا ارمينيا جورجيا موريتانيا غامبيا ليبيريا ناميبيا كاليفورنيا كتالونيا ")
                    .concat(
                            "اسيا افريقيا فنزويلا امريكا اميركا فرنسا كندا هولندا سويسرا فنلندا بولندا النمسا ايرلندا غانا ")
                    .concat(
                            "كوبا مالطا اوغندا رواندا انغولا اوروبا بلجيكا نمسا اسكتلندا اريتريا سيبيريا انطاليا المجر بوسنيا")
                    .split(" "));

    private static final Pattern BARE = Pattern.compile("(^| )(?:ال|لل)(?=..)");
    private static final Pattern ALEF = Pattern.compile("[أإآ]");

    private ArabicForms() {}

    /**
     * The form without a conjunction or preposition that the stem does not have either: بالعنف is العنف, للإعلان الإعلان,
     * بحلب حلب; والدته stays.
     */
    static String bare(String form, String stem) {
        String rest = withoutPrefixes(form, stem);
        boolean and = rest.length() > 4 && rest.charAt(0) == 'و' && !beginsWithWaw(rest);
        // Nobody says "at at": ببغداد is in بغداد.
        boolean twice = rest.length() > 5 && rest.startsWith("بب");
        return and || twice ? rest.substring(1) : rest;
    }

    private static String withoutPrefixes(String form, String stem) {
        String rest = form;
        while (rest.length() > 3 && !rest.startsWith("والد") && SINGLES.indexOf(rest.charAt(0)) >= 0) {
            if (rest.startsWith(ARTICLE, 1)) {
                return rest.length() > 5 && !stem.startsWith(rest.substring(0, 3)) ? rest.substring(1) : rest;
            }
            if (rest.startsWith("لل") && stem.charAt(0) != 'ل') {
                return rest.length() > 4 ? ARTICLE + rest.substring(2) : rest;
            }
            if (stem.charAt(0) == rest.charAt(0) && !(rest.startsWith("لل") && !stem.startsWith("لل"))) {
                return rest;
            }
            rest = rest.substring(1);
        }
        return rest;
    }

    /** Whether a word goes on with a term: not behind "and", nor behind a preposition but that of للتراث. */
    static boolean continues(String written, String bare) {
        if (written.length() > bare.length() || written.startsWith("لل")) {
            return written.startsWith("لل");
        }
        return written.charAt(0) != 'و' || written.length() < 3 || beginsWithWaw(written);
    }

    /** Whether a word that begins with و has it as its own. */
    static boolean beginsWithWaw(String form) {
        return WITH_WAW.contains(form.substring(0, 3));
    }

    /** Whether a pronoun is joined to a noun: زيارتها is somebody's. */
    static boolean isOwned(String form) {
        int length = form.length();
        if (length < 4 || form.startsWith(ARTICLE)) {
            return false;
        }
        if (form.endsWith("ه")) {
            return "ايوهج".indexOf(form.charAt(length - 2)) < 0 && !form.endsWith("الله");
        }
        if (length == 4) {
            return false;
        }
        return form.endsWith("ها") || form.endsWith("هما") || (form.endsWith("هم") && !ENDING_IN_HUM.contains(form));
    }

    /** How well a form names what its stem means: the noun better than what belongs to it, and both better than an adverb. */
    static double fitness(String form) {
        if (isOwned(form)) {
            return 0.1;
        }
        String noun = form.startsWith(ARTICLE) ? form.substring(2) : form;
        String folded = ALEF.matcher(noun).replaceAll("ا");
        if (folded.endsWith("ا") && !form.startsWith(ARTICLE) && !LANDS.contains(folded)) {
            return 0.4;
        }
        boolean belonging = noun.length() > 3
                && (noun.endsWith("ي") || noun.endsWith("ية") || noun.endsWith("يين") || noun.endsWith("يون"));
        return belonging ? 1 : 2.5;
    }

    /** A text without harakat, tatweel and marks of direction, which some write here and there. */
    static String withoutMarks(String text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean mark = letter == 0x0640
                    || (letter >= 0x064B && letter <= 0x0652)
                    || letter == 0x0670
                    || (letter >= 0x200B && letter <= 0x200F);
            if (mark && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            } else if (!mark && kept != null) {
                kept.append(letter);
            }
        }
        return kept == null ? text : kept.toString();
    }

    /** A form as it is compared with others: without articles, and the hamza of its alefs. */
    static String compared(String form) {
        return ALEF.matcher(BARE.matcher(form).replaceAll("$1")).replaceAll("ا");
    }

    /** Counts words that begin with a joined و, ف, ب, ل or ك as the word behind it, where the text has that too. */
    static void join(Map<String, Term> terms) {
        terms.forEach((key, term) -> {
            Term rest = key.length() > 3 && SINGLES.indexOf(key.charAt(0)) >= 0 ? terms.get(key.substring(1)) : null;
            if (rest != null && rest.count >= term.count && rest != term) {
                term.joined = rest;
                rest.join(term);
            }
        });
    }
}
