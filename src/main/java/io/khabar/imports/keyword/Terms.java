package io.khabar.imports.keyword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the terms of a text: its words alone, then those that stand together. */
final class Terms {
    private static final int LONGEST = 3;
    private static final int LONGEST_NAME = 4;
    /** Pairs of characters that overlap: seven are eight characters. */
    private static final int MOST_PAIRS = 7;

    private final String text;
    private final int titleEnd;
    private final int leadEnd;
    private final Map<String, Term> alone = new HashMap<>();
    private final Map<String, Term> together = new HashMap<>();

    private Terms(String text, int titleEnd, int leadEnd) {
        this.text = text;
        this.titleEnd = titleEnd;
        this.leadEnd = leadEnd;
    }

    /**
     * All terms of a text that is a title, as far as {@code titleEnd}, and a body.
     *
     * @param joining whether prepositions are joined to words, so that a word may be two
     */
    static List<Term> of(List<Word> words, String text, int titleEnd, boolean joining) {
        int paragraph = text.indexOf("\n\n", titleEnd);
        Terms terms = new Terms(text, titleEnd, paragraph < 0 ? text.length() : paragraph);
        words.forEach(terms::alone);
        if (joining) {
            terms.join(words);
        }
        for (int i = 0; i < words.size(); i++) {
            terms.together(words, i);
        }
        terms.resolveNames();
        List<Term> all = new ArrayList<>(terms.alone.size() + terms.together.size());
        terms.alone.values().stream()
                .filter(term -> term.joined == null && term.plain > 0 && !term.covered)
                .forEach(all::add);
        all.addAll(terms.together.values());
        return all;
    }

    private void alone(Word word) {
        if (word.barrier) {
            return;
        }
        Term term = alone.computeIfAbsent(word.stem, stem -> new Term(stem, 1, word.weight));
        word.term = term;
        term.occurs(word.form, word.start < titleEnd || word.hasBorrowedCapital());
        note(term, word.start, word.name);
        term.plain += word.plain && !word.dependent ? 1 : 0;
    }

    private void note(Term term, int place, boolean name) {
        if (place < titleEnd) {
            term.inTitle = true;
            term.titled++;
        } else if (term.first < 0) {
            term.first = place;
        }
        term.inLead |= place < leadEnd;
        term.asName += name ? 1 : 0;
    }

    private void join(List<Word> words) {
        ArabicForms.join(alone);
        for (Word word : words) {
            if (word.term != null && word.term.joined != null) {
                word.joinTo(word.term.joined);
            }
        }
    }

    /** The terms of several words that begin with a word. */
    private void together(List<Word> words, int begin) {
        Word first = words.get(begin);
        if (first.barrier || !first.plain) {
            return;
        }
        StringBuilder key = new StringBuilder(first.key());
        double weight = first.weight;
        boolean name = first.name;
        int fewest = count(first);
        for (int length = 2; length <= longest(first, name) && begin + length <= words.size(); length++) {
            Word word = words.get(begin + length - 1);
            name &= word.name;
            fewest = Math.min(fewest, count(word));
            // What is seldom, is seldom together too.
            if (!word.follows || word.barrier || !(name || fewest > 1)) {
                return;
            }
            key.append(' ').append(word.key());
            weight += word.weight;
            // "Minister Helena Ward": the office is no part of the name.
            if (name && ((first.office && !words.get(begin + 1).connected) || word.office)) {
                return;
            }
            if (!isOneWord(first, word)) {
                return;
            }
            if (fewest > 1 || isWhole(words, begin, length)) {
                add(key.toString(), length, weight / length, name, first, word);
                cover(words.subList(begin, begin + length), name);
            }
        }
    }

    /** A name that is said once is not said by its parts too. */
    private static void cover(List<Word> parts, boolean name) {
        for (Word part : parts) {
            if (name && part.term != null && part.term.count == 1) {
                part.term.covered = true;
            }
        }
    }

    private static int longest(Word first, boolean name) {
        return isPair(first) ? MOST_PAIRS : name ? LONGEST_NAME : LONGEST;
    }

    private static boolean isPair(Word word) {
        return word.form.length() == 2 && WordReader.isEastAsian(word.form.charAt(0));
    }

    /** The pairs of a Chinese word are one word where they hardly occur apart. */
    private static boolean isOneWord(Word first, Word last) {
        boolean pairs = isPair(last);
        int least = Math.min(count(first), count(last));
        return !pairs || least * 3 >= Math.max(count(first), count(last)) * 2;
    }

    private void add(String key, int length, double weight, boolean name, Word first, Word last) {
        Term term = together.computeIfAbsent(key, unused -> new Term(key, length, weight));
        String surface = first.form + text.substring(first.end, last.end);
        term.occurs(surface.replace('\u00A0', ' '), first.start < titleEnd || first.hasBorrowedCapital());
        note(term, first.start, name);
        Term part = last.term;
        if (name
                && length <= LONGEST
                && part != null
                && part.first == last.start
                && (part.full == null || part.full.words < length)) {
            part.full = term;
        }
    }

    /** Whether a name ends where it is said to, and does not go on before it. */
    private static boolean isWhole(List<Word> words, int begin, int length) {
        Word first = words.get(begin);
        Word before = begin == 0 ? null : words.get(begin - 1);
        if (before != null && first.follows && before.name && !before.barrier && !before.office) {
            return false;
        }
        Word after = begin + length == words.size() ? null : words.get(begin + length);
        return length == LONGEST_NAME || after == null || !after.follows || !after.name || after.barrier;
    }

    /** Somebody is named in full once, and by the last name from then on. */
    private void resolveNames() {
        for (Term part : alone.values()) {
            boolean named = part.isName() || !Character.isLowerCase(part.key.charAt(0));
            if (part.full != null && part.count > 1 && named) {
                part.full.standFor(part);
            }
        }
    }

    private static int count(Word word) {
        return word.term == null ? 0 : word.term.count;
    }
}
