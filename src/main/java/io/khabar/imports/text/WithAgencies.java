package io.khabar.imports.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines that say who wrote a text with the help of agencies: "Le Monde avec AFP", "Daily Sabah with agencies". */
final class WithAgencies {
    private static final Pattern LINE = Pattern.compile(
            "(?<name>\\S.{0,40}) (?:with|avec|con|mit|مع) (?:the |les |las |la |l['’])?(?<agency>\\S{1,20}(?: \\S{1,20})?)");

    /** All agencies together. */
    private static final Set<String> ALL =
            Set.of("agencies", "news agencies", "agences", "agencias", "agenturen", "وكالات", "الوكالات");

    private WithAgencies() {}

    /** Who wrote; null where a line says something else. */
    static @Nullable String writer(String line) {
        Matcher with = LINE.matcher(line);
        if (!with.matches()) {
            return null;
        }
        String agency = with.group("agency");
        return ALL.contains(agency.toLowerCase(Locale.ROOT)) || Dateline.isAgency(agency)
                ? with.group("name").strip()
                : null;
    }
}
