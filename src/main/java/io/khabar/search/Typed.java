package io.khabar.search;

import io.khabar.search.query.TextField;
import io.khabar.search.text.Readings;
import io.khabar.search.text.Token;
import io.khabar.search.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody is typing: words of which the last may be the beginning of one. Whole words are compared as they are written
 * and as they are stemmed; the last one only as it is written, and without what stands before it in the same word, as an
 * article or a preposition does: its stem is the beginning of quite other words.
 */
public final class Typed {

    /** A beginning stands for at most so many terms. */
    private static final int EXPANSIONS = 50;

    /** Longest that may stand before a word, in letters. */
    private static final int LONGEST_BEFORE = 5;

    private static final String ARABIC_ARTICLE = "ال";

    private final Readings readings;
    private final List<Set<String>> words;
    private final Set<String> beginnings;

    /** Reads a text. */
    public Typed(String text, Readings readings) {
        this.readings = readings;
        this.words = forms(text);
        List<Token> typed = Words.of(text);
        this.beginnings =
                typed.isEmpty() ? Set.of() : withArticle(bare(typed.getLast().term()));
    }

    private List<Set<String>> forms(String text) {
        return Words.of(text).stream().map(Token::term).map(this::formsOf).toList();
    }

    private Set<String> formsOf(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        readings.of(word).stream()
                .filter(terms -> terms.size() == 1)
                .map(List::getFirst)
                .forEach(forms::add);
        return forms;
    }

    /** A word as it is written, and without what its language takes off before it. */
    private Set<String> bare(String word) {
        Set<String> bare = new LinkedHashSet<>();
        bare.add(word);
        for (List<String> terms : readings.of(word)) {
            int begin = terms.size() == 1 ? word.lastIndexOf(terms.getFirst(), LONGEST_BEFORE) : -1;
            if (begin > 0) {
                bare.add(word.substring(begin));
            }
        }
        return bare;
    }

    private static Set<String> withArticle(Set<String> bare) {
        Set<String> all = new LinkedHashSet<>(bare);
        bare.stream()
                .filter(word -> Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC)
                .forEach(word -> all.add(ARABIC_ARTICLE + word));
        return all;
    }

    /** Whether there is no word in it. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether it may become a text: all of its words are there, and one that begins as the last does. */
    public boolean begins(String text) {
        if (words.isEmpty()) {
            return false;
        }
        List<Set<String>> there = forms(text);
        for (Set<String> forms : words.subList(0, words.size() - 1)) {
            if (there.stream().flatMap(Set::stream).noneMatch(forms::contains)) {
                return false;
            }
        }
        return Words.of(text).stream()
                .flatMap(word -> bare(word.term()).stream())
                .anyMatch(form -> beginnings.stream().anyMatch(form::startsWith));
    }

    /** Whether a text has a word that begins exactly as the last one is written. */
    public boolean beginsAsWritten(String text) {
        return !beginnings.isEmpty()
                && Words.of(text).stream().anyMatch(word -> word.term()
                        .startsWith(beginnings.iterator().next()));
    }

    /** Finds the articles of which a text begins so. */
    public Match in(TextField field) {
        List<Match> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            List<Match> any = new ArrayList<>();
            boolean last = i == words.size() - 1;
            for (String form : last ? beginnings : words.get(i)) {
                for (String name : List.of(field.word(), field.word() + "Words")) {
                    any.add(
                            last
                                    ? new Match.Beginning(name, form, EXPANSIONS, 1)
                                    : new Match.Terms(name, List.of(form), 1));
                }
            }
            all.add(new Match.Any(any));
        }
        return new Match.All(all, List.of(), List.of());
    }

    @Override
    public String toString() {
        return words.stream().map(forms -> forms.iterator().next()).collect(Collectors.joining(" "));
    }
}
