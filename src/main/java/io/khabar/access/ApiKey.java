package io.khabar.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that has not been revoked. The key itself is known to its holder alone.
 *
 * @param name what a person calls it
 * @param hash what is compared with the keys of requests
 * @param expiresAt from when on it is no longer valid; null if never
 */
record ApiKey(
        UUID id,
        String name,
        KeyHash hash,
        Role role,
        @Nullable Instant expiresAt) {

    /** What generated keys begin with, so that scanners of published code recognise one that leaked. */
    static final String PREFIX = "khb_";

    /** Shorter keys are not even looked up, and not accepted as settings. */
    static final int SHORTEST = 24;

    private static final int LONGEST = 200;
    private static final int RANDOM_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new key: 256 random bits. */
    static String generate() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a text could be a key: 24 to 200 characters of {@code token68} (RFC 9110, section 11.2). */
    static boolean isPossible(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~+/=".indexOf(c) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    boolean isValidAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
