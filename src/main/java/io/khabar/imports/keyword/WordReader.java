package io.khabar.imports.keyword;

import io.khabar.search.text.Analysis;
import io.khabar.search.text.Token;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the words of texts in one language, with what their places say of them. Serves many threads. */
final class WordReader {
    /** What a word that is in all texts says in a name. */
    private static final double WEIGHT_OF_A_COMMON_WORD = 0.3;

    private static final int LONGEST_CONNECTOR = 10;
    private static final int LONGEST_ABBREVIATION = 5;

    /** What may be between two words of a name. */
    private static final Set<String> CONNECTORS = Set.of(
            " of ",
            " of the ",
            " for ",
            " & ",
            " de ",
            " de la ",
            " de l'",
            " de l’",
            " del ",
            " de los ",
            " de las ",
            " du ",
            " des ",
            " d'",
            " d’",
            " da ",
            " do ",
            " dos ",
            " das ",
            " di ",
            " della ",
            " dei ",
            " degli ",
            " van ",
            " von ",
            " van der ",
            " van den ",
            " von der ",
            " bin ",
            " al-",
            " el-");

    private final Analysis analysis;
    private final WordTypes types;
    private final boolean arabic;
    private final boolean capitalNouns;

    WordReader(String language, Analysis analysis) {
        this.analysis = analysis;
        types = new WordTypes(language, analysis);
        arabic = language.equals("ar");
        capitalNouns = Forms.haveNounsCapitals(language);
    }

    /** Whether words that are no names may be keywords. */
    boolean knowsWords() {
        return types.areKnown();
    }

    /** The words of a text in their order. */
    List<Word> words(String text, int titleEnd) {
        List<Token> tokens = analysis.tokens(text);
        List<Word> words = new ArrayList<>(tokens.size());
        int skipped = 0;
        Word before = null;
        for (Token token : tokens) {
            if (token.start() >= skipped) {
                skipped = endOfAddress(token, text);
            }
            Word word = word(token, text, before);
            word.barrier |= token.start() < skipped;
            words.add(word);
            before = word;
        }
        if (arabic) {
            Names.markArabic(words);
            return words;
        }
        if (capitalNouns) {
            Names.markPairs(words, text);
        } else {
            markCapitals(words, text);
        }
        for (int i = 0; i < words.size() && words.get(i).start < titleEnd; i++) {
            // Titles may have capitals everywhere.
            words.get(i).name = false;
        }
        return words;
    }

    private Word word(Token token, String text, @Nullable Word before) {
        WordType type = types.of(text.substring(token.start(), token.end()), token.term());
        int start = arabic ? token.start() : token.start() + type.before();
        int end = token.end() - type.behind();
        boolean abbreviated = isAbbreviation(type.form(), start, end, text);
        Word word = new Word(
                abbreviated ? types.abbreviation(type) : type, start, end + (isDotted(type.form(), end, text) ? 1 : 0));
        if (word.end > end) {
            // U.S. ends with a dot that tokens leave out.
            word.form += ".";
        }
        if (before != null) {
            connect(before, word, start == token.start() && type.continues(), text);
        }
        return word;
    }

    /** Notes whether a word goes on with what is before it. */
    private static void connect(Word before, Word word, boolean continues, String text) {
        int gap = word.start - before.end;
        boolean near = gap == 1 && " -\u00A0\u200C'’".indexOf(text.charAt(before.end)) >= 0 && continues;
        word.connected = gap > 1
                && gap < LONGEST_CONNECTOR
                && word.hasCapital()
                && before.hasCapital()
                && CONNECTORS.contains(text.substring(before.end, word.start));
        // The parts of a Chinese word are read as pairs, each of which begins within the one before.
        boolean pair = gap == -1 && word.form.length() == 2 && isEastAsian(word.form.charAt(0));
        word.follows = ((near || word.connected) && !before.closes) || pair;
    }

    private static void markCapitals(List<Word> words, String text) {
        Word before = null;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            word.name = Names.hasTellingCapital(word, text);
            if (word.common && word.name && word.follows && before != null && mayGoOnWithCommon(before)) {
                // Google Play, Motor Show, United States
                word.nameThough(WEIGHT_OF_A_COMMON_WORD);
            } else if (word.opening && word.barrier && word.hasCapital() && i + 1 < words.size()) {
                Word next = words.get(i + 1);
                if (next.follows && next.hasCapital() && (!next.barrier || next.common)) {
                    word.nameThough(WordTypes.WEIGHT_IN_A_NAME);
                }
            }
            before = word;
        }
    }

    /** Whether a name goes on with a word that is in all texts; with two of them it is a heading. */
    private static boolean mayGoOnWithCommon(Word before) {
        return before.name && !before.barrier && (!before.common || before.opening);
    }

    private static boolean isDotted(String form, int end, String text) {
        return form.length() > 2 && form.charAt(1) == '.' && text.startsWith(".", end);
    }

    /** Whether a word is short and in capitals, where those before and behind it are not. */
    private static boolean isAbbreviation(String form, int start, int end, String text) {
        if (form.length() > LONGEST_ABBREVIATION || form.length() < 2 || !Character.isUpperCase(form.charAt(1))) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            if (!Character.isUpperCase(form.charAt(i)) && form.charAt(i) != '.') {
                return false;
            }
        }
        return !areCapitals(text, start - 3) && !areCapitals(text, end + 1);
    }

    private static boolean areCapitals(String text, int place) {
        return place >= 0
                && place + 1 < text.length()
                && Character.isUpperCase(text.charAt(place))
                && Character.isUpperCase(text.charAt(place + 1));
    }

    static boolean isEastAsian(char letter) {
        if (letter < 0x1100) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(letter);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA;
    }

    /** Where the address, tag or entity ends that a word stands in; 0 where it stands in none. */
    private static int endOfAddress(Token token, String text) {
        char before = token.start() == 0 ? ' ' : text.charAt(token.start() - 1);
        char after = token.end() == text.length() ? ' ' : text.charAt(token.end());
        boolean address = after == '@'
                || before == '@'
                || (after == ':' && text.startsWith("://", token.end()))
                || text.startsWith("www.", token.start());
        boolean tag = before == '<' || (before == '/' && token.start() > 1 && text.charAt(token.start() - 2) == '<');
        if (!address && !tag) {
            return before == '&' && after == ';' ? token.end() : 0;
        }
        int end = token.end();
        while (end < text.length() && !(tag ? isTagEnd(text.charAt(end)) : Character.isWhitespace(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isTagEnd(char letter) {
        return letter == '>' || letter == '\n';
    }
}
