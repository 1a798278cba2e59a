package io.khabar.http;

/** A record with rules that join several of its fields; {@link RecordReader} has them checked after each field's own. */
public interface Checked {

    /**
     * Reports what is wrong with the fields together.
     *
     * @param pointer where the record stands in the body (RFC 6901)
     */
    void check(String pointer, Faults faults);
}
