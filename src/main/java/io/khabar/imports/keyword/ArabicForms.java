package io.khabar.imports.keyword;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Arabic joins to words, so that a keyword can stand without it. */
final class ArabicForms {
    private static final int SHORTEST = 6;

    private ArabicForms() {}

    /** The form without a conjunction or preposition before its article: بالعنف is العنف, للإعلان الإعلان. */
    static String bare(String form) {
        if (form.length() < SHORTEST) {
            return form;
        }
        boolean beforeArticle = "وبفك".indexOf(form.charAt(0)) >= 0 && form.startsWith("ال", 1);
        if (beforeArticle) {
            return form.substring(1);
        }
        return form.startsWith("لل") ? "ال" + form.substring(2) : form;
    }

    /** Whether a word begins as verbs of the present do; some nouns do too. */
    static boolean maybeVerb(String form) {
        char first = form.charAt(0);
        return (first == 'ي' || first == 'ت') && form.length() > 3 && !form.endsWith("ة") && !form.endsWith("ا");
    }

    /** Counts words that begin with a joined و, ف, ب, ل or ك as the word behind it, where the text has that too. */
    static void join(Map<String, Term> terms) {
        List<String> joined = new ArrayList<>();
        terms.forEach((key, term) -> {
            Term rest = key.length() > 3 && "وفبلك".indexOf(key.charAt(0)) >= 0 ? terms.get(key.substring(1)) : null;
            if (rest != null && rest.count >= term.count) {
                rest.join(term);
                joined.add(key);
            }
        });
        joined.forEach(terms::remove);
    }
}
