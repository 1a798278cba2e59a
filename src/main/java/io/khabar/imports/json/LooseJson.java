package io.khabar.imports.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) into maps, lists, strings, doubles and booleans, and on the way what pages have in its place: line
 * breaks inside of strings, commas too many, escapes that are none. Nothing is executed or looked up. Linear; nesting beyond
 * 64 levels is refused.
 */
public final class LooseJson {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 400;

    /** More than a double keeps. */
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{16,}");

    private final String text;
    private int at;

    private LooseJson(String text) {
        this.text = text;
    }

    /**
     * The value that a text holds: {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Double},
     * {@code BigInteger} where a double would not keep all digits, {@code Boolean}, or null for null. What follows it is not read.
     *
     * @throws MalformedJsonException where no value can be made out
     */
    public static @Nullable Object parse(String text) {
        LooseJson json = new LooseJson(text);
        return json.value(0);
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST) {
            throw new MalformedJsonException("nested too deep", at);
        }
        skipSpace();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        at++;
        while (true) {
            skipSpaceAndCommas();
            if (take('}')) {
                return object;
            }
            String name = string();
            skipSpace();
            if (!take(':')) {
                throw new MalformedJsonException("no colon", at);
            }
            object.put(name, value(depth + 1));
        }
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> array = new ArrayList<>();
        at++;
        while (true) {
            skipSpaceAndCommas();
            if (take(']')) {
                return array;
            }
            array.add(value(depth + 1));
        }
    }

    private String string() {
        if (!take('"')) {
            throw new MalformedJsonException("no string", at);
        }
        StringBuilder string = new StringBuilder();
        while (true) {
            char unit = next();
            if (unit == '"') {
                return string.toString();
            }
            string.append(unit == '\\' ? escaped() : unit);
        }
    }

    private char escaped() {
        char unit = next();
        return switch (unit) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw new MalformedJsonException("cut off", at);
                }
                int code = 0;
                for (int end = at + 4; at < end; at++) {
                    int digit = Character.digit(text.charAt(at), 16);
                    if (digit < 0) {
                        throw new MalformedJsonException("no hexadecimal digit", at);
                    }
                    code = code * 16 + digit;
                }
                yield (char) code;
            }
            default -> unit;
        };
    }

    /** A double; integers with more digits than it keeps, such as ids, as they are. */
    private Number number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String written = text.substring(start, Math.min(at, start + LONGEST_NUMBER));
        try {
            return DIGITS.matcher(written).matches() ? new BigInteger(written) : Double.valueOf(written);
        } catch (NumberFormatException none) {
            throw new MalformedJsonException("no value", start);
        }
    }

    private <T> @Nullable T word(String word, @Nullable T value) {
        if (!text.startsWith(word, at)) {
            throw new MalformedJsonException("no value", at);
        }
        at += word.length();
        return value;
    }

    private void skipSpace() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
            at++;
        }
    }

    private void skipSpaceAndCommas() {
        skipSpace();
        while (take(',')) {
            skipSpace();
        }
    }

    private boolean take(char expected) {
        boolean taken = peek() == expected;
        at += taken ? 1 : 0;
        return taken;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new MalformedJsonException("cut off", at);
        }
        return text.charAt(at);
    }

    private char next() {
        char unit = peek();
        at++;
        return unit;
    }
}
