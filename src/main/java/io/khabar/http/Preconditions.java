package io.khabar.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditional requests (RFC 9110, section 13). An entity tag here is {@code "VERSION-DIGEST"}: writes compare the
 * version alone, whatever representation the client read; reads compare all of it but for the coding that may be behind it
 * ({@link ContentCoding}).
 *
 * @param ifMatch versions that the client would replace; null without the header
 * @param ifMatchAny whether the header was {@code *}: any version, but one must exist
 * @param mustNotExist whether {@code If-None-Match: *} came: nothing may exist yet
 */
public record Preconditions(@Nullable List<Long> ifMatch, boolean ifMatchAny, boolean mustNotExist) {

    /** No condition. */
    public static final Preconditions NONE = new Preconditions(null, false, false);

    /**
     * Reads the headers of a write.
     *
     * @throws ProblemException {@code invalid-request} where a header is not a list of entity tags
     */
    public static Preconditions of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            return NONE;
        }
        Faults faults = new Faults();
        boolean mustNotExist = false;
        if (ifNoneMatch != null) {
            mustNotExist = ifNoneMatch.strip().equals("*");
            if (!mustNotExist) {
                faults.add(
                        Fault.header("If-None-Match", "invalid", "must be * on a write"), ProblemCode.INVALID_REQUEST);
            }
        }
        if (ifMatch == null) {
            faults.check();
            return new Preconditions(null, false, mustNotExist);
        }
        if (ifMatch.strip().equals("*")) {
            faults.check();
            return new Preconditions(null, true, mustNotExist);
        }
        List<Long> versions = new ArrayList<>();
        for (String tag : tags("If-Match", ifMatch, faults)) {
            // A weak tag never matches: If-Match compares strongly (RFC 9110, section 13.1.1). So does a foreign one.
            Long version = tag.startsWith("W/") ? null : version(tag);
            if (version != null) {
                versions.add(version);
            }
        }
        faults.check();
        return new Preconditions(versions, false, mustNotExist);
    }

    /**
     * Checks the conditions against what exists.
     *
     * @param current version of the resource; null where none exists
     * @throws ProblemException {@code version-mismatch}
     */
    public void check(@Nullable Long current) {
        if (mustNotExist && current != null) {
            throw mismatch("If-None-Match", "The resource exists already, with version " + current + ".");
        }
        if (ifMatchAny && current == null) {
            throw mismatch("If-Match", "The resource does not exist.");
        }
        if (ifMatch != null && (current == null || !ifMatch.contains(current))) {
            throw mismatch(
                    "If-Match",
                    current == null
                            ? "The resource does not exist."
                            : "The resource has version " + current + ", not the one that `If-Match` names.");
        }
    }

    private static ProblemException mismatch(String header, String detail) {
        return new ProblemException(
                ProblemCode.VERSION_MISMATCH,
                detail,
                List.of(Fault.header(header, "version-mismatch", "does not hold for the current version")));
    }

    /** Whether {@code If-None-Match} of a read names the entity tag: weak comparison, RFC 9110, section 8.8.3.2. */
    public static boolean notModified(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        Faults faults = new Faults();
        String opaque = opaque(etag);
        boolean matches = tags("If-None-Match", ifNoneMatch, faults).stream()
                .anyMatch(tag -> opaque(tag).equals(opaque));
        faults.check();
        return matches;
    }

    private static String opaque(String tag) {
        return ContentCoding.plain(tag.startsWith("W/") ? tag.substring(2) : tag);
    }

    private static @Nullable Long version(String tag) {
        int end = tag.indexOf('-');
        String digits = tag.substring(1, end < 0 ? tag.length() - 1 : end);
        if (digits.isEmpty()
                || digits.length() > 18
                || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return null;
        }
        return Long.valueOf(digits);
    }

    /** The entity tags of a header, each with its quotes. */
    private static List<String> tags(String name, String header, Faults faults) {
        List<String> tags = new ArrayList<>();
        int at = 0;
        while (at < header.length()) {
            char unit = header.charAt(at);
            if (unit == ' ' || unit == '\t' || unit == ',') {
                at++;
                continue;
            }
            int quote = header.startsWith("W/", at) ? at + 2 : at;
            int close = quote < header.length() && header.charAt(quote) == '"' ? header.indexOf('"', quote + 1) : -1;
            if (close < 0) {
                faults.add(
                        Fault.header(name, "invalid", "must be * or entity tags in double quotes, as answers carry"),
                        ProblemCode.INVALID_REQUEST);
                return List.of();
            }
            tags.add(header.substring(at, close + 1));
            at = close + 1;
        }
        return tags;
    }
}
