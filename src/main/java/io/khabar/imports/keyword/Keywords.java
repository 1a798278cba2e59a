package io.khabar.imports.keyword;

import io.khabar.language.WordEnds;
import io.khabar.search.text.Analysis;
import io.khabar.search.text.Languages;
import io.khabar.search.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a text is about: the words, names and terms of several words that it uses more than news does. Words count by their
 * stems, and are given in the form that they have most often. Linear in the length of the text; instances serve many threads.
 */
public final class Keywords {
    private static final int MOST = 10;
    private static final int LONGEST_TERM = 3;
    /** What a text is about, it says within that. */
    private static final int SAMPLE = 20_000;

    private static final double LEAST_SCORE = 0.5;
    private static final double LEAST_OF_A_NAME = 0.2;

    /** Arabic words that are followed by the name of the one who bears the office. */
    private static final Set<String> OFFICES = Set.of(
            "رييس", "وزير", "ملك", "امير", "سفير", "شيخ", "دكتور", "سيد", "لواء", "عميد", "نايب", "مدير", "مبعوث",
            "ناطق");

    private final Languages languages = new Languages();
    private final Map<String, Background> backgrounds = new ConcurrentHashMap<>();

    /**
     * At most ten keywords, the one that says most first; fewer for short texts.
     *
     * @param title the title; null where there is none
     * @param language the text's language, BCP 47; null where it is unknown: then words are compared without endings
     */
    public List<String> of(@Nullable String title, String body, @Nullable String language) {
        String head = title == null ? "" : title + "\n\n";
        String text = head + WordEnds.cut(body, SAMPLE);
        Analysis analysis = languages.of(language);
        String primary = language == null ? "" : Languages.primary(language);
        Background background = backgrounds.computeIfAbsent(primary, name -> Background.of(name, analysis));
        int leadEnd = text.indexOf("\n\n", head.length());
        List<Token> tokens = analysis.tokens(text);
        Map<String, Term> terms = new LinkedHashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            collect(terms, tokens, i, text, background, head.length(), leadEnd < 0 ? text.length() : leadEnd);
        }
        return chosen(terms);
    }

    /** The terms that begin with a token: alone, and with those that follow it directly. */
    private static void collect(
            Map<String, Term> terms,
            List<Token> tokens,
            int first,
            String text,
            Background background,
            int titleEnd,
            int leadEnd) {
        StringBuilder key = new StringBuilder();
        double weight = 0;
        boolean name = true;
        for (int words = 1; words <= LONGEST_TERM && first + words <= tokens.size(); words++) {
            Token token = tokens.get(first + words - 1);
            if (words > 1 && !follows(tokens.get(first + words - 2), token, text)) {
                return;
            }
            if (!isWord(token, text) || background.isEverywhere(token.term())) {
                return;
            }
            key.append(words > 1 ? " " : "").append(token.term());
            weight += background.weight(token.term());
            // Titles may have capitals everywhere.
            name &= token.start() >= titleEnd && isNameLike(token, tokens, first + words - 1, text);
            String form = ArabicForms.bare(text.substring(tokens.get(first).start(), token.end()));
            boolean named = name;
            double sum = weight;
            int length = words;
            if (named && words > 1 && background.weight(tokens.get(first).term()) < LEAST_OF_A_NAME) {
                // "Minister Helena Ward": the office is no part of the name.
                continue;
            }
            terms.computeIfAbsent(key.toString(), unused -> new Term(length, sum))
                    .occurs(form, token.start(), titleEnd, leadEnd, named);
        }
    }

    /** Whether nothing but a space or a hyphen is between two words. */
    private static boolean follows(Token before, Token after, String text) {
        int gap = after.start() - before.end();
        return gap == 1 && " -\u00A0\u200C'’".indexOf(text.charAt(before.end())) >= 0;
    }

    private static boolean isWord(Token token, String text) {
        int length = token.end() - token.start();
        if (length < 2 || !Character.isLetter(text.charAt(token.start()))) {
            return false;
        }
        // Two letters are a word where they are an abbreviation: UN, EU.
        return length > 2
                || Character.isUpperCase(text.charAt(token.start() + 1))
                || Character.isIdeographic(text.charAt(token.start()));
    }

    /** A capital that no sentence's beginning explains; in Arabic a word behind that of an office. */
    private static boolean isNameLike(Token token, List<Token> tokens, int index, String text) {
        char first = text.charAt(token.start());
        if (Character.isUpperCase(first)) {
            int before = token.start() - 1;
            while (before >= 0 && (text.charAt(before) == ' ' || "\"'«“‘(".indexOf(text.charAt(before)) >= 0)) {
                before--;
            }
            boolean begins = before < 0 || ".!?:\n…".indexOf(text.charAt(before)) >= 0;
            return !begins
                    || (token.end() - token.start() > 1 && Character.isUpperCase(text.charAt(token.start() + 1)));
        }
        for (int back = 1; back <= 3 && index - back >= 0; back++) {
            Token previous = tokens.get(index - back);
            if (!follows(previous, tokens.get(index - back + 1), text)) {
                return false;
            }
            if (OFFICES.contains(previous.term())) {
                return !text.startsWith("ال", token.start());
            }
        }
        return false;
    }

    private static List<String> chosen(Map<String, Term> terms) {
        ArabicForms.join(terms);
        List<Map.Entry<String, Term>> candidates = new ArrayList<>();
        for (Map.Entry<String, Term> entry : terms.entrySet()) {
            Term term = entry.getValue();
            boolean name = term.asName * 2 > term.count;
            // Words that stand together once are a term only where they are a name.
            boolean together = term.words == 1 || term.count > 1 || name;
            boolean telling = term.count > 1 || term.inTitle || name;
            if (together && telling && term.score() >= LEAST_SCORE) {
                candidates.add(entry);
            }
        }
        candidates.sort(Comparator.<Map.Entry<String, Term>>comparingDouble(
                        entry -> -entry.getValue().score())
                .thenComparing(Map.Entry::getKey));
        Map<String, Term> chosen = new LinkedHashMap<>();
        for (Map.Entry<String, Term> entry : candidates.subList(0, Math.min(candidates.size(), 20 * MOST))) {
            if (chosen.size() == MOST) {
                break;
            }
            if (isNew(entry, chosen)) {
                chosen.put(entry.getKey(), entry.getValue());
            }
        }
        return chosen.values().stream().map(Term::surface).distinct().toList();
    }

    /**
     * Whether a term says more than those that were chosen: a part of one does only where it occurs much more often without
     * the rest. A longer one stands for its parts, where they hardly occur without it.
     */
    private static boolean isNew(Map.Entry<String, Term> candidate, Map<String, Term> chosen) {
        Term term = candidate.getValue();
        // Forms and not stems: in Arabic the man from Aleppo and Aleppo have one stem.
        String form = term.surface().toLowerCase(Locale.ROOT);
        for (Term other : chosen.values()) {
            if (contains(other.surface().toLowerCase(Locale.ROOT), form) && term.count < 3 * other.count) {
                return false;
            }
        }
        chosen.values()
                .removeIf(
                        part -> contains(form, part.surface().toLowerCase(Locale.ROOT)) && part.count < 3 * term.count);
        return true;
    }

    private static boolean contains(String phrase, String part) {
        return (" " + phrase + " ").contains(" " + part + " ");
    }
}
