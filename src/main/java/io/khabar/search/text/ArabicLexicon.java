package io.khabar.search.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Which Arabic words are known, and how often they occur by their keys ({@link ArabicStemmer#lexiconKey}). The shipped one
 * is made from the texts in {@code src/lexicon/ar}, which were written for it; a word that is not there has the frequency
 * 0.
 */
final class ArabicLexicon {

    static final String FILE = "lexicon-ar.txt";

    /** One that knows no word. */
    static final ArabicLexicon EMPTY = new ArabicLexicon(Map.of());

    private final Map<String, Integer> words;
    private final Map<String, Integer> keys = new HashMap<>();

    private ArabicLexicon(Map<String, Integer> words) {
        this.words = words;
        words.forEach((word, count) -> keys.merge(ArabicStemmer.lexiconKey(word), count, Integer::sum));
    }

    /** The lexicon that is shipped. */
    static ArabicLexicon shipped() {
        Map<String, Integer> words = new HashMap<>();
        for (String line : WordList.lines(FILE)) {
            int space = line.indexOf(' ');
            words.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
        }
        return new ArabicLexicon(words);
    }

    /** How often words with this key occur. */
    int frequency(String key) {
        return keys.getOrDefault(key, 0);
    }

    /** Whether a word occurs just so. */
    boolean has(String word) {
        return words.containsKey(word);
    }
}
