package io.khabar.access;

import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Who sends the request that is answered. {@link AccessControl} let it in; some things need more than that. */
@Singleton
public class Caller {

    private static final String ROLE = Caller.class.getName() + ".role";

    private final CurrentVertxRequest requests;

    Caller(CurrentVertxRequest requests) {
        this.requests = requests;
    }

    /** Notes the role of the key that a request has. */
    static void note(RoutingContext request, Role role) {
        request.put(ROLE, role);
    }

    /**
     * Lets editors and administrators pass: for reads that are not open to all. Writes need no such question.
     *
     * @throws ProblemException {@code unauthenticated} without a key, {@code forbidden} for readers
     */
    public void requireEditor() {
        RoutingContext request = requests.getCurrent();
        Role role = request == null ? null : request.get(ROLE);
        if (role == null) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED, "Reading this needs an API key.")
                    .header(AccessControl.WWW_AUTHENTICATE, AccessControl.CHALLENGE);
        }
        if (!role.mayWrite()) {
            throw new ProblemException(
                            ProblemCode.FORBIDDEN,
                            "The API key has the role `reader`; reading this needs the role `editor`.")
                    .header(AccessControl.WWW_AUTHENTICATE, AccessControl.INSUFFICIENT);
        }
    }

    /**
     * Lets administrators pass.
     *
     * @throws ProblemException {@code forbidden} for others
     */
    public void requireAdmin() {
        RoutingContext request = requests.getCurrent();
        Role role = request == null ? null : request.get(ROLE);
        if (role != Role.ADMIN) {
            String had = role == null
                    ? "no key"
                    : "a key with the role `" + role.name().toLowerCase(Locale.ROOT) + "`";
            throw new ProblemException(
                            ProblemCode.FORBIDDEN, "The request has " + had + "; this needs the role `admin`.")
                    .header(AccessControl.WWW_AUTHENTICATE, AccessControl.INSUFFICIENT);
        }
    }
}
