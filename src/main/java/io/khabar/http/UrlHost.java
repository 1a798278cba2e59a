package io.khabar.http;

import com.ibm.icu.text.IDNA;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The authority of a web address: host and port, in canonical form. */
final class UrlHost {
    private static final int MAX_HOST = 253;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{0,6}");
    /** Longer input is no host whatever is in it; the bound keeps the work for hostile input small. */
    private static final int MAX_RAW_HOST = 3 * MAX_HOST * 4;

    /** Hosts that exist break these rules of form, such as {@code r3---sn.example.com}. */
    private static final Set<IDNA.Error> TOLERATED =
            EnumSet.of(IDNA.Error.HYPHEN_3_4, IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN);

    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private UrlHost() {}

    /** Host and, unless it is the scheme's own, port. */
    static String canonical(String authority, String scheme) {
        if (authority.indexOf('@') >= 0) {
            throw new IllegalArgumentException("must not contain a user name or password");
        }
        int colon = authority.lastIndexOf(':');
        // The colons of an IPv6 address stand in brackets.
        boolean hasPort = colon > authority.lastIndexOf(']');
        String port = hasPort ? port(authority.substring(colon + 1), scheme) : "";
        return host(hasPort ? authority.substring(0, colon) : authority) + port;
    }

    private static String port(String digits, String scheme) {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("must have a port between 1 and 65535, if any");
        }
        if (digits.isEmpty()) {
            return "";
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("must have a port between 1 and 65535, if any");
        }
        return port == (scheme.equals("http") ? 80 : 443) ? "" : ":" + port;
    }

    private static String host(String raw) {
        if (raw.length() > MAX_RAW_HOST) {
            throw noHost();
        }
        return raw.startsWith("[") ? ipv6(raw) : name(raw);
    }

    private static String ipv6(String raw) {
        // A zone index names an interface of one machine: no address of an article. IPv4 takes no brackets.
        if (!raw.endsWith("]") || raw.indexOf('%') >= 0 || raw.indexOf(':') < 0) {
            throw noHost();
        }
        try {
            String address =
                    InetAddress.ofLiteral(raw.substring(1, raw.length() - 1)).getHostAddress();
            // An address that maps an IPv4 address is written as one.
            return address.indexOf(':') < 0 ? address : "[" + address + "]";
        } catch (IllegalArgumentException _) {
            throw noHost();
        }
    }

    private static String name(String raw) {
        // Where there is a per cent sign, %-encoded UTF-8 is meant (RFC 3986, section 3.2.2); + is itself.
        String decoded = raw.indexOf('%') < 0 ? raw : decode(raw);
        StringBuilder ascii = new StringBuilder();
        if (decoded.chars().allMatch(c -> c < 0x80)
                && !decoded.toLowerCase(Locale.ROOT).contains("xn--")) {
            ascii.append(decoded.toLowerCase(Locale.ROOT));
        } else {
            IDNA.Info info = new IDNA.Info();
            UTS46.nameToASCII(decoded, ascii, info);
            if (!TOLERATED.containsAll(info.getErrors())) {
                throw noHost();
            }
        }
        // The root's dot: the same host.
        int end = !ascii.isEmpty() && ascii.charAt(ascii.length() - 1) == '.' ? ascii.length() - 1 : ascii.length();
        String name = ascii.substring(0, end);
        if (name.length() > MAX_HOST || !NAME.matcher(name).matches()) {
            throw noHost();
        }
        return name;
    }

    private static String decode(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw noHost();
        }
    }

    private static IllegalArgumentException noHost() {
        return new IllegalArgumentException("must have a valid host name");
    }
}
