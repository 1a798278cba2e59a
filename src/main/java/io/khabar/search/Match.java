package io.khabar.search;

import java.util.List;

/**
 * What a query is compared with, in terms of the index: every backend carries out the same, so that they find and rank
 * alike. Fields are those of {@link IndexedArticle}; a weight multiplies the score (BM25) of what it stands at.
 */
public sealed interface Match {

    /** Matched by nothing. */
    Match NOTHING = new Any(List.of());

    /** Has some of these terms; each that it has counts. */
    record Terms(String field, List<String> terms, float weight) implements Match {

        public Terms {
            terms = List.copyOf(terms);
        }
    }

    /** Has some of these terms, which count as if they were one. */
    record Synonyms(String field, List<String> terms, float weight) implements Match {

        public Synonyms {
            terms = List.copyOf(terms);
        }
    }

    /**
     * Has these terms behind one another.
     *
     * @param slop by how many places they may be out of theirs
     */
    record Phrase(String field, List<String> terms, int slop, float weight) implements Match {

        public Phrase {
            terms = List.copyOf(terms);
        }
    }

    /**
     * Has a term that begins so.
     *
     * @param most for how many terms it stands at most: the commonest; an OpenSearch takes the first of the alphabet, and
     *     cannot be told otherwise
     */
    record Beginning(String field, String beginning, int most, float weight) implements Match {}

    /** Matches one of these at least; each that it matches counts. */
    record Any(List<Match> choices) implements Match {

        public Any {
            choices = List.copyOf(choices);
        }
    }

    /** Matches so many of these at least; each that it matches counts. */
    record Most(List<Match> choices, int least) implements Match {

        public Most {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Matches all that is needed and nothing that is excluded. Where nothing is needed it is enough to match one of what
     * counts; where nothing counts either, not to match what is excluded.
     *
     * @param counting what counts where it is there
     */
    record All(List<Match> needed, List<Match> counting, List<Match> excluded) implements Match {

        public All {
            needed = List.copyOf(needed);
            counting = List.copyOf(counting);
            excluded = List.copyOf(excluded);
        }

        /** Whether it only says what must not be. */
        public boolean isExclusion() {
            return needed.isEmpty() && counting.isEmpty();
        }
    }
}
