package io.khabar.imports.keyword;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A word or a sequence of words that may be a keyword: how often it occurs, and how it is written there. */
final class Term {
    /** A form in a title or at a sentence's beginning may have capitals that the word does not have. */
    private static final double BORROWED = 0.4;

    private static final double NAME = 1.6;
    private static final double TITLE = 1.8;
    private static final double LEAD = 1.25;
    /** Somebody who is named once, far down; a word of the title that the text never uses. */
    private static final double PASSING = 0.6;

    private static final double MAYBE_VERB = 0.2;

    final String key;
    final int words;
    /** What its words say on average. */
    final double weight;

    /** The form, as long as there is one only. */
    private @Nullable String only;

    private double fitOfOnly;
    private @Nullable Map<String, Double> forms;
    int count;
    boolean inTitle;
    /** Occurrences in the title, where capitals tell nothing. */
    int titled;

    boolean inLead;
    /** Where it occurs first behind the title; -1 where it does not. */
    int first = -1;
    /** Occurrences that are written as names are. */
    int asName;
    /** Occurrences in the form of the word itself. */
    int plain;
    /** Whether its only occurrence is in a longer name. */
    boolean covered;
    /** The term that this one is counted as. */
    @Nullable Term joined;
    /** The whole name that begins where this last part of it occurs first. */
    @Nullable Term full;

    Term(String key, int words, double weight) {
        this.key = key;
        this.words = words;
        this.weight = weight;
    }

    /** @param borrowed whether the form may have its capital from where it stands */
    void occurs(String form, boolean borrowed) {
        count++;
        double fit = borrowed ? BORROWED : 1;
        if (forms == null && (only == null || only.equals(form))) {
            only = form;
            fitOfOnly += fit;
            return;
        }
        if (forms == null) {
            forms = new HashMap<>(4);
            forms.put(Objects.requireNonNull(only), fitOfOnly);
        }
        forms.merge(form, fit, Double::sum);
    }

    /** Counts the occurrences of another term as this one's, but not the forms they have. */
    void join(Term other) {
        count += other.count;
        takePlaceOf(other);
        asName += other.asName;
    }

    /** Stands for a term that is a part of it, and as often said. */
    void standFor(Term part) {
        count = Math.max(count, part.count);
        asName = count;
        takePlaceOf(part);
    }

    private void takePlaceOf(Term other) {
        inTitle |= other.inTitle;
        inLead |= other.inLead;
    }

    boolean isName() {
        return asName > 0 && asName * 2 > count - titled;
    }

    /** The form that it has most often; of several the one that is fittest, then the shortest, then the first by letters. */
    String surface(ToDoubleFunction<String> fitness) {
        if (forms == null) {
            return Objects.requireNonNull(only);
        }
        return forms.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Double>>comparingDouble(
                                form -> form.getValue() * fitness.applyAsDouble(form.getKey()))
                        .thenComparing(form -> -form.getKey().length())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
    }

    /** @param doubtful whether it may be a word of another kind, which is no keyword */
    double score(boolean doubtful) {
        double named = isName() ? NAME : 1;
        double placed = (inTitle ? TITLE : 1) * (inLead ? LEAD : 1);
        double passing = count == 1 && (inTitle ? !isName() : !inLead) ? PASSING : 1;
        double verb = doubtful && words == 1 && count < 3 ? MAYBE_VERB : 1;
        // Each further occurrence says less, each further word a little more.
        return weight * (1 + Math.log(count)) * named * placed * passing * verb * (1 + 0.35 * (words - 1));
    }
}
