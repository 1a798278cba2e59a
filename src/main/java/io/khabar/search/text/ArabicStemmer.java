package io.khabar.search.text;

import java.util.List;
import java.util.Set;

/**
 * Takes off what Arabic joins to a word: the article, conjunctions and prepositions before it, endings of number, gender
 * and possession behind it. What is left is a key for comparing, not a word.
 *
 * <p>Works on folded words ({@link Words}), so that a hamza or the dots of a ة that were left out change nothing. The
 * single letters و ف ب ل ك go only where the lexicon knows the rest as the commoner word: they begin words of their own,
 * too.
 */
final class ArabicStemmer {

    private static final List<String> WITH_ARTICLE = List.of("وبال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال");
    private static final List<String> SUFFIXES = List.of("ها", "هم", "نا", "ان", "ات", "ون", "ين", "يه", "ه", "ي");
    /** They look as if they had an article, and one of them would be left as a stop word. */
    private static final Set<String> WHOLE = Set.of("الله", "اللهم");

    private static final String SINGLES = "وفبلك";
    private static final int LEAST = 3;

    private final ArabicLexicon lexicon;

    ArabicStemmer(ArabicLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The key of a folded word. */
    String stem(String word) {
        String rest = withoutArticle(word);
        if (rest.length() == word.length()) {
            rest = withoutSingles(word);
        }
        return withoutSuffixes(rest);
    }

    /**
     * The key of a folded word in a query, and behind it the key of what is left when its first letter is taken for a
     * conjunction or preposition, where the lexicon knows too little to tell.
     */
    List<String> alternatives(String word) {
        String rest = withoutArticle(word);
        if (rest.length() < word.length()) {
            return List.of(withoutSuffixes(rest));
        }
        String key = withoutSuffixes(withoutSingles(word));
        if (word.length() <= LEAST || SINGLES.indexOf(word.charAt(0)) < 0) {
            return List.of(key);
        }
        String other = withoutSuffixes(word.substring(1));
        return other.equals(key) || lexicon.frequency(withoutSuffixes(word)) > 0 ? List.of(key) : List.of(key, other);
    }

    private static String withoutArticle(String word) {
        if (WHOLE.contains(word)) {
            return word;
        }
        for (String prefix : WITH_ARTICLE) {
            // Two letters behind a longer prefix are rarely a word: والدة begins with no article.
            int least = prefix.length() == 2 ? 2 : LEAST;
            if (word.startsWith(prefix) && word.length() - prefix.length() >= least) {
                String rest = word.substring(prefix.length());
                return WHOLE.contains("ال" + rest) ? "ال" + rest : rest;
            }
        }
        return word;
    }

    private String withoutSingles(String word) {
        int known = lexicon.frequency(withoutSuffixes(word));
        // A conjunction may stand before a preposition, and either before the article.
        for (int i = 1; i <= 2 && word.length() - i >= LEAST && SINGLES.indexOf(word.charAt(i - 1)) >= 0; i++) {
            String rest = withoutArticle(word.substring(i));
            if (lexicon.frequency(withoutSuffixes(rest)) > known) {
                return rest;
            }
        }
        return word;
    }

    /** The word without its endings; at least three letters are left. */
    static String withoutSuffixes(String word) {
        String rest = word;
        for (String suffix : SUFFIXES) {
            if (rest.endsWith(suffix) && rest.length() - suffix.length() >= LEAST) {
                rest = rest.substring(0, rest.length() - suffix.length());
            }
        }
        return rest;
    }

    /** The key that a word counts under in the lexicon: article and endings off, single letters left on. */
    static String lexiconKey(String word) {
        return withoutSuffixes(withoutArticle(word));
    }
}
