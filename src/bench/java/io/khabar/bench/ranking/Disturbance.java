package io.khabar.bench.ranking;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Ways in which the same Arabic words are written otherwise. Seeded: the same text always comes out the same. */
enum Disturbance {
    NONE((text, random) -> text),
    HAMZA_DROPPED((text, random) ->
            mapped(text, "أإآؤئ", "اااوى").replaceAll("(?<=\\p{IsArabic}{3})ء", "")),
    ENDINGS_SWAPPED((text, random) -> mapped(text, "ةهىي", "هةيى")),
    MARKS_ADDED(Disturbance::marked),
    PREFIXES_TOGGLED((text, random) -> Arrays.stream(text.split(" ", -1))
            .map(word -> toggled(word, random))
            .collect(Collectors.joining(" "))),
    PERSIAN((text, random) -> mapped(mapped(text, "كيىة", "کییۃ"), "0123456789", "۰۱۲۳۴۵۶۷۸۹"));

    private final BiFunction<String, Random, String> change;

    Disturbance(BiFunction<String, Random, String> change) {
        this.change = change;
    }

    String of(String text, Random random) {
        return change.apply(text, random);
    }

    private static String mapped(String text, String from, String to) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int at = from.indexOf(text.charAt(i));
            if (at >= 0) {
                result.setCharAt(i, to.charAt(at));
            }
        }
        return result.toString();
    }

    private static String marked(String text, Random random) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            result.append(letter);
            if (isArabic(letter)) {
                switch (random.nextInt(4)) {
                    case 0 -> result.append("\u064E\u0650\u064F\u0652\u0651".charAt(random.nextInt(5)));
                    case 1 -> result.append('\u0640');
                    default -> {}
                }
            }
        }
        return result.toString();
    }

    /** Each word of four letters or more gets or loses the article, و, ب or لل. */
    private static String toggled(String word, Random random) {
        if (word.length() < 4 || !word.chars().allMatch(letter -> isArabic((char) letter))) {
            return word;
        }
        boolean article = word.startsWith("ال") && word.length() > 4;
        String bare = article ? word.substring(2) : word;
        return switch (random.nextInt(4)) {
            case 0 -> article ? bare : "ال" + bare;
            case 1 -> "و" + word;
            case 2 -> "ب" + word;
            default -> "لل" + bare;
        };
    }

    private static boolean isArabic(char letter) {
        return letter >= 'ء' && letter <= 'ي' && letter != '\u0640';
    }
}
