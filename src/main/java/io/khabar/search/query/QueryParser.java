package io.khabar.search.query;

import io.khabar.search.text.Token;
import io.khabar.search.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query from left to right, once. {@code OR} and {@code AND} bind their two neighbours, closer than standing side by
 * side does; a quotation mark or parenthesis that is not closed is closed by the end, one too many is passed over.
 */
final class QueryParser {

    private static final String OR = "OR";
    private static final String AND = "AND";

    private static final String QUOTES = "\"“”„«»";

    /** A shorter beginning is one of too many words. */
    private static final int SHORTEST_PREFIX = 2;
    /** Each is looked for among all words. */
    private static final int MOST_PREFIXES = 4;

    private final String text;
    private int at;
    private int prefixes;

    QueryParser(String text) {
        this.text = text;
    }

    Query parse() {
        List<Query> parts = new ArrayList<>();
        while (at < text.length()) {
            parts(null, parts);
            // A closing parenthesis without an opening one ends nothing.
            at++;
        }
        return sequence(parts);
    }

    static int words(String text) {
        return Words.of(text).size();
    }

    /** Reads parts up to the end or a closing parenthesis, which is left to be read, to some that were read before. */
    private void parts(@Nullable TextField field, List<Query> parts) {
        String joint = "";
        BitSet joined = new BitSet();
        while (true) {
            space();
            if (at >= text.length() || text.charAt(at) == ')') {
                join(parts, joined);
                return;
            }
            String next = is(OR) ? OR : is(AND) ? AND : "";
            if (!next.isEmpty()) {
                at += next.length();
                joint = parts.isEmpty() ? "" : next;
                continue;
            }
            Query part = part(field);
            if (part instanceof Query.Nothing) {
                continue;
            }
            joined.set(parts.size(), joint.equals(AND));
            parts.add(joint.equals(OR) ? either(parts.removeLast(), part) : part);
            joint = "";
        }
    }

    /**
     * Makes one of the parts that AND joins to those before them: beside other words of a sequence these two are not among
     * those of which half will do. OR binds closer, as it does where nothing is between.
     */
    private static void join(List<Query> parts, BitSet joined) {
        List<Query> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(joined.get(i) ? new Query.Sequence(List.of(all.removeLast(), parts.get(i))) : parts.get(i));
        }
        parts.clear();
        parts.addAll(all);
    }

    private static Query either(Query left, Query right) {
        List<Query> choices = new ArrayList<>(left instanceof Query.Either more ? more.choices() : List.of(left));
        choices.add(right);
        return new Query.Either(choices);
    }

    private static Query sequence(List<Query> parts) {
        return switch (parts.size()) {
            case 0 -> new Query.Nothing();
            case 1 -> parts.getFirst();
            default -> new Query.Sequence(parts);
        };
    }

    private Query part(@Nullable TextField field) {
        char first = text.charAt(at);
        if (first == '-' || first == '–' || (first == '−' && !isDigit(at + 1))) {
            at++;
            return stands() ? new Query.Nothing() : not(part(field));
        }
        if (first == '(') {
            at++;
            List<Query> group = new ArrayList<>();
            parts(field, group);
            at++;
            return sequence(group);
        }
        if (QUOTES.indexOf(first) >= 0) {
            return phrase(first, field);
        }
        return word(field);
    }

    private static Query not(Query excluded) {
        return switch (excluded) {
            case Query.Nothing nothing -> nothing;
            case Query.Not not -> not;
            default -> new Query.Not(excluded);
        };
    }

    private Query phrase(char opening, @Nullable TextField field) {
        String closing =
                switch (opening) {
                    case '«' -> "»";
                    case '»' -> "«";
                    case '“', '”', '„' -> "“”";
                    default -> "\"";
                };
        int begin = ++at;
        while (at < text.length() && (closing.indexOf(text.charAt(at)) < 0 || isGershayim(at))) {
            at++;
        }
        String inside = text.substring(begin, at);
        at++;
        return switch (words(inside)) {
            case 0 -> new Query.Nothing();
            default -> new Query.Phrase(inside, field);
        };
    }

    private Query word(@Nullable TextField field) {
        int begin = at;
        while (at < text.length() && (!ends(at) || isGershayim(at) || isInch(at))) {
            if (text.charAt(at) == ':' && at > begin) {
                TextField named = TextField.of(text.substring(begin, at));
                if (named != null) {
                    at++;
                    return stands() ? plain(text.substring(begin, at - 1), field) : part(named);
                }
            }
            at++;
        }
        String written = text.substring(begin, at);
        if (!written.endsWith("*") || !isPrefix(written)) {
            return plain(written, field);
        }
        prefixes++;
        return new Query.Prefix(written.substring(0, written.length() - 1), field);
    }

    /** Whether it may be the beginning of a word; otherwise it is a word itself. */
    private boolean isPrefix(String written) {
        List<Token> words = Words.of(written);
        if (words.size() != 1 || prefixes == MOST_PREFIXES) {
            return false;
        }
        String begun = words.getFirst().term();
        return begun.codePointCount(0, begun.length()) >= SHORTEST_PREFIX;
    }

    private static Query plain(String written, @Nullable TextField field) {
        return words(written) == 0 ? new Query.Nothing() : new Query.Word(written, field);
    }

    private boolean is(String operator) {
        int end = at + operator.length();
        return text.startsWith(operator, at) && (end == text.length() || ends(end));
    }

    private void space() {
        while (at < text.length() && isSpace(at)) {
            at++;
        }
    }

    /** Whether nothing follows that what was read could belong to. */
    private boolean stands() {
        return at >= text.length() || isSpace(at) || text.charAt(at) == ')';
    }

    private boolean ends(int place) {
        char letter = text.charAt(place);
        return isSpace(place) || letter == '(' || letter == ')' || QUOTES.indexOf(letter) >= 0;
    }

    /** Commas part words as spaces do, the Arabic ones too; but not the digits of 1,000. */
    private boolean isSpace(int place) {
        char letter = text.charAt(place);
        return switch (letter) {
            case '،', '؛', ';' -> true;
            case ',' -> !isDigit(place - 1) || !isDigit(place + 1);
            default -> Character.isWhitespace(letter) || Character.isSpaceChar(letter);
        };
    }

    private boolean isDigit(int place) {
        return place >= 0 && place < text.length() && Character.isDigit(text.charAt(place));
    }

    /** The mark of a Hebrew abbreviation, as in צה"ל, which is mostly written as a quotation mark. */
    private boolean isGershayim(int place) {
        return text.charAt(place) == '"' && isHebrew(place - 1) && isHebrew(place + 1);
    }

    private boolean isHebrew(int place) {
        return place >= 0 && place < text.length() && text.charAt(place) >= 'א' && text.charAt(place) <= 'ת';
    }

    /** A quotation mark behind a number that ends a word, as in 5" screen. */
    private boolean isInch(int place) {
        return text.charAt(place) == '"' && isDigit(place - 1) && (place + 1 == text.length() || isSpace(place + 1));
    }
}
