package io.khabar.imports.text;

/** Bytes that are not the text they are said to be. */
public final class MalformedTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    MalformedTextException(String problem, int offset) {
        super(problem + " at byte " + offset);
        this.offset = offset;
    }

    /** Where in the input, in bytes from its first one. */
    public int offset() {
        return offset;
    }
}
