package io.khabar.access;

import io.khabar.http.Front;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.Refusals;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks of every request who is calling, before anything else is known about it: 401 and 403 come before 404 and 405.
 *
 * <p>{@code GET}, {@code HEAD} and {@code OPTIONS} read, every other method writes, whatever the address.
 */
@Singleton
class AccessControl {

    private static final CharSequence API_KEY = HttpHeaders.createOptimized("X-API-Key");
    private static final CharSequence AUTHORIZATION = HttpHeaders.AUTHORIZATION;

    static final String WWW_AUTHENTICATE = "WWW-Authenticate";
    private static final String BEARER = "Bearer ";

    static final String CHALLENGE = "Bearer realm=\"khabar\"";
    /** To a key that may do less than what was asked (RFC 6750). */
    static final String INSUFFICIENT = CHALLENGE + ", error=\"insufficient_scope\"";

    private final KnownKeys keys;
    private final Refusals refusals;
    private final OpenAddresses open;
    private final boolean anonymousRead;

    AccessControl(KnownKeys keys, Refusals refusals, AccessSettings settings) {
        this.keys = keys;
        this.refusals = refusals;
        this.anonymousRead = settings.anonymousRead();
        this.open = new OpenAddresses(settings.anonymousMetrics());
    }

    void filter(@Observes Filters filters) {
        filters.register(this::check, Front.ACCESS_PRIORITY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap headers = request.headers();
        HttpMethod method = request.method();
        boolean reads =
                HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method) || HttpMethod.OPTIONS.equals(method);
        if (!headers.contains(AUTHORIZATION) && !headers.contains(API_KEY)) {
            if (reads && isFree(context)) {
                context.next();
            } else {
                refusals.send(
                        context,
                        unauthenticated(
                                CHALLENGE, reads ? "Reading needs an API key here." : "Writing needs an API key."));
            }
            return;
        }
        // These never depend on the database or on what a proxy adds: probes and explanations of errors.
        if (reads && open.contains(request.path())) {
            context.next();
            return;
        }
        String key = key(headers);
        if (key == null) {
            refusals.send(context, wrongKey("The request has no API key in the form that is read here, or several."));
        } else {
            authenticate(context, KeyHash.of(key), reads);
        }
    }

    private boolean isFree(RoutingContext context) {
        return anonymousRead
                ? !open.isShut(context)
                : open.contains(context.request().path());
    }

    /** The key of a request; null where there is none, or more than one, or something that cannot be one. */
    private static @Nullable String key(MultiMap headers) {
        String found = null;
        for (String authorization : headers.getAll(AUTHORIZATION)) {
            String key = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? authorization.substring(BEARER.length()).strip()
                    : "";
            if (!ApiKey.isPossible(key) || (found != null && !found.equals(key))) {
                return null;
            }
            found = key;
        }
        for (String key : headers.getAll(API_KEY)) {
            if (!ApiKey.isPossible(key) || (found != null && !found.equals(key))) {
                return null;
            }
            found = key;
        }
        return found;
    }

    private void authenticate(RoutingContext context, KeyHash hash, boolean reads) {
        CompletableFuture<Optional<ApiKey>> lookup = keys.find(hash);
        if (lookup.isDone() && !lookup.isCompletedExceptionally()) {
            decide(context, lookup.join(), reads);
            return;
        }
        // The body waits in the socket, or it would be read with nobody there to take it.
        HttpServerRequest request = context.request();
        request.pause();
        Context requestContext = Vertx.currentContext();
        var _ = lookup.whenComplete((key, failure) -> requestContext.runOnContext(_ -> {
            if (failure != null) {
                refusals.send(context, Refusals.reason(failure));
            } else {
                decide(context, key, reads);
            }
        }));
    }

    private void decide(RoutingContext context, Optional<ApiKey> key, boolean reads) {
        if (key.isEmpty()) {
            refusals.send(context, wrongKey("The API key is unknown, expired or revoked."));
        } else if (reads || key.get().role().mayWrite()) {
            Caller.note(context, key.get().role());
            context.next();
        } else {
            refusals.send(
                    context,
                    new ProblemException(
                                    ProblemCode.FORBIDDEN,
                                    "The API key has the role `reader`; writing needs the role `editor`.")
                            .header(WWW_AUTHENTICATE, INSUFFICIENT));
        }
    }

    private static ProblemException wrongKey(String detail) {
        return unauthenticated(CHALLENGE + ", error=\"invalid_token\"", detail);
    }

    private static ProblemException unauthenticated(String challenge, String detail) {
        return new ProblemException(ProblemCode.UNAUTHENTICATED, detail, List.of()).header(WWW_AUTHENTICATE, challenge);
    }
}
