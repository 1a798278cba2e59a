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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
            "^(?:written by|reported by|by|بقلم|إعداد|اعداد|par|von|автор|نویسنده|كتبت?\\s?[:：])(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[;|،]|\\s(?:and|et|und|y|و|и|ve)\\s)\\s*");
    /** A firm has it in its name, "Procter & Gamble"; between names in full it parts two people. */
    private static final Pattern AMPERSAND = Pattern.compile("(?<=\\S \\S{1,60})\\s&\\s(?=\\S{1,60} [^\\s&])");
    /** With whom somebody wrote, in brackets. */
    private static final Pattern BRACKET = Pattern.compile("\\s?\\(([^()]{0,120})\\)");
    /** "Smith, John": one author. What is all capitals is an agency, and behind it comes a place. */
    private static final Pattern LAST_FIRST =
            Pattern.compile("(?!\\p{Lu}{2,30},)(?:\\p{Ll}{1,4} ){0,2}\\p{Lu}[\\p{L}'’.-]{1,40}, "
                    + "\\p{Lu}[\\p{L}'’.-]{0,40}(?: \\p{Lu}[\\p{L}'’.-]{0,40}){0,2}(?: \\p{Ll}{2,4}){0,2}");

    private static final Pattern BY = Pattern.compile("^(?:by\\s|بقلم\\s?:?\\s)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DANGLING = Pattern.compile("[\\s,;:|•·–—-]{1,20}$");
    private static final String MAIL = "(?:mailto:)?[^\\s@()<>]{1,64}@[^\\s@()<>]{1,255}";
    private static final Pattern MAIL_NAME = Pattern.compile("^" + MAIL + "\\s?\\((.{1,200})\\)$");
    private static final Pattern MAIL_BEHIND = Pattern.compile("\\s?(?:\\(" + MAIL + "\\)|<" + MAIL + ">)$");
    private static final Pattern ADDRESS = Pattern.compile("^@|" + MAIL + "|://|^www\\.");
    private static final Pattern DATE = Pattern.compile(
            "(?:\\s+(?:on|at))?(?:\\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)?\\s+(?:[|•·-]\\s*)?(?:\\p{L}{3,10}\\.?\\s\\d|\\d).*$");
    /** "And" is a letter before the next name in Arabic; names of one word may begin with it. */
    private static final Pattern ARABIC_AND = Pattern.compile("^(\\S+ \\S+(?: \\S+)?) و(\\p{L}{2,} \\p{L}{2,}.*)$");

    private static final Set<String> NAMES_WITH_AND = Set.of(
            "وليد", "وسام", "وائل", "وفاء", "وسيم", "وديع", "وداد", "وضاح", "ورد", "وردة", "وحيد", "ولاء", "ولي",
            "وجيه", "وجدي", "وصفي", "وصال", "وفيق", "وهبة", "وهيب", "وعد", "وئام", "وسن");

    /** Where it was written, behind a name. */
    private static final Pattern PLACE =
            Pattern.compile("^(\\S+ \\S.*?)\\s(?:(?:in|at|from)\\s\\p{Lu}|(?:في|من)\\s\\p{L}).*$");

    /** What somebody is, behind a name and a comma. */
    private static final Pattern JOB = Pattern.compile(
            "(?i)(?:^|.*\\s)(?:editor|reporter|correspondent|writer|columnist|contributor|producer|journalist|photographer|"
                    + "analyst|critic|staff|rédacteur|rédactrice|redakteur|redakteurin)(?:\\s(?:in|at|for|of)\\s.*)?");

    private static final Set<String> DAYS = days();

    private static final Pattern ALL_SMALL = Pattern.compile("\\p{Ll}[^\\p{Lu}]*+");

    /** Parts of names that are small, and words before that of whom somebody is. */
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "la", "le",
            "el", "al", "bin", "bint", "ibn", "ben", "abu", "y", "e", "zu", "ter", "ten", "af", "av", "i", "of", "for",
            "pour", "für");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern NO_NAME = Pattern.compile("[\\d@:/\\\\<>{}=!?؟]|https?|www\\.|\\.com");

    private Bylines() {}

    /** Whether a line is a byline and nothing else. */
    public static boolean isByline(String line) {
        return line.length() <= LONGEST && LABEL.matcher(line).find() && isOfNames(names(line)) && !endsSentence(line);
    }

    /**
     * The name in a field that is meant for one, as it is written, whatever it looks like: nothing tells a firm or an artist
     * from two people but the field itself.
     *
     * @return null where it holds none, but an address
     */
    public static @Nullable String name(String written) {
        String line = BY.matcher(withoutMail(written)).replaceFirst("");
        String name = DANGLING.matcher(line).replaceFirst("");
        return name.codePoints().noneMatch(Character::isLetter)
                        || ADDRESS.matcher(name).find()
                ? null
                : name;
    }

    /** Without an address of mail, which RSS has before a name in brackets, and others behind it: on one line. */
    public static String withoutMail(String written) {
        String line = PlainText.line(written);
        Matcher before = MAIL_NAME.matcher(line);
        return before.matches()
                ? before.group(1).strip()
                : MAIL_BEHIND.matcher(line).replaceFirst("");
    }

    /** Whether a byline has more than the {@value #LONGEST} characters in which names are looked for. */
    public static boolean isTooLong(String byline) {
        return undated(byline).length() > LONGEST;
    }

    /** The finding that says that one is. */
    public static Finding tooLong() {
        return Finding.warning("too-long", "A byline has more than " + LONGEST + " characters.", "authors");
    }

    private static String undated(String byline) {
        return DATE.matcher(PlainText.line(byline)).replaceFirst("");
    }

    /** The names in a byline, or in a field that may have several; empty where it holds none. */
    public static List<String> names(String byline) {
        String line = undated(byline);
        List<String> names = new ArrayList<>();
        if (line.length() > LONGEST) {
            return names;
        }
        String bare = DANGLING.matcher(BEGINNING.matcher(withoutCompany(line)).replaceFirst(""))
                .replaceFirst("");
        if (LAST_FIRST.matcher(bare).matches()) {
            names.add(bare);
            return names;
        }
        for (String part : BETWEEN.split(AMPERSAND.matcher(bare).replaceAll(" ; "), -1)) {
            String[] pieces = COMMA.split(part, -1);
            boolean several = pieces.length > 1;
            for (String piece : pieces) {
                // "Jane Doe, BBC News, Cairo": of what is no full name only the first is one.
                several &= piece.indexOf(' ') > 0;
            }
            for (int i = 0; i < (several ? pieces.length : 1); i++) {
                if (i > 0 && JOB.matcher(pieces[i]).matches()) {
                    continue;
                }
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

    private static String withoutCompany(String line) {
        return BRACKET.matcher(line)
                .replaceAll(bracket ->
                        BETWEEN.matcher(bracket.group(1)).find() ? "" : Matcher.quoteReplacement(bracket.group()));
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

    /** Whether all words of names are parts of names: "By Rail Across the Balkans" is a title. */
    private static boolean isOfNames(List<String> names) {
        return !names.isEmpty()
                && names.stream()
                        .flatMap(name -> Stream.of(name.split(" ", -1)))
                        .noneMatch(word -> ALL_SMALL.matcher(word).matches() && !PARTICLES.contains(word));
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
