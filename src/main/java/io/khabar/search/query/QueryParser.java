package io.khabar.search.query;

import io.khabar.search.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query from left to right, once. {@code OR} binds its two neighbours, closer than standing side by side does; a
 * quotation mark or parenthesis that is not closed is closed by the end, one too many is passed over.
 */
final class QueryParser {

    private static final String QUOTES = "\"“”„«»";

    private final String text;
    private int at;

    QueryParser(String text) {
        this.text = text;
    }

    Query parse() {
        List<Query> parts = new ArrayList<>();
        while (at < text.length()) {
            parts.addAll(parts(null));
            // A closing parenthesis without an opening one ends nothing.
            at++;
        }
        return sequence(parts);
    }

    static int words(String text) {
        return Words.of(text).size();
    }

    /** The parts up to the end or a closing parenthesis, which is left to be read. */
    private List<Query> parts(@Nullable TextField field) {
        List<Query> parts = new ArrayList<>();
        boolean either = false;
        while (true) {
            space();
            if (at >= text.length() || text.charAt(at) == ')') {
                return parts;
            }
            if (isOr()) {
                at += 2;
                either = !parts.isEmpty();
                continue;
            }
            Query part = part(field);
            if (part instanceof Query.Nothing) {
                continue;
            }
            if (either) {
                parts.add(either(parts.removeLast(), part));
            } else {
                parts.add(part);
            }
            either = false;
        }
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
        if (first == '-' || first == '−' || first == '–') {
            at++;
            boolean stands = at >= text.length() || isSpace(text.charAt(at)) || text.charAt(at) == ')';
            return stands ? new Query.Nothing() : not(part(field));
        }
        if (first == '(') {
            at++;
            Query group = sequence(parts(field));
            at++;
            return group;
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
        while (at < text.length() && closing.indexOf(text.charAt(at)) < 0) {
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
        while (at < text.length() && !ends(text.charAt(at))) {
            if (text.charAt(at) == ':' && at > begin) {
                TextField named = TextField.of(text.substring(begin, at));
                if (named != null) {
                    at++;
                    return at >= text.length() || isSpace(text.charAt(at)) || text.charAt(at) == ')'
                            ? plain(text.substring(begin, at - 1), field)
                            : part(named);
                }
            }
            at++;
        }
        String written = text.substring(begin, at);
        return written.endsWith("*") && words(written) == 1
                ? new Query.Prefix(written.substring(0, written.length() - 1), field)
                : plain(written, field);
    }

    private static Query plain(String written, @Nullable TextField field) {
        return words(written) == 0 ? new Query.Nothing() : new Query.Word(written, field);
    }

    private boolean isOr() {
        return text.startsWith("OR", at) && (at + 2 == text.length() || ends(text.charAt(at + 2)));
    }

    private void space() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean ends(char letter) {
        return isSpace(letter) || letter == '(' || letter == ')' || QUOTES.indexOf(letter) >= 0;
    }

    /** Commas part words as spaces do, the Arabic ones too. */
    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || letter == ','
                || letter == '،'
                || letter == '؛'
                || letter == ';';
    }
}
