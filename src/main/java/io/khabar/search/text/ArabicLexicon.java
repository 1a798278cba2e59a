package io.khabar.search.text;

import java.util.HashMap;
import java.util.Map;

/**
 * How often Arabic words occur, by their keys ({@link ArabicStemmer#lexiconKey}). The shipped one is made from the texts
 * in {@code src/lexicon/ar}, which were written for it; a word that is not there has the frequency 0.
 */
final class ArabicLexicon {

    static final String FILE = "lexicon-ar.txt";

    private final Map<String, Integer> frequencies;

    private ArabicLexicon(Map<String, Integer> frequencies) {
        this.frequencies = frequencies;
    }

    /** The lexicon that is shipped. */
    static ArabicLexicon shipped() {
        Map<String, Integer> frequencies = new HashMap<>();
        for (String line : WordList.lines(FILE)) {
            int space = line.indexOf(' ');
            frequencies.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
        }
        return new ArabicLexicon(frequencies);
    }

    /** A lexicon of given frequencies. */
    static ArabicLexicon of(Map<String, Integer> frequencies) {
        return new ArabicLexicon(Map.copyOf(frequencies));
    }

    int frequency(String key) {
        return frequencies.getOrDefault(key, 0);
    }
}
