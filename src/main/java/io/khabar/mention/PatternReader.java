package io.khabar.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a pattern of a rule file: {@code word} a class, {@code RULE} another rule, {@code 'text'} that very word,
 * {@code ?} behind an element makes it optional, {@code ( a b | c )} groups and alternatives. What takes no word:
 *
 * <ul>
 *   <li>{@code <a|b} and {@code <!a|b} look at the word before, {@code >a|b} and {@code >!a|b} at the word here
 *   <li>{@code $} wants a mark or an end here, {@code _} a line to begin, {@code ~} no space, {@code *} a capital letter,
 *       {@code !*} none, {@code &} nothing that is counted, {@code %} a sentence about the future, {@code +} a definite
 *       noun before
 *   <li>{@code ^} leaves what stands before it out of the mention, {@code [ ]} stand around each of several mentions
 * </ul>
 */
final class PatternReader {

    private final Lexicon lexicon;
    private final Grammar grammar;
    private final String[] words;
    private int at;

    private PatternReader(Lexicon lexicon, Grammar grammar, String pattern) {
        this.lexicon = lexicon;
        this.grammar = grammar;
        this.words = pattern.replaceAll("([()?])", " $1 ").strip().split("\\s+");
    }

    /** The pattern as steps that end in the action. */
    static Grammar.Step read(Lexicon lexicon, Grammar grammar, String pattern, Reading.Action action) {
        PatternReader reader = new PatternReader(lexicon, grammar, pattern);
        Part whole = reader.alternatives();
        if (reader.at < reader.words.length) {
            throw new IllegalArgumentException("Unbalanced pattern: " + pattern);
        }
        return whole.before(new Grammar.Step.Done(action));
    }

    /** A part of a pattern that does not yet know what follows it. */
    private interface Part {
        Grammar.Step before(Grammar.Step next);
    }

    private Part alternatives() {
        List<Part> ways = new ArrayList<>();
        ways.add(sequence());
        while (at < words.length && words[at].equals("|")) {
            at++;
            ways.add(sequence());
        }
        return ways.size() == 1
                ? ways.getFirst()
                : next -> new Grammar.Step.Fork(
                        ways.stream().map(way -> way.before(next)).toList());
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < words.length && !words[at].equals("|") && !words[at].equals(")")) {
            Part part = element();
            if (at < words.length && words[at].equals("?")) {
                at++;
                parts.add(next -> new Grammar.Step.Fork(List.of(part.before(next), next)));
            } else {
                parts.add(part);
            }
        }
        return next -> {
            Grammar.Step step = next;
            for (Part part : parts.reversed()) {
                step = part.before(step);
            }
            return step;
        };
    }

    private Part element() {
        String word = words[at++];
        if (word.equals("(")) {
            Part group = alternatives();
            if (at >= words.length) {
                throw new IllegalArgumentException("Unclosed group: " + String.join(" ", words));
            }
            at++;
            return group;
        }
        if (word.equals("$")) {
            return Grammar.Step.Stop::new;
        }
        if (word.equals("&")) {
            return Grammar.Step.Free::new;
        }
        if (word.equals("+")) {
            return Grammar.Step.Definite::new;
        }
        if (word.equals("%")) {
            return Grammar.Step.Future::new;
        }
        if (word.equals("*") || word.equals("!*")) {
            boolean wanted = word.equals("*");
            return next -> new Grammar.Step.Capital(wanted, next);
        }
        if (word.equals("_")) {
            return Grammar.Step.Line::new;
        }
        if (word.equals("^")) {
            return Grammar.Step.Trim::new;
        }
        if (word.equals("[") || word.equals("]")) {
            boolean opens = word.equals("[");
            return next -> new Grammar.Step.Bracket(opens, next);
        }
        if (word.equals("~")) {
            return Grammar.Step.Glue::new;
        }
        if (word.startsWith("<") || word.startsWith(">")) {
            boolean wanted = word.charAt(1) != '!';
            List<Integer> types = types(word.substring(wanted ? 1 : 2));
            return word.startsWith("<")
                    ? next -> new Grammar.Step.Behind(types, wanted, next)
                    : next -> new Grammar.Step.Ahead(types, wanted, next);
        }
        if (Character.isUpperCase(word.charAt(0))) {
            int rule = grammar.rule(word);
            return next -> new Grammar.Step.Rule(rule, next);
        }
        int type = type(word);
        return next -> new Grammar.Step.Word(type, next);
    }

    private List<Integer> types(String alternatives) {
        return Arrays.stream(alternatives.split("\\|")).map(this::type).toList();
    }

    /** The class of a name; a literal is a class of its own. */
    private int type(String word) {
        if (word.startsWith("'")) {
            lexicon.add(word, 0, word.substring(1, word.length() - 1));
        }
        return lexicon.type(word);
    }
}
