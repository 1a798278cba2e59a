package io.khabar.idempotency;

import io.khabar.http.Fault;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client names a request by, so that it can be sent again.
 *
 * @param operation what is asked; the same key may be used for another operation
 */
public record IdempotencyKey(String operation, String key) {

    /** The header of requests. */
    public static final String HEADER = "Idempotency-Key";

    /** Most characters of a key. */
    public static final int LONGEST = 255;

    /** What a key looks like, as a regular expression of JSON Schema. */
    public static final String FORM = "^[ -~]+$";

    /**
     * Reads the header; not as a parameter of a resource, as to the framework an empty one is absent.
     *
     * @return null where it is absent
     * @throws ProblemException where it is not 1 to 255 printable ASCII characters
     */
    public static @Nullable IdempotencyKey of(String operation, HttpServerRequest request) {
        String header = request.getHeader(HEADER);
        if (header == null) {
            return null;
        }
        if (header.isBlank()
                || header.length() > LONGEST
                || !header.chars().allMatch(octet -> octet >= ' ' && octet <= '~')) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST,
                    "The header `" + HEADER + "` must be 1 to " + LONGEST + " printable ASCII characters.",
                    List.of(Fault.header(
                            HEADER, "invalid", "must be 1 to " + LONGEST + " printable ASCII characters")));
        }
        return new IdempotencyKey(operation, header);
    }
}
