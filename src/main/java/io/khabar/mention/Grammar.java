package io.khabar.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Word patterns of a language. A rule is a named sequence of word classes, literals and other rules, with options,
 * alternatives and looks at the neighbours; of several readings of a rule at one place the longest counts.
 */
final class Grammar {

    /** One element of a pattern, and what follows it. */
    sealed interface Step {
        /** A word or number of a class. */
        record Word(int type, Step next) implements Step {}

        /** Another rule. */
        record Rule(int rule, Step next) implements Step {}

        /** Either of several continuations; an option is one of two. */
        record Fork(List<Step> ways) implements Step {}

        /** The word before belongs to one of the classes, or to none of them. */
        record Behind(List<Integer> types, boolean wanted, Step next) implements Step {}

        /** The word here belongs to one of the classes, or to none of them. */
        record Ahead(List<Integer> types, boolean wanted, Step next) implements Step {}

        /** A mark, a line's end or the text's end stands here. */
        record Stop(Step next) implements Step {}

        /** What stands here is no noun that a number before it could count: see {@link Hits#isFree}. */
        record Free(Step next) implements Step {}

        /** The word before is a definite noun, by its Arabic article: see {@link Hits#isDefinite}. */
        record Definite(Step next) implements Step {}

        /** A word with a capital letter stands here, or none does. */
        record Capital(boolean wanted, Step next) implements Step {}

        /** A line begins here. */
        record Line(Step next) implements Step {}

        /** The sentence speaks of the future: see {@link Hits#isFuture}. */
        record Future(Step next) implements Step {}

        /** The next token is written on to the one before, without space. */
        record Glue(Step next) implements Step {}

        /** What was read up to here is context, and no part of the mention. */
        record Trim(Step next) implements Step {}

        /** One of several mentions begins or ends here. */
        record Bracket(boolean opens, Step next) implements Step {}

        /** The pattern is complete. */
        record Done(Reading.Action action) implements Step {}
    }

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Step>> rules = new ArrayList<>();

    /** The number of a rule; rules may be referred to before they are defined. */
    int rule(String name) {
        return numbers.computeIfAbsent(name, _ -> {
            rules.add(new ArrayList<>());
            return rules.size() - 1;
        });
    }

    /** Adds a way to read a rule. */
    void add(String name, Step pattern) {
        rules.get(rule(name)).add(pattern);
    }

    List<Step> ways(int rule) {
        return rules.get(rule);
    }

    int size() {
        return rules.size();
    }
}
