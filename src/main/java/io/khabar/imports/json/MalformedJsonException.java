package io.khabar.imports.json;

/** Text that is no JSON, however kindly it is read. */
public final class MalformedJsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String problem, int offset) {
        super(problem + " at character " + offset);
    }
}
