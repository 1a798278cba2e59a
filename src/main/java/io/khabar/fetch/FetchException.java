package io.khabar.fetch;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A document could not be fetched. The message is a sentence for a person. */
public final class FetchException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Reason {
        /** The address is none that is asked: not http or https, or with a user name. */
        ADDRESS_INVALID,
        /** The address, or one that it leads to, is not public. */
        ADDRESS_NOT_PUBLIC,
        HOST_UNKNOWN,
        CONNECTION_FAILED,
        TIMEOUT,
        TOO_MANY_REDIRECTS,
        /** A redirect leads nowhere that can be asked. */
        REDIRECT_INVALID,
        TOO_LARGE,
        /** What was sent is not what its encoding says. */
        ENCODING_INVALID,
        /** Another status than 200. */
        STATUS,
        /** 410: it is gone for good. */
        GONE;

        /** As clients see it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final @Nullable Integer status;
    private final transient @Nullable Instant retryAt;

    FetchException(Reason reason, String detail) {
        this(reason, detail, null, null);
    }

    FetchException(Reason reason, String detail, @Nullable Integer status, @Nullable Instant retryAt) {
        // An outcome, no malfunction: without a stack trace.
        super(detail, null, false, false);
        this.reason = reason;
        this.status = status;
        this.retryAt = retryAt;
    }

    public Reason reason() {
        return reason;
    }

    /** The last status that was answered; null where none was. */
    public @Nullable Integer status() {
        return status;
    }

    /** The header {@code Retry-After}: not to be asked again before that. */
    public @Nullable Instant retryAt() {
        return retryAt;
    }
}
