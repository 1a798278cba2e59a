package io.khabar.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends a request with a problem. It is an outcome, not a malfunction: it has no stack trace and is not logged.
 */
public final class ProblemException extends RuntimeException {

    private final ProblemCode code;
    private final String detail;
    private final List<Fault> faults;
    private final Map<String, Object> extensions = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public ProblemException(ProblemCode code, String detail, List<Fault> faults) {
        super(code.code() + ": " + detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    /** The problem of a single fault, reported under a code of its own. */
    public static ProblemException of(ProblemCode code, Fault fault) {
        return new ProblemException(code, fault.sentence(), List.of(fault));
    }

    /** There is nothing at the requested address. */
    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemCode.NOT_FOUND, what);
    }

    /** Adds an extension member (RFC 9457, section 3.2) to the problem. */
    public ProblemException with(String member, Object value) {
        extensions.put(member, value);
        return this;
    }

    /** Adds a response header. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Further members of the problem. */
    public Map<String, Object> extensions() {
        return extensions;
    }

    Map<String, String> headers() {
        return headers;
    }
}
