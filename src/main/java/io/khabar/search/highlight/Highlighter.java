package io.khabar.search.highlight;

import io.khabar.search.query.Query;
import io.khabar.search.query.TextField;
import io.khabar.search.text.Readings;
import io.khabar.search.text.Token;
import io.khabar.search.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Marks what a query finds in texts. Serves one thread. */
public final class Highlighter {

    private static final Comparator<Mark> IN_ORDER = Comparator.comparingInt(Mark::start)
            .thenComparing(Comparator.comparingInt(Mark::end).reversed())
            .thenComparingInt(Mark::of);

    /** What is looked for in one field, so that each word of a text is looked up once. */
    private static final class Needles {
        final Map<String, Integer> words = new HashMap<>();
        final Map<String, Integer> terms = new HashMap<>();
        final Map<String, Integer> beginnings = new HashMap<>();
        final Map<List<String>, Integer> runsOfWords = new HashMap<>();
        final Map<List<String>, Integer> runsOfTerms = new HashMap<>();

        boolean inWords() {
            return !words.isEmpty() || !beginnings.isEmpty() || !runsOfWords.isEmpty();
        }

        boolean inTerms() {
            return !terms.isEmpty() || !runsOfTerms.isEmpty();
        }
    }

    private final Readings readings;
    private final Map<TextField, Needles> needles = new EnumMap<>(TextField.class);

    /**
     * Looks for what a query looks for.
     *
     * @param fields in which the query looks for words that are not bound to one
     */
    public Highlighter(Query query, List<TextField> fields, Readings readings) {
        this.readings = readings;
        List<Sought> all = Sought.in(query, readings);
        for (int i = 0; i < all.size(); i++) {
            Sought sought = all.get(i);
            for (TextField field : sought.field() == null ? fields : List.of(sought.field())) {
                add(needles.computeIfAbsent(field, _ -> new Needles()), sought, i);
            }
        }
    }

    private static void add(Needles to, Sought sought, int number) {
        if (sought.beginning()) {
            to.beginnings.putIfAbsent(sought.words().getFirst(), number);
        } else if (sought.words().size() == 1) {
            to.words.putIfAbsent(sought.words().getFirst(), number);
        } else {
            to.runsOfWords.putIfAbsent(sought.words(), number);
        }
        for (List<String> terms : sought.readings()) {
            if (terms.size() == 1) {
                to.terms.putIfAbsent(terms.getFirst(), number);
            } else {
                to.runsOfTerms.putIfAbsent(terms, number);
            }
        }
    }

    /** Whether the query looks for anything in a field. */
    public boolean looksIn(TextField field) {
        return needles.containsKey(field);
    }

    /**
     * The parts of a text that matter, in their order, as HTML: what is found is in {@code <mark>}, all else escaped. A
     * short text is one part; of a long one there are at most three.
     *
     * @param language of the text, a BCP 47 tag
     * @return empty where nothing is found
     */
    public List<String> fragments(TextField field, String text, @Nullable String language) {
        Needles sought = needles.get(field);
        List<Mark> marks = sought == null ? List.of() : marks(sought, text, language);
        return marks.isEmpty() ? List.of() : new Fragments(text, marks).html();
    }

    private List<Mark> marks(Needles sought, String text, @Nullable String language) {
        List<Mark> marks = new ArrayList<>();
        if (sought.inWords()) {
            List<Token> words = Words.of(text);
            single(words, sought.words, marks);
            beginnings(words, sought.beginnings, marks);
            runs(words, sought.runsOfWords, marks);
        }
        if (sought.inTerms()) {
            List<Token> terms = readings.languages().of(language).tokens(text);
            single(terms, sought.terms, marks);
            runs(terms, sought.runsOfTerms, marks);
        }
        marks.sort(IN_ORDER);
        return apart(marks);
    }

    private static void single(List<Token> tokens, Map<String, Integer> needles, List<Mark> into) {
        if (needles.isEmpty()) {
            return;
        }
        for (Token token : tokens) {
            Integer number = needles.get(token.term());
            if (number != null) {
                into.add(mark(token, number));
            }
        }
    }

    private static void beginnings(List<Token> words, Map<String, Integer> needles, List<Mark> into) {
        needles.forEach((beginning, number) -> words.stream()
                .filter(word -> word.term().startsWith(beginning))
                .forEach(word -> into.add(mark(word, number))));
    }

    private static void runs(List<Token> tokens, Map<List<String>, Integer> needles, List<Mark> into) {
        needles.forEach((run, number) -> {
            for (int i = 0; i + run.size() <= tokens.size(); i++) {
                if (begins(tokens, i, run)) {
                    tokens.subList(i, i + run.size()).forEach(token -> into.add(mark(token, number)));
                }
            }
        });
    }

    private static boolean begins(List<Token> tokens, int at, List<String> run) {
        for (int i = 0; i < run.size(); i++) {
            if (!tokens.get(at + i).term().equals(run.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Mark mark(Token token, int number) {
        return new Mark(token.start(), token.end(), number);
    }

    /** Of marks that overlap the first and longest; touching ones, as of Chinese characters, become one. */
    private static List<Mark> apart(List<Mark> sorted) {
        List<Mark> apart = new ArrayList<>(sorted.size());
        for (Mark mark : sorted) {
            Mark last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || mark.start() > last.end()) {
                apart.add(mark);
            } else if (mark.end() > last.end()) {
                apart.set(apart.size() - 1, new Mark(last.start(), mark.end(), last.of()));
            }
        }
        return apart;
    }
}
