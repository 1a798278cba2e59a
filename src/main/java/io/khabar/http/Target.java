package io.khabar.http;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a request is addressed to. That there is nothing comes before what is wrong with the request (section 1 of the
 * contract, order of checks); since a request is rarely wrong, existence is looked up only then.
 *
 * @param exists whether there is something
 * @param unknown the problem if there is not
 */
public record Target(BooleanSupplier exists, Supplier<ProblemException> unknown) {

    /** Reads a part of the request; if it is faulty and there is nothing here, that is the problem. */
    public <T> T read(Supplier<T> part) {
        try {
            return part.get();
        } catch (ProblemException faulty) {
            throw exists.getAsBoolean() ? faulty : unknown.get();
        }
    }

    /** Checks that a request has no query parameter but those that are declared, and no fault in them. */
    public void check(Parameters parameters) {
        read(() -> {
            parameters.check();
            return parameters;
        });
    }
}
