package io.khabar.search.opensearch;

import java.io.IOException;
import java.io.Serial;

/** OpenSearch answered that it does not do what it was asked for. */
final class Refused extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Whether what was named is not there. */
    boolean isMissing() {
        return status == 404;
    }

    /** Whether something newer is there. */
    boolean isConflict() {
        return status == 409;
    }

    /** Whether another node, or a later moment, may do it. */
    boolean isPassing() {
        return status == 429 || status >= 500;
    }
}
