package io.khabar.mention;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The word classes that each way of reading a rule can begin with: most words begin none, which saves the work. */
final class FirstWords {

    private final List<List<BitSet>> types = new ArrayList<>();

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
    }

    /** The classes that a way of reading a rule can begin with. */
    BitSet of(int rule, int way) {
        return types.get(rule).get(way);
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
