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
        UnicodeScript script = script(word);
        Set<List<String>> readings = new LinkedHashSet<>();
        boolean known = false;
        for (String language : present) {
            if (!Languages.writes(language, script)) {
                continue;
            }
            known = true;
            List<List<String>> parts = languages.of(language).alternatives(word);
            if (parts.size() == 1) {
                parts.getFirst().forEach(term -> readings.add(List.of(term)));
            } else if (!parts.isEmpty()) {
                readings.add(parts.stream().map(List::getFirst).toList());
            }
        }
        if (!known) {
            // No language here knows better.
            readings.add(words(word));
        }
        return readings;
    }

    /** A phrase's readings: the terms that follow one another. None where it has stop words alone. */
    public Set<List<String>> ofPhrase(String phrase) {
        UnicodeScript script = script(phrase);
        Set<List<String>> readings = new LinkedHashSet<>();
        for (String language : present) {
            List<String> terms = Languages.writes(language, script)
                    ? terms(languages.of(language).tokens(phrase))
                    : List.of();
            if (!terms.isEmpty()) {
                readings.add(terms);
            }
        }
        return readings;
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
