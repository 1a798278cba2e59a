package io.khabar.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the faults of one stage of a request, so that a client learns of all of them at once.
 *
 * <p>Faults come in stages: of what cannot be read, then of what does not have the right shape, then of what refers to
 * something that is not there. {@link #check()} ends a stage.
 */
public final class Faults {

    /** A hostile body has no end of faults; a person reads a few. */
    private static final int MOST = 100;

    private record Found(Fault fault, ProblemCode alone) {}

    private final List<Found> found = new ArrayList<>();

    /**
     * Adds a fault, unless it was found already: a value that is read in two ways is wrong once.
     *
     * @param alone the problem's code if this stays the only fault
     */
    public void add(Fault fault, ProblemCode alone) {
        boolean known = found.stream().anyMatch(one -> one.fault().equals(fault));
        if (!known && found.size() < MOST) {
            found.add(new Found(fault, alone));
        }
    }

    /** Adds a fault of a query parameter. */
    public void parameter(String name, String code, String detail) {
        add(Fault.parameter(name, code, detail), ProblemCode.INVALID_REQUEST);
    }

    /** Adds a fault at a place in the body. */
    public void pointer(String pointer, String code, String detail) {
        add(Fault.pointer(pointer, code, detail), ProblemCode.INVALID_REQUEST);
    }

    public boolean any() {
        return !found.isEmpty();
    }

    /**
     * Ends the stage.
     *
     * @throws ProblemException listing what was found, if anything was
     */
    public void check() {
        if (found.size() == 1) {
            Found only = found.getFirst();
            throw new ProblemException(only.alone(), only.fault().sentence(), List.of(only.fault()));
        }
        if (!found.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST,
                    "The request has " + found.size() + " faults, listed in `errors`.",
                    found.stream().map(Found::fault).toList());
        }
    }
}
