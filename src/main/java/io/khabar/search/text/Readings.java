package io.khabar.search.text;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the words of a query may be in articles: each is read in all languages that are there and write its script, as a
 * query does not say its language.
 */
public final class Readings {

    private final Languages languages;
    private final Set<String> present;

    /**
     * Reads in some languages.
     *
     * @param present the languages of the articles, as far as they have an analysis of their own; may grow
     */
    public Readings(Languages languages, Set<String> present) {
        this.languages = languages;
        this.present = present;
    }

    /** The analyses that words are read by. */
    public Languages languages() {
        return languages;
    }

    /** A word's readings: each is a list of terms that all must be there. None where it is a stop word. */
    public Set<List<String>> of(String word) {
        return of(word, true);
    }

    /**
     * The beginnings of the words, as they are written and then folded, that the beginning of one stands for: Arabic joins
     * its article, conjunctions and prepositions to them.
     */
    public static List<String> beginnings(String prefix) {
        String folded = words(prefix).getFirst();
        return script(folded) == UnicodeScript.ARABIC ? ArabicStemmer.beginnings(folded) : List.of(folded);
    }

    /** A word's own readings, one in each language: without what else it may be where a language cannot tell. */
    public Set<List<String>> own(String word) {
        return of(word, false);
    }

    private Set<List<String>> of(String word, boolean others) {
        List<Token> parted = Words.of(word);
        UnicodeScript script = script(word);
        Set<List<String>> readings = new LinkedHashSet<>();
        boolean known = false;
        for (String language : present) {
            if (!Languages.writes(language, script)) {
                continue;
            }
            known = true;
            Analysis analysis = languages.of(language);
            List<List<String>> parts = analysis.alternatives(word);
            if (parted.size() > 1 && !parts.isEmpty() && leavesOut(parted, analysis.tokens(word), false)) {
                // AT&T is no T.
                readings.add(terms(parted));
            } else if (parts.size() == 1) {
                parts.getFirst().stream()
                        .limit(others ? Long.MAX_VALUE : 1)
                        .forEach(term -> readings.add(List.of(term)));
            } else if (!parts.isEmpty()) {
                readings.add(parts.stream().map(List::getFirst).toList());
            }
        }
        if (!known) {
            // No language here knows better.
            readings.add(terms(parted));
        }
        return readings;
    }

    /**
     * A phrase's readings: the terms that follow one another. None in a language that leaves out some of its words, as
     * what is left says less than the phrase.
     */
    public Set<List<String>> ofPhrase(String phrase) {
        List<Token> words = Words.of(phrase);
        UnicodeScript script = script(phrase);
        Set<List<String>> readings = new LinkedHashSet<>();
        for (String language : present) {
            if (Languages.writes(language, script)) {
                List<Token> tokens = languages.of(language).tokens(phrase);
                if (!tokens.isEmpty() && !leavesOut(words, tokens, true)) {
                    readings.add(terms(tokens));
                }
            }
        }
        return readings;
    }

    /**
     * Whether some words are in no token.
     *
     * @param joined whether those count, too, that stand at another with nothing between, as in و2021
     */
    private static boolean leavesOut(List<Token> words, List<Token> tokens, boolean joined) {
        for (int i = 0; i < words.size(); i++) {
            Token word = words.get(i);
            boolean in = tokens.stream().anyMatch(token -> token.start() < word.end() && word.start() < token.end());
            boolean apart = (i == 0 || words.get(i - 1).end() < word.start())
                    && (i == words.size() - 1 || word.end() < words.get(i + 1).start());
            if (!in && (joined || apart)) {
                return true;
            }
        }
        return false;
    }

    /** The folded words of a text. */
    public static List<String> words(String text) {
        return terms(Words.of(text));
    }

    private static List<String> terms(List<Token> tokens) {
        return tokens.stream().map(Token::term).toList();
    }

    private static UnicodeScript script(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst()
                .orElse(UnicodeScript.COMMON);
    }
}
