package io.khabar.date;

/** A text that is not a date or not a period. The message is one sentence for the client, without line breaks. */
public final class InvalidDateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidDateException(String message) {
        super(message);
    }
}
