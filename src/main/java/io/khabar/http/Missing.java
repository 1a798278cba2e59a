package io.khabar.http;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out that nothing is at an address. The framework matches a request's method and media types before a resource
 * sees it, but that nothing is there comes first (section 1 of the contract, order of checks).
 */
@Singleton
class Missing {

    private final List<Members> collections;

    Missing(@All List<Members> collections) {
        this.collections = collections;
    }

    /** The problem of an address that leads to nothing; null where it leads to something. Asks the database. */
    @Nullable ProblemException at(RoutingContext request) {
        String path = request.normalizedPath();
        for (Members collection : collections) {
            if (path.startsWith(collection.path())) {
                String rest = path.substring(collection.path().length());
                int slash = rest.indexOf('/');
                boolean below = slash >= 0 && slash < rest.length() - 1;
                return missing(collection, slash < 0 ? rest : rest.substring(0, slash), below, request);
            }
        }
        return null;
    }

    private static @Nullable ProblemException missing(
            Members collection, String address, boolean below, RoutingContext request) {
        try {
            Target target = collection.member(address);
            boolean creates = !below && HttpMethod.PUT.equals(request.request().method());
            return creates || target.exists().getAsBoolean()
                    ? null
                    : target.unknown().get();
        } catch (ProblemException malformed) {
            return malformed;
        }
    }
}
