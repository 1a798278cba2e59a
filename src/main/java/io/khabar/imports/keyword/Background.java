package io.khabar.imports.keyword;

import io.khabar.search.text.Analysis;
import io.khabar.search.text.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How common words are in news, by their stems. The tables are written for Khabar, in four classes: a line {@code = 3} begins
 * the words that are in all texts, {@code = 2} those of most, {@code = 1} those of many; what is in no class is rare.
 */
final class Background {
    private static final double[] WEIGHTS = {1.0, 0.45, 0.15, 0.0};

    private final Map<String, Integer> classes;

    private Background(Map<String, Integer> classes) {
        this.classes = Map.copyOf(classes);
    }

    /** The table of a language, its words stemmed by the language's analysis; empty for languages that have none. */
    static Background of(String language, Analysis analysis) {
        Map<String, Integer> classes = new HashMap<>();
        int commonness = 0;
        for (String line : lines("background-" + language + ".txt")) {
            if (line.startsWith("=")) {
                commonness = Integer.parseInt(line.substring(1).strip());
            } else if (!line.startsWith("#")) {
                for (Token word : analysis.tokens(line)) {
                    classes.merge(word.term(), commonness, Math::max);
                }
            }
        }
        return new Background(classes);
    }

    /** What a word says about a text: from 1 for a rare one to 0 for one that is in all. */
    double weight(String stem) {
        return WEIGHTS[commonness(stem)];
    }

    /** Whether a word is in the texts of all subjects, and part of no term. */
    boolean isEverywhere(String stem) {
        return commonness(stem) == 3;
    }

    /** A word that Arabic's "and" or "so" is joined to is as common as the word. */
    private int commonness(String stem) {
        Integer known = classes.get(stem);
        if (known != null) {
            return known;
        }
        boolean joined = stem.length() > 2 && (stem.charAt(0) == 'و' || stem.charAt(0) == 'ف');
        return joined ? classes.getOrDefault(stem.substring(1), 0) : 0;
    }

    private static List<String> lines(String name) {
        InputStream file = Background.class.getResourceAsStream(name);
        if (file == null) {
            return List.of();
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
