package io.khabar.imports.keyword;

import io.khabar.search.text.Analysis;
import io.khabar.search.text.Token;
import io.khabar.search.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How common words are in news, by their stems. The tables are written for Khabar, in four classes: a line {@code = 3} begins
 * the words that are in all texts, {@code = 2} those of most, {@code = 1} those of many; what is in no class is rare. Names
 * are told by what is under {@code = opening} (New York), {@code = given} and {@code = office}; no part of them are the weekdays
 * and months under {@code = time}. What is under {@code = form} is everywhere in that form only, and
 * abbreviations are compared with {@code = abbreviation} only: US is no form of us.
 */
final class Background {
    /** Sections of words that are compared as they are written. */
    private static final Set<String> FORMS = Set.of("given", "form", "abbreviation");

    private static final int EVERYWHERE = 3;
    private static final double[] WEIGHTS = {1.0, 0.45, 0.15, 0.0};

    private final Map<String, Integer> classes = new HashMap<>();
    private final Set<String> openings = new HashSet<>();
    private final Set<String> givenNames = new HashSet<>();
    private final Set<String> offices = new HashSet<>();
    private final Set<String> times = new HashSet<>();
    private final Set<String> forms = new HashSet<>();
    private final Set<String> abbreviations = new HashSet<>();

    /** Whether "and" may be joined to a word. */
    private final boolean joined;

    private Background(boolean joined) {
        this.joined = joined;
    }

    /** The table of a language, its words stemmed by the language's analysis; empty for languages that have none. */
    static Background of(String language, Analysis analysis) {
        Background background = new Background(language.equals("ar"));
        String section = "";
        for (String line : lines("background-" + language + ".txt")) {
            if (line.startsWith("=")) {
                section = line.substring(1).strip();
            } else if (FORMS.contains(section)) {
                background.addForms(section, line);
            } else if (!line.startsWith("#")) {
                for (Token word : analysis.tokens(line)) {
                    background.add(section, word.term());
                }
                background.addStopWords(section, line, analysis);
            }
        }
        return background;
    }

    /** Words that analysis leaves out, but not where Arabic joins something to them: وبين. */
    private void addStopWords(String section, String line, Analysis analysis) {
        if (joined && section.equals(String.valueOf(EVERYWHERE))) {
            for (Token word : Words.of(line)) {
                if (analysis.tokens(word.term()).isEmpty()) {
                    classes.put(word.term(), EVERYWHERE);
                }
            }
        }
    }

    private void addForms(String section, String line) {
        for (String form : line.split(" ", -1)) {
            if (section.equals("given")) {
                givenNames.add(form);
                givenNames.add(ArabicForms.compared(form));
            } else if (section.equals("form")) {
                forms.add(form);
            } else {
                abbreviations.add(form);
            }
        }
    }

    private void add(String section, String stem) {
        switch (section) {
            case "opening" -> openings.add(stem);
            case "office" -> offices.add(stem);
            case "time" -> {
                times.add(stem);
                classes.put(stem, EVERYWHERE);
            }
            default -> classes.merge(stem, Integer.valueOf(section), Math::max);
        }
    }

    /** Whether nothing is known of the language. */
    boolean isEmpty() {
        return classes.isEmpty();
    }

    /** What a word says about a text: from 1 for a rare one to 0 for one that is in the texts of all subjects. */
    double weight(String stem) {
        return WEIGHTS[commonness(stem)];
    }

    /** Whether a name of several words may begin with a word that is in all texts: New, South. */
    boolean mayOpenName(String stem) {
        return openings.contains(stem);
    }

    /** Whether a form, not a stem, is a name that parents give: فتحي is one, and no form of فتح. */
    boolean isGivenName(String form) {
        return givenNames.contains(form);
    }

    /** Whether a word is in all texts in this form only, as others have its stem. */
    boolean isEverywhereAs(String form) {
        return forms.contains(form);
    }

    /** Whether a word is one of weekdays and months, which are part of no name. */
    boolean isTime(String stem) {
        return times.contains(stem);
    }

    /** Whether an abbreviation is in all texts. */
    boolean isCommonAbbreviation(String form) {
        return abbreviations.contains(form);
    }

    /** Whether the one who bears an office is often named behind it. */
    boolean isOffice(String stem) {
        return offices.contains(stem);
    }

    private int commonness(String stem) {
        Integer known = classes.get(stem);
        if (known != null) {
            return known;
        }
        return mayBeJoined(stem) ? classes.getOrDefault(stem.substring(1), 0) : 0;
    }

    /** Whether a conjunction or preposition of Arabic is joined to a word that is known. */
    boolean isJoined(String stem) {
        return mayBeJoined(stem) && !classes.containsKey(stem) && classes.containsKey(stem.substring(1));
    }

    private boolean mayBeJoined(String stem) {
        return joined && stem.length() > 3 && "وفبلك".indexOf(stem.charAt(0)) >= 0;
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
