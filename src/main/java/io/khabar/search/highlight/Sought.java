package io.khabar.search.highlight;

import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Readings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query looks for: one of its words, phrases or prefixes. What it excludes is not looked for.
 *
 * @param field where it must stand; null for any field that is searched
 * @param words the folded words that follow one another
 * @param beginning whether the only word is the beginning of one
 * @param readings the terms, stemmed, that follow one another, in each reading
 */
record Sought(@Nullable TextField field, List<String> words, boolean beginning, Set<List<String>> readings) {

    /** Everything that a query looks for. */
    static List<Sought> in(Query query, Readings readings) {
        Set<Sought> all = new LinkedHashSet<>();
        collect(query, readings, all);
        return List.copyOf(all);
    }

    private static void collect(Query query, Readings readings, Set<Sought> into) {
        switch (query) {
            case Query.Word word ->
                into.add(new Sought(word.field(), Readings.words(word.text()), false, readings.of(word.text())));
            case Query.Prefix prefix ->
                Readings.beginnings(prefix.text())
                        .forEach(beginning -> into.add(new Sought(prefix.field(), List.of(beginning), true, Set.of())));
            case Query.Phrase phrase ->
                into.add(new Sought(
                        phrase.field(), Readings.words(phrase.text()), false, readings.ofPhrase(phrase.text())));
            case Query.Sequence sequence -> sequence(sequence, readings, into);
            case Query.Either either -> either.choices().forEach(choice -> collect(choice, readings, into));
            case Query.Not _, Query.Nothing _ -> {
                // Nothing of it is in a hit.
            }
        }
    }

    /** Beside words that tell something, stop words are not looked for. */
    private static void sequence(Query.Sequence sequence, Readings readings, Set<Sought> into) {
        Set<Sought> words = new LinkedHashSet<>();
        List<Query> rest = new ArrayList<>();
        for (Query part : sequence.isHeadline() ? sequence.loosened() : sequence.parts()) {
            if (Query.isPlain(part)) {
                collect(part, readings, words);
            } else {
                rest.add(part);
            }
        }
        rest.forEach(part -> collect(part, readings, into));
        boolean telling = words.stream().anyMatch(word -> !word.readings().isEmpty());
        words.stream()
                .filter(word -> !word.readings().isEmpty() || (!telling && rest.isEmpty()))
                .forEach(into::add);
    }
}
