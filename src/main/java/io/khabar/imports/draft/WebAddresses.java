package io.khabar.imports.draft;

import io.khabar.http.CanonicalUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as they are found in pages and feeds. Nothing is looked up. */
public final class WebAddresses {
    private static final int LONGEST = 2048;

    private static final Pattern LOGIN = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]{0,30}:)?//[^/?#]*@");

    private WebAddresses() {}

    /** The address without white space around it; null where it is no absolute http or https URL of at most 2,048 characters. */
    public static @Nullable String absolute(String address) {
        String url = address.strip();
        if (url.length() > LONGEST) {
            return null;
        }
        try {
            CanonicalUrl.of(url);
            return url;
        } catch (IllegalArgumentException unusable) {
            return null;
        }
    }

    /** What is wrong with an address that cannot be used. A password that is in it is not repeated. */
    static Finding fault(String address, String field) {
        String url = address.strip();
        if (url.length() > LONGEST) {
            return Finding.warning("too-long", "The address has more than " + LONGEST + " characters.", field);
        }
        String detail = LOGIN.matcher(url).lookingAt()
                ? "The address has a user name or password, which is not published."
                : "`" + PlainText.excerpt(address) + "`: no http or https URL.";
        return Finding.warning("address-unreadable", detail, field);
    }

    /** The address as seen from a base (RFC 3986, section 5); null where the two make no absolute http or https URL. */
    public static @Nullable String resolve(@Nullable String base, @Nullable String address) {
        if (address == null || address.isBlank() || address.length() > LONGEST) {
            return null;
        }
        String stripped = address.strip();
        String absolute = absolute(stripped);
        if (absolute != null || base == null || base.length() > LONGEST) {
            return absolute;
        }
        try {
            return absolute(new URI(encoded(base)).resolve(encoded(stripped)).toString());
        } catch (URISyntaxException | IllegalArgumentException unusable) {
            return null;
        }
    }

    /** The host without {@code www.}, in lower case; null where the address is none. */
    public static @Nullable String domain(@Nullable String address) {
        URI uri = uri(address);
        if (uri == null || uri.getHost() == null) {
            return null;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** The front page of an address's host. */
    public static @Nullable String homepage(@Nullable String address) {
        URI uri = uri(address);
        return uri == null || uri.getRawAuthority() == null
                ? null
                : uri.getScheme() + "://" + uri.getRawAuthority() + "/";
    }

    /** Whether the address is that of a front page. */
    public static boolean isFrontPage(String address) {
        URI uri = uri(address);
        return uri != null
                && uri.getRawQuery() == null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
    }

    private static @Nullable URI uri(@Nullable String address) {
        try {
            return address == null || absolute(address) == null ? null : new URI(CanonicalUrl.of(address));
        } catch (URISyntaxException unusable) {
            return null;
        }
    }

    /** What browsers take and java.net does not: spaces and the like in the address. */
    private static String encoded(String address) {
        StringBuilder out = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char unit = address.charAt(i);
            if (unit <= ' ' || "\"<>\\^`{|}[]".indexOf(unit) >= 0) {
                out.append('%').append(String.format("%02X", (int) unit));
            } else {
                out.append(unit);
            }
        }
        return out.toString();
    }
}
