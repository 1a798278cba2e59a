package io.khabar.fetch;

import io.khabar.http.CanonicalUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Where a request goes.
 *
 * @param secure whether by TLS
 * @param host a name in ASCII, or an address, one of IPv6 in brackets
 * @param path path and query as they were written, with what does not belong encoded: signatures hang on each letter
 */
record WebTarget(boolean secure, String host, int port, String path) {

    /**
     * Reads an absolute http or https address. Host and port are those of its canonical form, so that there is one reading
     * of what is checked and what is connected to.
     *
     * @throws IllegalArgumentException with what is wrong with it, a user name or password too
     */
    static WebTarget of(String url) {
        String text = url.strip();
        String canonical = CanonicalUrl.of(text);
        boolean secure = canonical.startsWith("https:");
        int start = canonical.indexOf("://") + 3;
        String authority = canonical.substring(start, canonical.indexOf('/', start));
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        return new WebTarget(
                secure,
                hasPort ? authority.substring(0, colon) : authority,
                hasPort ? Integer.parseInt(authority.substring(colon + 1)) : secure ? 443 : 80,
                path(text));
    }

    private static String path(String text) {
        int start = text.indexOf("://") + 3;
        while (start < text.length() && "/?#".indexOf(text.charAt(start)) < 0) {
            start++;
        }
        int fragment = text.indexOf('#', start);
        String path = encoded(text.substring(start, fragment < 0 ? text.length() : fragment))
                // Only around an address of IPv6 they may stand as they are.
                .replace("[", "%5B")
                .replace("]", "%5D");
        return path.startsWith("/") ? path : "/" + path;
    }

    /** The target that a reference means from here (RFC 3986, section 5): where a redirect leads. */
    WebTarget resolve(String reference) {
        String written = encoded(reference.strip());
        String here = url();
        if (written.startsWith("?")) {
            // The JDK follows RFC 2396 here, which means a sibling without a name.
            int query = here.indexOf('?');
            return of((query < 0 ? here : here.substring(0, query)) + written);
        }
        return of(URI.create(here).resolve(written).toString());
    }

    /**
     * The target that the header {@code Location} means from here.
     *
     * @param location its octets as characters. Those beyond ASCII, which should not be there, are asked for as they came
     *     (browsers do that): as UTF-8 where they are that
     */
    WebTarget redirected(String location) {
        StringBuilder ascii = new StringBuilder(location.length());
        for (int i = 0; i < location.length(); i++) {
            char octet = location.charAt(i);
            if (octet < 0x80) {
                ascii.append(octet);
            } else {
                ascii.append('%').append(String.format("%02X", octet & 0xFF));
            }
        }
        return resolve(ascii.toString());
    }

    /** The whole address, in ASCII. */
    String url() {
        boolean usual = port == (secure ? 443 : 80);
        return (secure ? "https://" : "http://") + host + (usual ? "" : ":" + port) + path;
    }

    /** The host without the brackets of IPv6, as it is resolved. */
    String name() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** With what belongs in no address encoded, a per cent sign that encodes nothing too, and what is encoded as it is. */
    private static String encoded(String written) {
        StringBuilder encoded = new StringBuilder(written.length());
        byte[] octets = written.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < octets.length; i++) {
            byte octet = octets[i];
            boolean odd = octet <= ' ' || octet == 0x7F || "\"<>\\^`{|}".indexOf(octet) >= 0;
            if (odd || (octet == '%' && !(isHex(octets, i + 1) && isHex(octets, i + 2)))) {
                encoded.append('%').append(String.format("%02X", octet & 0xFF));
            } else {
                encoded.append((char) octet);
            }
        }
        return encoded.toString();
    }

    private static boolean isHex(byte[] octets, int at) {
        return at < octets.length && Character.digit(octets[at], 16) >= 0;
    }
}
