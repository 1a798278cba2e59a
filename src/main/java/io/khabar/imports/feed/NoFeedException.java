package io.khabar.imports.feed;

/** Input that is no feed, or too large to be read as one. */
public final class NoFeedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoFeedException(String problem) {
        super(problem);
    }
}
