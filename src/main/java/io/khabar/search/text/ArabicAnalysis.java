package io.khabar.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Arabic: folded words, without stop words, stemmed ({@link ArabicStemmer}). */
final class ArabicAnalysis implements Analysis {

    /** So many words are stemmed once: nearly all that a text has are among the first that come by. */
    private static final int KEPT = 20_000;

    private final Map<String, String> stems = new ConcurrentHashMap<>();
    private final Set<String> stopWords = WordList.folded("stopwords-ar.txt");
    private final ArabicStemmer stemmer = new ArabicStemmer(ArabicLexicon.shipped());

    @Override
    public List<Token> tokens(String text) {
        List<Token> words = Words.of(text);
        List<Token> tokens = new ArrayList<>(words.size());
        for (Token word : words) {
            if (!stopWords.contains(word.term())) {
                tokens.add(isArabic(word.term()) ? new Token(stem(word.term()), word.start(), word.end()) : word);
            }
        }
        return tokens;
    }

    @Override
    public List<List<String>> alternatives(String text) {
        List<List<String>> alternatives = new ArrayList<>();
        for (Token word : Words.of(text)) {
            if (!stopWords.contains(word.term())) {
                alternatives.add(isArabic(word.term()) ? stemmer.alternatives(word.term()) : List.of(word.term()));
            }
        }
        return alternatives;
    }

    private String stem(String word) {
        String known = stems.get(word);
        if (known != null) {
            return known;
        }
        String stem = stemmer.stem(word);
        if (stems.size() < KEPT) {
            stems.put(word, stem);
        }
        return stem;
    }

    private static boolean isArabic(String word) {
        char first = word.charAt(0);
        return first >= 0x0620 && first <= 0x06D3;
    }
}
