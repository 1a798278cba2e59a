package io.khabar.mention;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The ways of reading each rule that a word of a class can begin: most words begin none, which saves the work. Ways are
 * bits of a number, as this is asked for every word of every text.
 */
final class FirstWords {

    private final List<List<BitSet>> types = new ArrayList<>();

    /** By rule and class. */
    private final long[][] ways;

    FirstWords(Grammar grammar) {
        for (int rule = 0; rule < grammar.size(); rule++) {
            types.add(grammar.ways(rule).stream().map(_ -> new BitSet()).toList());
        }
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int rule = 0; rule < grammar.size(); rule++) {
                for (int way = 0; way < types.get(rule).size(); way++) {
                    BitSet first = types.get(rule).get(way);
                    int before = first.cardinality();
                    collect(grammar.ways(rule).get(way), first);
                    grows |= first.cardinality() > before;
                }
            }
        }
        this.ways = types.stream().map(FirstWords::byType).toArray(long[][]::new);
    }

    private static long[] byType(List<BitSet> ways) {
        if (ways.size() > Long.SIZE) {
            throw new IllegalArgumentException("A rule can be read in at most " + Long.SIZE + " ways.");
        }
        long[] byType = new long[ways.stream().mapToInt(BitSet::length).max().orElse(0)];
        for (int way = 0; way < ways.size(); way++) {
            long bit = 1L << way;
            ways.get(way).stream().forEach(type -> byType[type] |= bit);
        }
        return byType;
    }

    /** The ways of reading a rule that can begin with one of some words, a bit for each. */
    long of(int rule, Hits.Hit[] words) {
        long[] byType = ways[rule];
        long all = 0;
        for (Hits.Hit word : words) {
            all |= word.type() < byType.length ? byType[word.type()] : 0;
        }
        return all;
    }

    private void collect(Grammar.Step step, BitSet into) {
        switch (step) {
            case Grammar.Step.Word word -> into.set(word.type());
            case Grammar.Step.Rule rule -> types.get(rule.rule()).forEach(into::or);
            case Grammar.Step.Fork fork -> fork.ways().forEach(way -> collect(way, into));
            case Grammar.Step.Behind behind -> collect(behind.next(), into);
            case Grammar.Step.Ahead ahead -> collect(ahead.next(), into);
            case Grammar.Step.Stop stop -> collect(stop.next(), into);
            case Grammar.Step.Free free -> collect(free.next(), into);
            case Grammar.Step.Definite definite -> collect(definite.next(), into);
            case Grammar.Step.Future future -> collect(future.next(), into);
            case Grammar.Step.Trim trim -> collect(trim.next(), into);
            case Grammar.Step.Bracket bracket -> collect(bracket.next(), into);
            case Grammar.Step.Capital capital -> collect(capital.next(), into);
            case Grammar.Step.Line line -> collect(line.next(), into);
            case Grammar.Step.Glue glue -> collect(glue.next(), into);
            case Grammar.Step.Done _ -> {}
        }
    }
}
