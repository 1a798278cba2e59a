package io.khabar.idempotency;

import io.khabar.http.Fault;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a client names a request by, so that it can be sent again.
 *
 * @param operation what is asked; the same key may be used for another operation
 */
public record IdempotencyKey(String operation, String key) {

    /** The header of requests. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /**
     * Reads the header.
     *
     * @return null where it is absent
     * @throws ProblemException where it is not 1 to 255 printable ASCII characters
     */
    public static @Nullable IdempotencyKey of(String operation, @Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.isBlank()
                || header.length() > LONGEST
                || !header.chars().allMatch(octet -> octet >= ' ' && octet <= '~')) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST,
                    "The header `" + HEADER + "` must be 1 to " + LONGEST + " printable ASCII characters.",
                    java.util.List.of(Fault.header(
                            HEADER, "invalid", "must be 1 to " + LONGEST + " printable ASCII characters")));
        }
        return new IdempotencyKey(operation, header);
    }
}
