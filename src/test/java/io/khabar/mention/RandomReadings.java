package io.khabar.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts that the rules of a language read, or nearly: any way through them at random, with numbers of any size and length
 * wherever they take one.
 */
final class RandomReadings {

    /** Rules in rules; most mentions need fewer. */
    private static final int DEEPEST = 12;

    private static final int MOST_DIGITS = 12;

    /** Where 0 is among the digits of some scripts; the last ones are surrogate pairs. */
    private static final List<Integer> ZEROS = List.of((int) '0', 0x660, 0x6F0, 0x1D7CE);

    private static final List<String> EDGES = List.of(
            "0",
            "00",
            "32",
            "99",
            "1299",
            "1600",
            "1601",
            "5000",
            "5001",
            "9999",
            "10000",
            "99999999",
            "999999999",
            "1000000000",
            "2147483647",
            "2147483648",
            "9223372036854775808");

    private final Grammar grammar;
    private final Random random;
    private final int mention;
    private final int future;
    private final Set<Integer> numbers;
    private final Set<Integer> dates;
    private final Map<Integer, List<String>> forms = new HashMap<>();
    private StringBuilder text = new StringBuilder();
    private boolean glued;

    RandomReadings(Language language, Random random) {
        this.grammar = language.grammar();
        this.random = random;
        this.mention = language.rule(Language.MENTION);
        this.future = language.type("future");
        this.numbers = types(
                language,
                "num",
                "ord",
                "dom",
                "digitdom",
                "year",
                "longyear",
                "recent",
                "bareyear",
                "wordyear",
                "short");
        this.dates = types(language, "fulldate", "olddate", "yearmonth", "daymonth", "sureday", "looseday", "instant");
        collect(language.lexicon().root(), "");
    }

    private static Set<Integer> types(Language language, String... names) {
        return Stream.of(names).map(language::type).collect(Collectors.toSet());
    }

    private void collect(Lexicon.Node node, String form) {
        for (Lexicon.Entry entry : node.entries()) {
            forms.computeIfAbsent(entry.type(), _ -> new ArrayList<>()).add(form);
        }
        node.next().forEach((word, next) -> collect(next, form.isEmpty() ? word : form + " " + word));
    }

    /** Another text. */
    String next() {
        text = new StringBuilder();
        rule(mention, 0);
        return text.toString();
    }

    private void rule(int rule, int depth) {
        if (depth == DEEPEST) {
            add(number());
            return;
        }
        walk(any(grammar.ways(rule)), depth);
    }

    private void walk(Grammar.Step step, int depth) {
        switch (step) {
            case Grammar.Step.Word word -> {
                word(word.type());
                walk(word.next(), depth);
            }
            case Grammar.Step.Rule rule -> {
                rule(rule.rule(), depth + 1);
                walk(rule.next(), depth);
            }
            case Grammar.Step.Fork fork -> walk(any(fork.ways()), depth);
            case Grammar.Step.Behind behind -> {
                if (behind.wanted()) {
                    word(any(behind.types()));
                }
                walk(behind.next(), depth);
            }
            case Grammar.Step.Ahead ahead -> walk(ahead.next(), depth);
            case Grammar.Step.Stop stop -> {
                add(".");
                walk(stop.next(), depth);
            }
            case Grammar.Step.Free free -> walk(free.next(), depth);
            case Grammar.Step.Definite definite -> {
                add("القانون");
                walk(definite.next(), depth);
            }
            case Grammar.Step.Capital capital -> walk(capital.next(), depth);
            case Grammar.Step.Line line -> {
                text.append('\n');
                walk(line.next(), depth);
            }
            case Grammar.Step.Future ahead -> {
                word(future);
                walk(ahead.next(), depth);
            }
            case Grammar.Step.Glue glue -> {
                glued = true;
                walk(glue.next(), depth);
            }
            case Grammar.Step.Trim trim -> walk(trim.next(), depth);
            case Grammar.Step.Bracket bracket -> walk(bracket.next(), depth);
            case Grammar.Step.Done _ -> {}
        }
    }

    private void word(int type) {
        List<String> words = forms.get(type);
        if (dates.contains(type)) {
            add(date());
        } else if (words == null || (numbers.contains(type) && random.nextInt(8) > 0)) {
            add(number());
        } else {
            add(any(words));
        }
    }

    private void add(String word) {
        if (!text.isEmpty() && !glued) {
            text.append(' ');
        }
        glued = false;
        text.append(word);
    }

    private String number() {
        return switch (random.nextInt(5)) {
            case 0 -> digits(String.valueOf(1 + random.nextInt(31)));
            case 1 -> digits(String.valueOf(1300 + random.nextInt(800)));
            case 2, 3 -> digits(any(EDGES));
            default ->
                digits(random.ints(1 + random.nextInt(MOST_DIGITS), '0', '9' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()));
        };
    }

    private String date() {
        String mark = any(List.of("-", "/", "."));
        String date = number() + mark + number() + (random.nextBoolean() ? "" : mark + number());
        return switch (random.nextInt(4)) {
            case 0 -> date + "T" + number() + ":" + number() + "Z";
            case 1 -> any(List.of("0000-01-01T00:00:00+18:00", "9999-12-31T23:59:59-18:00", "2021-09-13T25:00Z"));
            default -> date;
        };
    }

    /** A number in the digits of some script. */
    private String digits(String number) {
        int zero = any(ZEROS);
        return number.chars()
                .mapToObj(digit -> Character.toString(zero + digit - '0'))
                .collect(Collectors.joining());
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
