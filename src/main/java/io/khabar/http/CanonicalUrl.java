package io.khabar.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The form of a web address by which an article is known: addresses that differ only in how they are written or in what
 * campaign led to them come out the same. Pure text; nothing is looked up.
 */
public final class CanonicalUrl {
    private static final String MALFORMED = "must be an absolute http or https URL";

    /** Parameters of advertising and social networks, of mailings and of analytics. */
    private static final Set<String> TRACKING = Set.of("""
            fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id epik
            ref_src ref_url fb_action_ids fb_action_types fb_source mc_cid mc_eid mkt_tok vero_id _hsenc _hsmi _ga _gl
            _openstat wickedid xtor pk_campaign pk_kwd mtm_campaign mtm_keyword mtm_source mtm_medium at_medium
            at_campaign""".split("\\s+", -1));

    private CanonicalUrl() {}

    /**
     * The canonical form of an absolute {@code http} or {@code https} address, by RFC 3986, section 6: scheme and host in
     * lower case, host names by UTS 46 (IDNA 2008) as {@code xn--…}, no default port, no fragment, an empty path as
     * {@code /}, dot segments resolved, unreserved characters decoded, everything else that does not belong encoded as
     * UTF-8 with upper-case hex. Beyond the RFC: parameters that only track ({@code utm_…}, {@code fbclid} …) are off, the
     * others sorted by name; those of one name keep their order. White space around the address is ignored. The result is
     * ASCII; making it canonical again changes nothing.
     *
     * @throws IllegalArgumentException with a sentence for the client when it is no such address, or carries a user name
     *     or password: those do not belong in what is published
     */
    public static String of(String url) {
        String text = Text.strip(url);
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || !text.startsWith("//", colon + 1)) {
            throw new IllegalArgumentException(MALFORMED);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must not contain control characters");
        }
        int authority = colon + 3;
        int fragment = text.indexOf('#', authority);
        String hierarchical = fragment < 0 ? text : text.substring(0, fragment);
        int question = hierarchical.indexOf('?', authority);
        int beforeQuery = question < 0 ? hierarchical.length() : question;
        int slash = hierarchical.indexOf('/', authority);
        int path = slash < 0 || slash > beforeQuery ? beforeQuery : slash;
        String query = question < 0 ? "" : query(hierarchical.substring(question + 1));
        return scheme + "://"
                + UrlHost.canonical(hierarchical.substring(authority, path), scheme)
                + path(hierarchical.substring(path, beforeQuery))
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static String path(String raw) {
        List<String> segments = new ArrayList<>();
        String[] given = encode(raw, "/:@").split("/", -1);
        for (int i = 1; i < given.length; i++) {
            boolean last = i == given.length - 1;
            switch (given[i]) {
                case "." -> {
                    if (last) {
                        segments.add("");
                    }
                }
                case ".." -> {
                    if (!segments.isEmpty()) {
                        segments.removeLast();
                    }
                    if (last) {
                        segments.add("");
                    }
                }
                default -> segments.add(given[i]);
            }
        }
        return "/" + String.join("/", segments);
    }

    private static String query(String raw) {
        List<String> parameters = new ArrayList<>();
        for (String parameter : encode(raw, "/:@?&=").split("&", -1)) {
            if (!parameter.isEmpty() && !isTracking(name(parameter).toLowerCase(Locale.ROOT))) {
                parameters.add(parameter);
            }
        }
        parameters.sort(Comparator.comparing(CanonicalUrl::name));
        return String.join("&", parameters);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static boolean isTracking(String name) {
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    /** Normalises percent-encoding; a per cent sign that encodes nothing stands for itself, as browsers take it. */
    private static String encode(String raw, String alsoAllowed) {
        StringBuilder out = new StringBuilder(raw.length());
        byte[] bytes = utf8(raw);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xFF;
            int encoded = octet == '%' ? hexPair(bytes, i + 1) : -1;
            if (encoded >= 0) {
                octet = encoded;
                i += 2;
                if (isUnreserved(octet)) {
                    out.append((char) octet);
                } else {
                    appendEncoded(out, octet);
                }
            } else if (isUnreserved(octet) || "!$'()*+,;".indexOf(octet) >= 0 || alsoAllowed.indexOf(octet) >= 0) {
                out.append((char) octet);
            } else {
                appendEncoded(out, octet);
            }
        }
        return out.toString();
    }

    private static byte[] utf8(String raw) {
        if (raw.codePoints().anyMatch(cp -> cp >= Character.MIN_SURROGATE && cp <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("must not contain unpaired surrogates");
        }
        return raw.getBytes(StandardCharsets.UTF_8);
    }

    private static int hexPair(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static void appendEncoded(StringBuilder out, int octet) {
        out.append('%')
                .append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
                .append(Character.toUpperCase(Character.forDigit(octet & 0xF, 16)));
    }

    private static boolean isUnreserved(int octet) {
        return (octet < 0x80 && Character.isLetterOrDigit(octet)) || "-._~".indexOf(octet) >= 0;
    }
}
