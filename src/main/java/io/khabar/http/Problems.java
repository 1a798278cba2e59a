package io.khabar.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;
import org.jspecify.annotations.Nullable;

/** The one place where whatever was thrown becomes a problem. */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    /** Seconds that a client should wait for a database that is away; most restarts take less. */
    private static final String RETRY_AFTER = "2";

    private static final Map<Integer, ProblemCode> FRAMEWORK_STATUSES = Map.of(
            401, ProblemCode.UNAUTHENTICATED,
            403, ProblemCode.FORBIDDEN,
            404, ProblemCode.NOT_FOUND,
            405, ProblemCode.METHOD_NOT_ALLOWED,
            406, ProblemCode.NOT_ACCEPTABLE,
            413, ProblemCode.TOO_LARGE,
            415, ProblemCode.UNSUPPORTED_MEDIA_TYPE);

    /** What the framework finds wrong with a request before a resource could say that nothing is there. */
    private static final Set<ProblemCode> AFTER_NOT_FOUND =
            Set.of(ProblemCode.METHOD_NOT_ALLOWED, ProblemCode.NOT_ACCEPTABLE, ProblemCode.UNSUPPORTED_MEDIA_TYPE);

    private final RequestIds requestIds;
    private final Methods methods;
    private final CurrentVertxRequest request;
    private final Missing missing;
    private final ExecutorService threads;

    Problems(
            RequestIds requestIds,
            Methods methods,
            CurrentVertxRequest request,
            Missing missing,
            @VirtualThreads ExecutorService threads) {
        this.missing = missing;
        this.threads = threads;
        this.requestIds = requestIds;
        this.methods = methods;
        this.request = request;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException thrown) {
        return response(thrown);
    }

    @ServerExceptionMapper
    public Uni<Response> framework(WebApplicationException thrown) {
        int status = thrown.getResponse().getStatus();
        if (status < 400) {
            return Uni.createFrom().item(thrown.getResponse());
        }
        ProblemCode code = FRAMEWORK_STATUSES.get(status);
        if (code == null) {
            if (status >= 500) {
                return Uni.createFrom().item(response(fault(thrown)));
            }
            code = ProblemCode.INVALID_REQUEST;
        }
        if (code == ProblemCode.UNSUPPORTED_MEDIA_TYPE && nothingIsAccepted()) {
            // The framework looks at the body first.
            code = ProblemCode.NOT_ACCEPTABLE;
            return unlessMissing(new ProblemException(code, code.explanation()));
        }
        String codings = thrown.getResponse().getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        if (codings != null) {
            return unlessMissing(
                    new ProblemException(code, "A body is read as it is: send it without `Content-Encoding`.")
                            .header(HttpHeaders.ACCEPT_ENCODING, codings));
        }
        ProblemException problem = new ProblemException(code, code.explanation());
        boolean patch = code == ProblemCode.UNSUPPORTED_MEDIA_TYPE
                && HttpMethod.PATCH.equals(request.getCurrent().request().method());
        // RFC 5789, section 2.2: what a patch may be instead.
        return unlessMissing(patch ? problem.header("Accept-Patch", MergePatch.MEDIA_TYPE) : problem);
    }

    private boolean nothingIsAccepted() {
        RoutingContext current = request.getCurrent();
        return !Negotiation.isAnyAccepted(
                methods.produced(
                        current.normalizedPath(), current.request().method().name()),
                MediaRange.accepted(current));
    }

    /** Named because Quarkus has a mapper of its own for it in dev mode, with a page that lists the resources. */
    @ServerExceptionMapper
    public Uni<Response> notFound(NotFoundException thrown) {
        // An address of two resources of which only the other one has the method is not found by the framework.
        String allowed = methods.allowed(request.getCurrent().normalizedPath());
        String method = request.getCurrent().request().method().name();
        return allowed == null || List.of(allowed.split(", ", -1)).contains(method)
                ? framework(thrown)
                : unlessMissing(Methods.notAllowed(allowed));
    }

    @ServerExceptionMapper
    public Uni<Response> notAllowed(NotAllowedException thrown) {
        String allowed = methods.allowed(request.getCurrent().normalizedPath());
        return allowed == null ? framework(thrown) : unlessMissing(Methods.notAllowed(allowed));
    }

    /** The problem, or that nothing is at the address, which is found out on a thread that may wait for the database. */
    private Uni<Response> unlessMissing(ProblemException problem) {
        if (!AFTER_NOT_FOUND.contains(problem.code())) {
            return Uni.createFrom().item(response(problem));
        }
        RoutingContext current = request.getCurrent();
        return Uni.createFrom()
                .item(() -> missing.at(current))
                .runSubscriptionOn(threads)
                .onItemOrFailure()
                .transform((nothing, failed) ->
                        failed != null ? anything(failed) : response(nothing == null ? problem : nothing));
    }

    @ServerExceptionMapper
    public Response anything(Throwable thrown) {
        return response(unforeseen(thrown));
    }

    /** The problem of what nobody has foreseen: of the database or the client, where that is the reason, or a fault of ours. */
    static ProblemException unforeseen(Throwable thrown) {
        String reason = ofDatabase(thrown);
        if (reason == null) {
            return bodyBrokeOff(thrown) ? incomplete(thrown) : fault(thrown);
        }
        // One line, not a trace for each request: while a database is away, every request comes here.
        LOG.warnf("%s (%s)", reason, root(thrown).getMessage());
        return new ProblemException(ProblemCode.UNAVAILABLE, reason).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }

    /** The problem of a body that did not arrive. Whoever broke off will not read it; whoever stalled may. */
    private static ProblemException incomplete(Throwable thrown) {
        LOG.debugf("A body did not arrive as a whole: %s", root(thrown).getMessage());
        return new ProblemException(
                ProblemCode.INVALID_REQUEST,
                "The body did not arrive as a whole.",
                List.of(Fault.pointer("", "incomplete", "did not arrive as a whole")));
    }

    /** The problem of a fault of ours, which is noted in the log with its trace. */
    private static ProblemException fault(Throwable thrown) {
        LOG.error("A request failed", thrown);
        return new ProblemException(
                ProblemCode.INTERNAL, "A fault of the service; it is in the log under the request id.");
    }

    private Response response(ProblemException thrown) {
        Response.ResponseBuilder response = Response.status(thrown.code().status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Problem.of(thrown, requestIds.current()));
        thrown.headers().forEach(response::header);
        return response.build();
    }

    /**
     * What the database has to do with it; null where the reason is the request or our code: connection failures
     * (SQLSTATE class 08), a server that is stopping or starting (57P0x) or has no connections left (53300), a pool that
     * gave none in time, and a statement that took longer than it may (57014).
     */
    private static @Nullable String ofDatabase(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failed) {
                String state = failed.getSQLState();
                if (state == null && String.valueOf(failed.getMessage()).contains("cquisition timeout")) {
                    return "The database is busy with other requests, or cannot be reached. Try again shortly.";
                }
                if (state != null && state.equals("57014")) {
                    return "The answer would have taken the database too long. Narrow the filters, or do not count.";
                }
                if (state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"))) {
                    return "The database cannot be reached at the moment. Try again shortly.";
                }
            }
            if (cause.getCause() == cause) {
                break;
            }
        }
        return null;
    }

    /**
     * Whether the body of the request stopped arriving. Only where it was thrown tells: the framework's stream of a body
     * throws plain {@link IOException}, as files and sockets of our own do.
     */
    private static boolean bodyBrokeOff(Throwable thrown) {
        for (Throwable cause = thrown; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && Stream.of(cause.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(VertxInputStream.class.getName()))) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
