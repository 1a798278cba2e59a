package io.khabar.imports.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines that say who wrote a text with the help of agencies: "Le Monde avec AFP", "Daily Sabah with agencies". */
final class WithAgencies {
    /** Media have no more than four words, which keeps most titles out. */
    private static final Pattern LINE = Pattern.compile("(?<name>\\S{1,40}(?: \\S{1,40}){0,3}) (?:with|avec|con|mit|مع)"
            + " (?:the |les |las |la |l['’])?(?<agency>\\S{1,20}(?: \\S{1,20})?)");

    /** All agencies together. */
    private static final Set<String> ALL =
            Set.of("agencies", "news agencies", "agences", "agencias", "agenturen", "وكالات", "الوكالات");

    /** What somebody has with an agency, in a title: "The president in an interview with AFP". */
    private static final Set<String> TALKS = Set.of(
            "interview",
            "talk",
            "talks",
            "speaks",
            "spoke",
            "conversation",
            "deal",
            "entretien",
            "entrevue",
            "entrevista",
            "gespräch",
            "مقابلة",
            "حوار",
            "حديث",
            "لقاء",
            "اتفاق");

    private WithAgencies() {}

    /** Who wrote; null where a line says something else. */
    static @Nullable String writer(String line) {
        Matcher with = LINE.matcher(line);
        if (!with.matches()) {
            return null;
        }
        String agency = with.group("agency");
        String name = with.group("name");
        String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return !TALKS.contains(last) && (ALL.contains(agency.toLowerCase(Locale.ROOT)) || Dateline.isAgency(agency))
                ? name
                : null;
    }
}
