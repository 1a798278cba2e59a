package io.khabar.imports.keyword;

import java.util.HashMap;
import java.util.Map;

/** A word or a sequence of words that may be a keyword: how often it occurs, and how it is written there. */
final class Term {
    final int words;
    /** The sum of what its words say. */
    final double weight;

    private final Map<String, Integer> forms = new HashMap<>();
    int count;
    boolean inTitle;
    boolean inLead;
    /** Occurrences that are written as names are. */
    int asName;

    Term(int words, double weight) {
        this.words = words;
        this.weight = weight;
    }

    void occurs(String form, int place, int titleEnd, int leadEnd, boolean name) {
        count++;
        inTitle |= place < titleEnd;
        inLead |= place < leadEnd;
        asName += name ? 1 : 0;
        forms.merge(form, 1, Integer::sum);
    }

    /** Counts the occurrences of another term as this one's, but not the forms they have. */
    void join(Term other) {
        count += other.count;
        inTitle |= other.inTitle;
        inLead |= other.inLead;
        asName += other.asName;
    }

    /** The form that it has most often; of several the shortest, then the first by letters. */
    String surface() {
        return forms.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(form -> -form.getKey().length())
                        .thenComparing(Map.Entry::getKey, java.util.Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
    }

    double score() {
        double named = asName * 2 > count ? 1.6 : 1.0;
        double placed = (inTitle ? 1.8 : 1.0) * (inLead ? 1.25 : 1.0);
        double verb = words == 1 && count < 3 && ArabicForms.maybeVerb(surface()) ? 0.35 : 1.0;
        // Each further occurrence says less, each further word a little more.
        return weight / words * (1 + Math.log(count)) * named * placed * verb * (1 + 0.35 * (words - 1));
    }
}
