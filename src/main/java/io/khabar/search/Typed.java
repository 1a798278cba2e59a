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
 * What somebody is typing: words of which the last may be the beginning of one. They are compared as they are written
 * and as they are stemmed, so that an article or a preposition before a word, here or there, is no hindrance.
 */
public final class Typed {

    /** A beginning stands for at most so many terms. */
    private static final int EXPANSIONS = 50;

    private final Readings readings;
    private final List<Set<String>> words;

    /** Reads a text. */
    public Typed(String text, Readings readings) {
        this.readings = readings;
        this.words = forms(text);
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

    /** Whether there is no word in it. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether it may become a text: all of its words are there, and one that begins as the last does. */
    public boolean begins(String text) {
        List<Set<String>> there = forms(text);
        for (int i = 0; i < words.size(); i++) {
            Set<String> forms = words.get(i);
            boolean last = i == words.size() - 1;
            if (there.stream()
                    .flatMap(Set::stream)
                    .noneMatch(form -> last ? startsWith(form, forms) : forms.contains(form))) {
                return false;
            }
        }
        return !words.isEmpty();
    }

    private static boolean startsWith(String form, Set<String> beginnings) {
        return beginnings.stream().anyMatch(form::startsWith);
    }

    /** Finds the articles of which a text begins so. */
    public Match in(TextField field) {
        List<Match> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            List<Match> any = new ArrayList<>();
            for (String form : words.get(i)) {
                for (String name : List.of(field.word(), field.word() + "Words")) {
                    any.add(
                            i < words.size() - 1
                                    ? new Match.Terms(name, List.of(form), 1)
                                    : new Match.Beginning(name, form, EXPANSIONS, 1));
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
