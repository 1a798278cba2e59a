package io.khabar.http;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The address of a request as it stands in the request line (RFC 9112, section 3.2), before anything decodes it. */
final class RequestTarget {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Unreserved and reserved characters without brackets and {@code #}, and the percent sign. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = '0'; c <= 'z'; c++) {
            PLAIN[c] = Character.isLetterOrDigit(c);
        }
        for (char c : "-._~:/?@!$&'()*+,;=%".toCharArray()) {
            PLAIN[c] = true;
        }
    }

    private RequestTarget() {}

    /** Whether there are characters that RFC 3986 has only as escapes, if at all. Escapes themselves are not looked at. */
    static boolean needsEscapes(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (isRaw(target.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The target with those characters, each an octet, escaped. Whether they are UTF-8 is for the reader of the parameter to say. */
    static String escaped(String target) {
        StringBuilder escaped = new StringBuilder(target.length() + 64);
        for (int i = 0; i < target.length(); i++) {
            char octet = target.charAt(i);
            if (isRaw(octet)) {
                HEX.toHexDigits(escaped.append('%'), (byte) octet);
            } else {
                escaped.append(octet);
            }
        }
        return escaped.toString();
    }

    /**
     * What is wrong with a path that has escapes or parameters; null where nothing is.
     *
     * <p>A broken escape has no meaning at all: 400. NUL and path parameters ({@code ;x=y}) are well-formed, but no
     * resource has such an address: 404. The database would fail on the first, the router ignore the second.
     */
    static @Nullable ProblemException fault(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == ';') {
                return ProblemException.notFound("Addresses here have no path parameters (`;`).");
            }
            if (c == '%') {
                if (i + 2 >= path.length() || !isHex(path.charAt(i + 1)) || !isHex(path.charAt(i + 2))) {
                    return new ProblemException(
                            ProblemCode.INVALID_REQUEST,
                            "The path has a `%` that is not followed by two hexadecimal digits.");
                }
                if (path.charAt(i + 1) == '0' && path.charAt(i + 2) == '0') {
                    return ProblemException.notFound("No address has a NUL character.");
                }
            }
        }
        return null;
    }

    private static boolean isRaw(char octet) {
        return octet >= PLAIN.length || !PLAIN[octet];
    }

    private static boolean isHex(char c) {
        return HexFormat.isHexDigit(c);
    }
}
