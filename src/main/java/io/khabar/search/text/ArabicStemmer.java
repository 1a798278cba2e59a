package io.khabar.search.text;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes off what Arabic joins to a word: the article, conjunctions and prepositions before it, endings of number, gender,
 * case, possession and belonging behind it. What is left is a key for comparing, not a word.
 *
 * <p>Works on folded words ({@link Words}), so that a hamza or the dots of a ة that were left out change nothing. Endings
 * go one after the other until none is left, so that a country, its people and what is called after it have one key. The
 * single letters و ف ب ل ك go only where the rest is known as the far commoner word: they begin words of their own, too.
 * Words that are listed as stems keep what they are.
 */
final class ArabicStemmer {

    private static final List<String> WITH_ARTICLE = List.of("وبال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال");
    /** What most often stands before a word: nothing, the article, it behind a conjunction or preposition, and a conjunction. */
    private static final List<String> BEFORE = List.of("", "ال", "وال", "بال", "لل", "و");

    private static final List<String> SUFFIXES =
            List.of("يا", "وا", "ها", "هم", "نا", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "ا");

    /** The letters that an ending may end in. */
    private static final String LAST = "امنتهي";
    /** Before these ة is written as ت. */
    private static final Set<String> BEHIND_JOINT = Set.of("ها", "هم", "نا", "ان", "ين", "ه", "ي");

    private static final String SINGLES = "وفبلك";
    private static final int LEAST = 3;
    /** What is left without a single letter must be so much commoner than the word with it. */
    private static final int MARGIN = 3;

    private static final Set<String> STEMS = WordList.folded("stems-ar.txt");

    private final ArabicLexicon lexicon;

    ArabicStemmer(ArabicLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The key of a folded word. */
    String stem(String word) {
        String listed = listed(word);
        if (listed != null) {
            return listed;
        }
        String rest = withoutArticle(word);
        return withoutSuffixes(rest.length() < word.length() ? rest : withoutSingles(word));
    }

    /**
     * The key of a folded word in a query, and behind it the key of what is left when its first letter is taken for a
     * conjunction or preposition, where too little is known to tell.
     */
    List<String> alternatives(String word) {
        String key = stem(word);
        String rest = withoutArticle(word);
        if (rest.length() <= LEAST
                || SINGLES.indexOf(rest.charAt(0)) < 0
                || listed(word) != null
                || STEMS.contains(key)
                || lexicon.frequency(withoutSuffixes(rest)) > 0) {
            return List.of(key);
        }
        String other = stem(rest.substring(1));
        // Behind an article such a letter is nearly always the word's own.
        boolean likely = rest.length() == word.length() || STEMS.contains(other) || lexicon.frequency(other) > 0;
        return other.equals(key) || !likely ? List.of(key) : List.of(key, other);
    }

    /**
     * The beginnings of written words that somebody means who types the beginning of one: قديم stands for القديمة, too, but
     * القديم only for words that have the article. Behind a conjunction alone two letters are the beginning of too much.
     */
    static List<String> beginnings(String folded) {
        boolean article = folded.startsWith("ال") && folded.length() - 2 >= 2;
        return BEFORE.stream()
                .filter(before -> article ? before.endsWith("ل") : folded.length() >= LEAST || !before.equals("و"))
                .map(before -> before + (article ? folded.substring(2) : folded))
                .toList();
    }

    /** The listed stem that a word has with no article, behind at most two single letters; null where it has none. */
    private @Nullable String listed(String word) {
        for (int i = 0; i == 0 || isSingle(word, i - 1); i++) {
            String rest = word.substring(i);
            String key = withoutSuffixes(rest);
            if (STEMS.contains(key)) {
                // بدراهم begins as بدر does, but دراهم is known.
                boolean other = key.length() < rest.length() && isSingle(rest, 0) && lexicon.has(rest.substring(1));
                return other ? null : key;
            }
            if (i == 2 || lexicon.frequency(key) > 0 || hasArticle(rest)) {
                return null;
            }
        }
        return null;
    }

    /** Whether the article is in لل, and not the first letter of a word behind ل: للوزارة, but not للبنان. */
    private boolean hasArticle(String word) {
        return word.startsWith("لل") && lexicon.frequency(withoutSuffixes(word.substring(2))) > 0;
    }

    /** Whether a single letter may stand there, before what may be a word. */
    private static boolean isSingle(String word, int at) {
        return word.length() - at - 1 >= LEAST && SINGLES.indexOf(word.charAt(at)) >= 0;
    }

    private static String withoutArticle(String word) {
        for (String prefix : WITH_ARTICLE) {
            // Two letters behind a longer prefix are rarely a word: والدة begins with no article.
            int least = prefix.length() == 2 ? 2 : LEAST;
            if (word.startsWith(prefix) && word.length() - prefix.length() >= least) {
                return word.substring(prefix.length());
            }
        }
        return word;
    }

    private String withoutSingles(String word) {
        if (lexicon.has(word)) {
            return word;
        }
        int known = lexicon.frequency(withoutSuffixes(word));
        // A conjunction may stand before a preposition, and either before the article.
        for (int i = 1; i <= 2 && isSingle(word, i - 1); i++) {
            String rest = withoutArticle(word.substring(i));
            int frequency = lexicon.frequency(withoutSuffixes(rest));
            if (lexicon.has(rest) || (frequency > 0 && frequency >= known * MARGIN)) {
                return rest;
            }
        }
        return word;
    }

    /** The word without its endings, as far as to a listed stem; at least three letters are left. */
    private String withoutSuffixes(String word) {
        String rest = word;
        while (!STEMS.contains(rest)) {
            String shorter = withoutSuffix(rest);
            if (shorter == null) {
                return rest;
            }
            rest = shorter;
        }
        return rest;
    }

    /** The word without its ending: the one that leaves a listed stem, or else the first; null where it has none. */
    private @Nullable String withoutSuffix(String word) {
        if (word.length() <= LEAST || LAST.indexOf(word.charAt(word.length() - 1)) < 0) {
            return null;
        }
        String shorter = null;
        for (String suffix : SUFFIXES) {
            if (word.endsWith(suffix) && word.length() - suffix.length() >= LEAST) {
                String before = word.substring(0, word.length() - suffix.length());
                String rest = BEHIND_JOINT.contains(suffix) ? withoutJoint(before) : before;
                if (STEMS.contains(rest)) {
                    return rest;
                }
                shorter = shorter == null ? rest : shorter;
            }
        }
        return shorter;
    }

    /** Without the ت that a ة became, where the rest is known as the commoner word. */
    private String withoutJoint(String word) {
        if (!word.endsWith("ت") || word.length() <= LEAST || STEMS.contains(word)) {
            return word;
        }
        String rest = word.substring(0, word.length() - 1);
        return lexicon.frequency(rest) > lexicon.frequency(word) ? rest : word;
    }

    /** The key that a word counts under in a lexicon: article and endings off, single letters left on. */
    static String lexiconKey(String word) {
        return new ArabicStemmer(ArabicLexicon.EMPTY).keyWithSingles(word);
    }

    private String keyWithSingles(String word) {
        String whole = withoutSuffixes(word);
        return STEMS.contains(whole) ? whole : withoutSuffixes(withoutArticle(word));
    }
}
