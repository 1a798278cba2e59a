package io.khabar.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text's tokens by a grammar. What a rule reads at a place is kept, so that the work stays in proportion to the
 * text's length.
 */
final class Matcher {

    /** Where a reading begins and ends (exclusive), in tokens, and what it means. */
    record Match(int start, int end, @Nullable Expression meaning) {}

    private static final Match NONE = new Match(-1, -1, null);

    /** In what was caught: not a word class, but the place where the mention begins. */
    private static final int BEGINNING = -2;

    private final Hits hits;
    private final Lexicon lexicon;
    private final Grammar grammar;
    private final FirstWords firstWords;
    private final Match[][] kept;

    Matcher(Hits hits, Lexicon lexicon, Grammar grammar, FirstWords firstWords) {
        this.hits = hits;
        this.lexicon = lexicon;
        this.grammar = grammar;
        this.firstWords = firstWords;
        this.kept = new Match[hits.size()][];
    }

    /** The longest reading of a rule that begins at a token, or null. */
    @Nullable Match longest(int rule, int position) {
        long ways = position < hits.size() ? firstWords.of(rule, hits.at(position)) : 0;
        if (ways == 0) {
            // Of most words nothing is kept.
            return null;
        }
        Match[] here = kept[position];
        if (here == null) {
            here = new Match[grammar.size()];
            kept[position] = here;
        }
        Match known = here[rule];
        if (known == null) {
            // A rule that leads to itself at the same place finds nothing there.
            here[rule] = NONE;
            known = read(rule, ways, position);
            here[rule] = known;
        }
        return known.end() < 0 ? null : known;
    }

    private Match read(int rule, long ways, int position) {
        Run run = new Run(position);
        for (long left = ways; left != 0; left &= left - 1) {
            run.step(grammar.ways(rule).get(Long.numberOfTrailingZeros(left)), position, null);
        }
        return run.best;
    }

    private final class Run {
        private final int start;
        private Match best = NONE;

        Run(int start) {
            this.start = start;
        }

        void step(Grammar.Step step, int at, Reading.@Nullable Caught caught) {
            switch (step) {
                case Grammar.Step.Word word -> word(word, at, caught);
                case Grammar.Step.Rule rule -> {
                    Match match = joined(at) ? longest(rule.rule(), at) : null;
                    if (match != null) {
                        Reading.Caught inner = new Reading.Caught(caught, -1, 0, match.meaning());
                        boolean trimmed = at == start && match.start() > at;
                        step(
                                rule.next(),
                                match.end(),
                                trimmed ? new Reading.Caught(inner, BEGINNING, match.start(), null) : inner);
                    }
                }
                case Grammar.Step.Fork fork -> {
                    // By index, as iterators are made faster than they are collected.
                    for (int way = 0; way < fork.ways().size(); way++) {
                        step(fork.ways().get(way), at, caught);
                    }
                }
                case Grammar.Step.Behind behind -> {
                    if (anyBefore(behind.types(), at) == behind.wanted()) {
                        step(behind.next(), at, caught);
                    }
                }
                case Grammar.Step.Ahead ahead -> {
                    if (any(ahead.types(), at) == ahead.wanted()) {
                        step(ahead.next(), at, caught);
                    }
                }
                case Grammar.Step.Stop stop -> {
                    if (hits.isStop(at)) {
                        step(stop.next(), at, caught);
                    }
                }
                case Grammar.Step.Free free -> {
                    if (hits.isFree(at)) {
                        step(free.next(), at, caught);
                    }
                }
                case Grammar.Step.Definite definite -> {
                    if (hits.isDefinite(at - 1)) {
                        step(definite.next(), at, caught);
                    }
                }
                case Grammar.Step.Future future -> {
                    if (hits.isFuture(at)) {
                        step(future.next(), at, caught);
                    }
                }
                case Grammar.Step.Trim trim -> step(trim.next(), at, new Reading.Caught(caught, BEGINNING, at, null));
                case Grammar.Step.Capital capital -> {
                    if (hits.isCapital(at) == capital.wanted()) {
                        step(capital.next(), at, caught);
                    }
                }
                case Grammar.Step.Line line -> {
                    if (at < hits.size() && hits.token(at).breaks()) {
                        step(line.next(), at, caught);
                    }
                }
                case Grammar.Step.Bracket bracket ->
                    step(
                            bracket.next(),
                            at,
                            new Reading.Caught(caught, bracket.opens() ? Reading.OPENED : Reading.CLOSED, at, null));
                case Grammar.Step.Glue glue -> {
                    if (at < hits.size() && !hits.token(at).spaced()) {
                        step(glue.next(), at, caught);
                    }
                }
                case Grammar.Step.Done done -> done(done, at, caught);
            }
        }

        private void word(Grammar.Step.Word word, int at, Reading.@Nullable Caught caught) {
            if (at >= hits.size() || !joined(at)) {
                return;
            }
            for (Hits.Hit hit : hits.at(at)) {
                if (hit.type() == word.type()) {
                    step(word.next(), at + hit.length(), new Reading.Caught(caught, hit.type(), hit.value(), null));
                }
            }
        }

        private void done(Grammar.Step.Done done, int at, Reading.@Nullable Caught caught) {
            if (at > best.end()) {
                Expression meaning = done.action().meaning(new Reading(caught, lexicon, hits));
                if (meaning != null) {
                    best = new Match(beginning(caught), at, meaning);
                }
            }
        }

        private int beginning(Reading.@Nullable Caught caught) {
            for (Reading.Caught one = caught; one != null; one = one.before()) {
                if (one.type() == BEGINNING) {
                    return one.value();
                }
            }
            return start;
        }

        /** A mention does not go over a line's end. */
        private boolean joined(int at) {
            return at == start || (at < hits.size() && !hits.token(at).breaks());
        }

        private boolean anyBefore(List<Integer> types, int position) {
            for (int type : types) {
                if (hits.hasBefore(position, type)) {
                    return true;
                }
            }
            return false;
        }

        private boolean any(List<Integer> types, int position) {
            for (int type : types) {
                if (hits.has(position, type)) {
                    return true;
                }
            }
            return false;
        }
    }
}
