package io.khabar.imports.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names of authors out of what is written in their place. Precision before recall: what is unclear names nobody. */
public final class Bylines {
    private static final int LONGEST = 120;
    private static final int MOST_WORDS = 5;

    private static final Pattern BEGINNING = Pattern.compile(
            "^(?:written by|reported by|posted by|story by|by|بقلم|كتب(?:ت)?|إعداد|اعداد|تحرير|الكاتب|par|propos"
                    + " recueillis par|von|por|текст|автор|نویسنده|به قلم|di|yazan)\\s{0,2}(?:[:：/-]\\s{0,2}|\\s)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Beginnings that make a line a byline even where a name could not be told from a sentence. */
    private static final Pattern LABEL = Pattern.compile(
            "^(?:written by|reported by|by|بقلم|إعداد|اعداد|par|von|автор|نویسنده)(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[;|،]|\\s(?:and|et|und|y|و|и|ve)\\s|\\s&\\s)\\s*");
    private static final Pattern DATE = Pattern.compile("\\s+(?:[|•·-]\\s*)?(?:\\p{L}{3,10}\\.?\\s\\d|\\d).*$");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern NO_NAME = Pattern.compile("[\\d@:/\\\\<>{}=!?؟]|https?|www\\.|\\.com");

    private Bylines() {}

    /** Whether a line is a byline and nothing else. */
    public static boolean isByline(String line) {
        return line.length() <= LONGEST
                && LABEL.matcher(line).find()
                && !names(line).isEmpty()
                && !endsSentence(line);
    }

    /** The names in a byline, or in a field that is meant for them; empty where it holds none. */
    public static List<String> names(String byline) {
        String line = DATE.matcher(PlainText.line(byline)).replaceFirst("");
        List<String> names = new ArrayList<>();
        if (line.length() > LONGEST) {
            return names;
        }
        for (String part : BETWEEN.split(BEGINNING.matcher(line).replaceFirst(""), -1)) {
            String[] pieces = COMMA.split(part, -1);
            boolean several = pieces.length > 1;
            for (String piece : pieces) {
                // "Jane Doe, BBC News, Cairo": of what is no full name only the first is one.
                several &= piece.indexOf(' ') > 0;
            }
            for (int i = 0; i < (several ? pieces.length : 1); i++) {
                String name = BEGINNING.matcher(pieces[i]).replaceFirst("").strip();
                if (isName(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static boolean isName(String name) {
        String[] words = name.split(" ", -1);
        return name.codePoints().filter(Character::isLetter).count() >= 2
                && words.length <= MOST_WORDS
                && !NO_NAME.matcher(name).find()
                && !Character.isLowerCase(name.codePointAt(0));
    }

    private static boolean endsSentence(String line) {
        return line.length() > 60 && line.endsWith(".");
    }
}
