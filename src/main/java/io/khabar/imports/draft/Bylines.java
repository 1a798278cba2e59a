package io.khabar.imports.draft;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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
    /** "And" is a letter before the next name in Arabic; names of one word may begin with it. */
    private static final Pattern ARABIC_AND = Pattern.compile("^(\\S+ \\S+(?: \\S+)?) و(\\p{L}{2,} \\p{L}{2,}.*)$");

    private static final Set<String> NAMES_WITH_AND = Set.of(
            "وليد", "وسام", "وائل", "وفاء", "وسيم", "وديع", "وداد", "وضاح", "ورد", "وردة", "وحيد", "ولاء", "ولي",
            "وجيه", "وجدي", "وصفي", "وصال", "وفيق", "وهبة", "وهيب", "وعد", "وئام", "وسن");

    /** Where it was written, behind a name. */
    private static final Pattern PLACE =
            Pattern.compile("^(\\S+ \\S.*?)\\s(?:(?:in|at|from)\\s\\p{Lu}|(?:في|من)\\s\\p{L}).*$");

    private static final Set<String> DAYS = days();

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
                String name = PLACE.matcher(
                                BEGINNING.matcher(pieces[i]).replaceFirst("").strip())
                        .replaceFirst("$1");
                Matcher and = ARABIC_AND.matcher(name);
                if (and.matches() && !NAMES_WITH_AND.contains("و" + and.group(2).split(" ", -1)[0])) {
                    add(and.group(1), names);
                    add(and.group(2), names);
                } else {
                    add(name, names);
                }
            }
        }
        return names;
    }

    private static void add(String name, List<String> names) {
        if (isName(name)) {
            names.add(name);
        }
    }

    /** Days of the week, with which lines begin that say when: "By Monday evening". */
    private static Set<String> days() {
        Set<String> days = new HashSet<>();
        for (String language : List.of("en", "fr", "de", "ar", "fa")) {
            for (DayOfWeek day : DayOfWeek.values()) {
                days.add(day.getDisplayName(TextStyle.FULL, Locale.of(language)).toLowerCase(Locale.ROOT));
            }
        }
        return Set.copyOf(days);
    }

    private static boolean isDay(String[] words) {
        return DAYS.contains(words[0].toLowerCase(Locale.ROOT))
                && (words.length == 1 || !Character.isUpperCase(words[1].codePointAt(0)));
    }

    private static boolean isName(String name) {
        String[] words = name.split(" ", -1);
        return name.codePoints().filter(Character::isLetter).count() >= 2
                && words.length <= MOST_WORDS
                && !isDay(words)
                && !NO_NAME.matcher(name).find()
                && !Character.isLowerCase(name.codePointAt(0));
    }

    private static boolean endsSentence(String line) {
        return line.length() > 60 && line.endsWith(".");
    }
}
