package io.khabar.imports.keyword;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses those of a text's terms that say most, none of which says what another says. */
final class Choice {
    private static final int MOST = 10;
    /** Of so many that say most, the others say nothing new. */
    private static final int LOOKED_AT = 20 * MOST;

    /** With so many, words of the title that the text never uses and words of all subjects add nothing. */
    private static final int ENOUGH = 5;
    /** So many words of the lead are better than nothing. */
    private static final int FEW = 3;

    private static final double LEAST_SCORE = 0.5;
    private static final double LEAST_WITH_ENOUGH = 0.9;
    /** How the people of a land end, behind the land with or without its last vowel. */
    private static final Set<String> OF_LANDS = Set.of("n", "ns", "i", "is", "ese", "an", "ans", "ian", "ians", "ish");

    private record Candidate(Term term, String surface, String compared, double score) {}

    private final List<Candidate> chosen = new ArrayList<>();
    private final boolean wordsKnown;

    private Choice(boolean wordsKnown) {
        this.wordsKnown = wordsKnown;
    }

    /**
     * The surfaces of at most ten terms, the one that says most first.
     *
     * @param wordsKnown whether words that are no names may be keywords
     */
    static List<String> of(List<Term> terms, Forms forms, boolean wordsKnown) {
        Choice choice = new Choice(wordsKnown);
        choice.chooseFrom(terms.stream().filter(choice::isTelling), forms, MOST);
        if (choice.chosen.isEmpty()) {
            // A short text says everything once.
            choice.chooseFrom(terms.stream().filter(choice::isOfLead), forms, FEW);
        }
        return choice.chosen.stream().map(Candidate::surface).toList();
    }

    private void chooseFrom(Stream<Term> terms, Forms forms, int most) {
        List<Candidate> candidates = new ArrayList<>();
        terms.forEach(term -> {
            String surface = term.surface(forms::fitness);
            double score = term.score(forms.mayBeVerb(surface));
            if (score >= LEAST_SCORE) {
                candidates.add(new Candidate(term, surface, forms.compared(surface), score));
            }
        });
        candidates.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.score)
                .thenComparing(candidate -> candidate.term.key));
        for (Candidate candidate : candidates.subList(0, Math.min(candidates.size(), LOOKED_AT))) {
            if (chosen.size() >= most) {
                return;
            }
            boolean once = candidate.term.count == 1 && !candidate.term.isName();
            boolean weak = once || candidate.score < LEAST_WITH_ENOUGH;
            if (!weak || chosen.size() < ENOUGH) {
                consider(candidate);
            }
        }
    }

    private boolean isTelling(Term term) {
        boolean name = term.isName();
        // Words that stand together once are a term only where they are a name.
        boolean together = term.words == 1 || term.count > 1 || name;
        return together && isKnown(term) && (term.count > 1 || term.inTitle || name);
    }

    private boolean isOfLead(Term term) {
        return term.inLead && term.weight == 1 && term.words == 1 && isKnown(term);
    }

    private boolean isKnown(Term term) {
        return wordsKnown || term.isName() || !Character.isLowerCase(term.key.charAt(0));
    }

    /**
     * Chooses a term that says more than those that were chosen: a part of one does only where it occurs much more often
     * without the rest. A longer one stands for its parts, where they hardly occur without it.
     */
    private void consider(Candidate candidate) {
        for (Candidate other : chosen) {
            boolean part = contains(other.compared, candidate.compared) && candidate.term.count < 3 * other.term.count;
            if (part
                    || candidate.compared.equals(other.compared)
                    || isCutFrom(candidate, other)
                    || isLandOrPeople(candidate, other)) {
                return;
            }
        }
        chosen.removeIf(
                other -> contains(candidate.compared, other.compared) && other.term.count < 3 * candidate.term.count);
        chosen.add(candidate);
    }

    private static boolean contains(String phrase, String part) {
        int at = phrase.indexOf(part);
        // Forms and not stems: in Arabic the man from Aleppo and Aleppo have one stem.
        while (at >= 0) {
            int end = at + part.length();
            if ((at == 0 || isBetween(phrase, at)) && (end == phrase.length() || isBetween(phrase, end))) {
                return true;
            }
            at = phrase.indexOf(part, at + 1);
        }
        return false;
    }

    /** Whether a place is one between words; in Chinese and Japanese each is. */
    private static boolean isBetween(String phrase, int at) {
        return phrase.charAt(at - 1) == ' '
                || phrase.charAt(at) == ' '
                || WordReader.isEastAsian(phrase.charAt(at - 1));
    }

    /** Whether a term begins as another ends, or ends as it begins: both are cut from what is longer. */
    private static boolean isCutFrom(Candidate candidate, Candidate other) {
        if (candidate.term.words == 1 || other.term.words == 1 || candidate.term.count > other.term.count) {
            return false;
        }
        return overlaps(candidate.compared, other.compared) || overlaps(other.compared, candidate.compared);
    }

    private static boolean overlaps(String first, String second) {
        for (int space = first.indexOf(' '); space >= 0; space = first.indexOf(' ', space + 1)) {
            String end = first.substring(space + 1);
            if (second.startsWith(end) && second.length() > end.length() && second.charAt(end.length()) == ' ') {
                return true;
            }
        }
        return false;
    }

    /** Sudan and Sudanese: the one that says more is enough. */
    private static boolean isLandOrPeople(Candidate one, Candidate other) {
        if (!one.term.isName() || !other.term.isName()) {
            return false;
        }
        boolean shorter = one.compared.length() < other.compared.length();
        String land = shorter ? one.compared : other.compared;
        String people = shorter ? other.compared : one.compared;
        int stem = land.length() - ("aeiouy".indexOf(land.charAt(land.length() - 1)) >= 0 ? 1 : 0);
        return stem > 3
                && people.startsWith(land.substring(0, stem))
                && (OF_LANDS.contains(people.substring(stem))
                        || (people.startsWith(land) && OF_LANDS.contains(people.substring(land.length()))));
    }
}
