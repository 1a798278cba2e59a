package io.khabar.source;

import io.khabar.http.Parameters;
import io.khabar.http.QueryParameter;
import io.khabar.language.Folding;
import io.khabar.language.LanguageTags;
import io.khabar.list.Select;
import io.khabar.list.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sources a list shows; conditions combine with AND.
 *
 * @param q text that name, key or an alias begins with or resembles; folded
 * @param languages language ranges (RFC 4647, basic filtering)
 * @param countries country codes
 * @param kinds what the source is
 */
record SourceFilter(@Nullable String q, List<String> languages, List<String> countries, List<String> kinds) {

    private static final QueryParameter Q = QueryParameter.text(
                    "q",
                    "Text in name, key or alias: words that begin with it, and close misspellings. At most 200 characters.")
            .maxLength(200)
            .example("syria");
    private static final QueryParameter LANGUAGE = QueryParameter.text(
                    "language", "Language that it publishes in; `ar` matches `ar-SY` too.")
            .maxLength(LanguageTags.MAX_LENGTH)
            .listed()
            .example("ar");
    private static final QueryParameter COUNTRY = QueryParameter.text(
                    "country", "ISO 3166-1 alpha-2, in letters of either case.")
            .pattern(Country.FORM)
            .listed()
            .example("SY");
    private static final QueryParameter KIND = QueryParameter.word(
                    "kind",
                    "What it is.",
                    Stream.of(SourceKind.values()).map(SourceKind::word).toList())
            .repeated();

    /** The parameters that make a filter. */
    static final List<QueryParameter> PARAMETERS = List.of(Q, LANGUAGE, COUNTRY, KIND);

    /** Names shorter than this have too few trigrams to be compared by them. */
    private static final int SHORTEST_MISSPELT = 4;

    /** Letters in which swaps are looked for; a list of patterns has an end. */
    private static final int LONGEST_SWAPPED = 40;

    static SourceFilter of(Parameters parameters) {
        String q = parameters.value(Q, text -> {
            if (text.codePointCount(0, text.length()) > 200) {
                throw new IllegalArgumentException("must have at most 200 characters");
            }
            return Folding.fold(text);
        });
        return new SourceFilter(
                q,
                parameters.values(LANGUAGE, LanguageTags::canonical),
                parameters.values(COUNTRY, Country::code),
                parameters.words(KIND));
    }

    /** The text with each two letters exchanged that are neighbours or have one between them, as patterns. */
    private static List<String> swapped(String text) {
        int[] letters = text.codePoints().toArray();
        List<String> patterns = new ArrayList<>();
        for (int i = 0; i < Math.min(letters.length, LONGEST_SWAPPED); i++) {
            for (int j = i + 1; j <= i + 2 && j < letters.length && letters[j] != ' '; j++) {
                if (letters[i] != letters[j] && letters[i] != ' ') {
                    int[] exchanged = letters.clone();
                    exchanged[i] = letters[j];
                    exchanged[j] = letters[i];
                    patterns.add(pattern(new String(exchanged, 0, exchanged.length)));
                }
            }
        }
        return patterns;
    }

    /** Words that begin with a text. */
    private static String pattern(String text) {
        return "% " + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    void conditions(Select select) {
        if (q != null && q.isEmpty()) {
            // Nothing but marks and punctuation: nothing is called that.
            select.where("false");
        } else if (q != null) {
            String prefix = pattern(q);
            if (q.length() < SHORTEST_MISSPELT) {
                select.where(new Sql().add("s.search_text like ?", prefix).planEachTime());
            } else {
                // 0.5 is where one wrong, missing or doubled letter in a word of six still matches. Two letters that
                // changed places leave too few trigrams, so each pair is put back: sryia, sirya.
                select.where(
                        "(s.search_text like ? or word_similarity(?, s.search_text) >= 0.5 or s.search_text like any(?))",
                        prefix,
                        q,
                        swapped(q));
            }
        }
        if (!languages.isEmpty()) {
            Sql any = new Sql().add("exists (select from unnest(s.languages) l where ");
            for (int i = 0; i < languages.size(); i++) {
                any.add(i == 0 ? "" : " or ")
                        .add("(l = ? or starts_with(l, ?))", languages.get(i), languages.get(i) + "-");
            }
            select.where(any.add(")"));
        }
        if (!countries.isEmpty()) {
            select.where("s.country = any(?)", countries);
        }
        if (!kinds.isEmpty()) {
            select.where("s.kind = any(?)", kinds);
        }
    }
}
