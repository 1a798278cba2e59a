package io.khabar.imports.keyword;

import java.util.List;
import java.util.Set;

/** Marks the words of names: by capitals where a script has them, by what is before them in Arabic. */
final class Names {
    private static final String QUOTES = "\"'«»“”„‘’(";
    private static final String ENDS_OF_SENTENCES = ".!?:\n…•>";
    /** So many words may be between an office and the name of the one who bears it: وزير الأشغال العامة سامر حداد. */
    private static final int FARTHEST_OFFICE = 3;

    /** The first part of عبد الرحمن, which is one name. */
    private static final String SERVANT = "عبد";

    private static final Set<String> SON = Set.of("بن", "ابن", "بنت");
    /** What weighs less is no part of a person's name. */
    private static final double LEAST_WEIGHT = 0.3;

    private Names() {}

    /** Whether a capital is one that no sentence's beginning explains. */
    static boolean hasTellingCapital(Word word, String text) {
        if (!word.hasCapital()) {
            return false;
        }
        return word.isAcronym() || !beginsSentence(word.start, text);
    }

    static boolean beginsSentence(int start, String text) {
        int before = start - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || QUOTES.indexOf(text.charAt(before)) >= 0)) {
            before--;
        }
        return before < 0 || ENDS_OF_SENTENCES.indexOf(text.charAt(before)) >= 0;
    }

    /** In German all nouns have capitals: only two of them in a row are a name. */
    static void markPairs(List<Word> words, String text) {
        boolean before = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean after = i + 1 < words.size() && isPair(word, words.get(i + 1), text);
            word.name = word.isAcronym() || before || after;
            before = after;
        }
    }

    private static boolean isPair(Word first, Word second, String text) {
        return second.follows
                && isPerson(first)
                && isPerson(second)
                && text.charAt(first.end) == ' '
                && first.hasCapital()
                && second.hasCapital()
                && !beginsSentence(first.start, text);
    }

    /** Marks names behind a given name, and behind an office: سامر الحلبي, رئيس البلدية سامر الحلبي. */
    static void markArabic(List<Word> words) {
        int sinceOffice = FARTHEST_OFFICE + 1;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            sinceOffice = word.office ? 0 : word.follows ? sinceOffice + 1 : FARTHEST_OFFICE + 1;
            boolean article = word.form.startsWith("ال");
            boolean bearer =
                    sinceOffice > 0 && sinceOffice <= FARTHEST_OFFICE && isPerson(word) && (word.given || !article);
            if (!word.barrier && (bearer || word.given)) {
                i = markFrom(words, firstOf(words, i), i);
                sinceOffice = FARTHEST_OFFICE + 1;
            }
        }
    }

    /** Where a name begins that goes on with "son of": عز الدين بن منصور. */
    private static int firstOf(List<Word> words, int index) {
        if (!SON.contains(words.get(index).form) || !isJoinedToNameBefore(words, index)) {
            return index;
        }
        boolean faith = words.get(index - 1).form.startsWith("ال") && isJoinedToNameBefore(words, index - 1);
        return faith ? index - 2 : index - 1;
    }

    private static boolean isJoinedToNameBefore(List<Word> words, int index) {
        return index > 0 && words.get(index).follows && !words.get(index - 1).barrier && !words.get(index - 1).office;
    }

    /** Marks given names and the one word behind them; answers where the name ends. */
    private static int markFrom(List<Word> words, int first, int from) {
        int last = from;
        while (last + 1 < words.size() && last - from < 3) {
            Word next = words.get(last + 1);
            boolean servant = words.get(last).form.equals(SERVANT);
            boolean family = (last == from || servant) && next.form.startsWith("ال");
            if (!next.follows || next.barrier || !(family || isPerson(next))) {
                break;
            }
            last++;
            boolean son = last + 1 < words.size() && SON.contains(words.get(last + 1).form);
            if (!next.given && !servant && !son) {
                break;
            }
        }
        if (SON.contains(words.get(last).form)) {
            words.get(last).barrier = true;
            last--;
        }
        if (last <= from) {
            return from;
        }
        // What is before a name is no part of it.
        words.get(first).follows = false;
        for (int i = first; i <= last; i++) {
            words.get(i).name = true;
        }
        if (last + 1 < words.size()) {
            words.get(last + 1).follows = false;
        }
        return last;
    }

    private static boolean isPerson(Word word) {
        return !word.barrier && word.weight > LEAST_WEIGHT;
    }
}
