package io.khabar.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before it is matched with a resource, those for {@code /q/…} included, in this order: it gets
 * its id and the headers that every answer has; {@code io.khabar.access} asks who is calling; its address and method are
 * checked as far as the resources do not do that themselves.
 *
 * <p>Every request pays for this: no regular expressions and next to no objects in here.
 *
 * <p>Not hooked, because Vert.x answers before it calls anybody: a request line over
 * {@code quarkus.http.limits.max-initial-line-length} (414), a head over {@code max-header-size} (431) and a head that
 * cannot be parsed (400), each without a body and with the connection closed.
 */
@Singleton
public class Front {

    /** Where in the order of filters it is asked who is calling; higher comes earlier. */
    public static final int ACCESS_PRIORITY = 2_000_000_000;

    private static final int FIRST_PRIORITY = ACCESS_PRIORITY + 1;
    private static final int ADDRESS_PRIORITY = ACCESS_PRIORITY - 1;

    /** The key of the request's id in the mapped diagnostic context, which log formats and JSON logs show. */
    private static final String MDC_REQUEST_ID = "requestId";

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestIds.HEADER);
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence ACCEPT_ENCODING = HttpHeaders.createOptimized("Accept-Encoding");

    /** Where Quarkus chooses a form by {@code Accept}, and does not tell caches. */
    private static final String OPENAPI = "/q/openapi";

    private static final Map<Integer, ProblemCode> VERTX_STATUSES = Map.of(
            404, ProblemCode.NOT_FOUND,
            405, ProblemCode.METHOD_NOT_ALLOWED,
            406, ProblemCode.NOT_ACCEPTABLE,
            413, ProblemCode.TOO_LARGE,
            415, ProblemCode.UNSUPPORTED_MEDIA_TYPE);

    /** Whose readers hold no more than an article at a time. */
    private static final String STREAMED = "/v1/imports";

    /** Octets that any other request may announce; readers have limits of their own, far lower. */
    private static final long LARGEST_HELD = 32L << 20;

    private final Cors cors;
    private final Methods methods;
    private final Refusals refusals;
    private final Set<String> compressed;
    private final ContentCoding coding = new ContentCoding();
    private final long maxBodySize;

    Front(
            Cors cors,
            Methods methods,
            Refusals refusals,
            @ConfigProperty(name = "quarkus.http.compress-media-types") Set<String> compressed,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.cors = cors;
        this.methods = methods;
        this.refusals = refusals;
        this.compressed = Set.copyOf(compressed);
        this.maxBodySize = maxBodySize.asLongValue();
    }

    void filters(@Observes Filters filters) {
        filters.register(this::receive, FIRST_PRIORITY);
        filters.register(this::checkAddress, ADDRESS_PRIORITY);
    }

    /** Failures below the resources, which their exception mappers never see. */
    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
        // Behind Quarkus's own limit, which it sets for bodies of unknown length.
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(context -> {
            if (!STREAMED.equals(context.request().path())) {
                context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LARGEST_HELD);
            }
            context.next();
        });
        for (int status : new int[] {400, 404, 405, 500}) {
            router.errorHandler(status, this::fail);
        }
    }

    private void receive(RoutingContext context) {
        prepare(context);
        if (Cors.isPreflight(context.request())) {
            cors.preflight(context);
        } else {
            context.next();
        }
    }

    private void prepare(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap headers = context.response().headers();
        String id = RequestIds.saneOrNew(request.getHeader(REQUEST_ID));
        MDC.put(MDC_REQUEST_ID, id);
        headers.set(REQUEST_ID, id).set(CONTENT_TYPE_OPTIONS, NOSNIFF);
        cors.grant(request.getHeader(HttpHeaders.ORIGIN), headers);
        context.addHeadersEndHandler(_ -> {
            if (OPENAPI.equals(request.path())) {
                headers.set(HttpHeaders.VARY, "Accept");
            }
            vary(headers);
            compress(context.response());
            tag(request.headers(), context.response());
        });
    }

    /**
     * Quarkus marks every answer as not to be compressed, and takes the mark off those of matched resources alone; problems
     * of unmatched addresses and what lies below {@code /q/} would stay large.
     */
    private void compress(HttpServerResponse response) {
        MultiMap headers = response.headers();
        if (response.getStatusCode() != 304
                && headers.contains(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY, false)
                && isCompressed(headers.get(HttpHeaders.CONTENT_TYPE))) {
            headers.remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    /** Gives an answer that will be compressed, or stands for one that would be, the entity tag of that coding. */
    private void tag(MultiMap asked, HttpServerResponse response) {
        MultiMap headers = response.headers();
        String tag = headers.get(HttpHeaders.ETAG);
        if (tag == null || tag.startsWith("W/")) {
            return;
        }
        boolean coded = response.getStatusCode() == 304
                || (isCompressed(headers.get(HttpHeaders.CONTENT_TYPE))
                        && !headers.contains(HttpHeaders.CONTENT_ENCODING));
        String coding = coded ? this.coding.chosen(asked) : null;
        if (coding != null) {
            headers.set(HttpHeaders.ETAG, ContentCoding.coded(tag, coding));
        }
    }

    private boolean isCompressed(@Nullable String type) {
        if (type == null) {
            return false;
        }
        int parameters = type.indexOf(';');
        return compressed.contains(parameters < 0 ? type : type.substring(0, parameters));
    }

    /** Any answer may be compressed, so caches must know; a resource sets {@code Vary} without thinking of it. */
    private void vary(MultiMap headers) {
        String vary = headers.get(HttpHeaders.VARY);
        if (vary == null) {
            headers.set(HttpHeaders.VARY, cors.varies() ? "Accept-Encoding, Origin" : ACCEPT_ENCODING);
        } else {
            headers.set(HttpHeaders.VARY, vary + (cors.varies() ? ", Accept-Encoding, Origin" : ", Accept-Encoding"));
        }
    }

    private void checkAddress(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpMethod method = request.method();
        if (RequestTarget.needsEscapes(request.uri())) {
            // Arabic typed straight into curl arrives as bare UTF-8. It means what its escapes would mean.
            context.reroute(method, RequestTarget.escaped(pathAndQuery(request)));
            return;
        }
        ProblemException broken = RequestHeaders.settle(request.headers());
        if (broken != null) {
            refusals.send(context, broken);
            return;
        }
        String path = request.path();
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            ProblemException fault = RequestTarget.fault(path);
            if (fault != null) {
                refusals.send(context, fault);
                return;
            }
        }
        if (!HttpMethod.GET.equals(method)) {
            checkMethod(context, request, method);
        } else if (isLargerThanAnything(request)) {
            // A body means nothing here (RFC 9110, section 9.3.1), but Quarkus looks at its length, too.
            refusals.send(context, tooLarge());
        } else {
            context.next();
        }
    }

    /** The target in origin form: proxies send the absolute one (RFC 9112, section 3.2.2). */
    private static String pathAndQuery(HttpServerRequest request) {
        String query = request.query();
        return query == null ? request.path() : request.path() + "?" + query;
    }

    private void checkMethod(RoutingContext context, HttpServerRequest request, HttpMethod method) {
        boolean framework = request.path().startsWith("/q/") || request.path().equals("/");
        if (HttpMethod.HEAD.equals(method)) {
            if (isLargerThanAnything(request)) {
                refusals.send(context, tooLarge());
            } else if (framework) {
                // Quarkus routes GET alone here. The response still knows that it answers HEAD and sends no body.
                context.reroute(HttpMethod.GET, pathAndQuery(request));
            } else {
                context.next();
            }
            return;
        }
        if (HttpMethod.OPTIONS.equals(method)) {
            options(context);
            return;
        }
        String allowed = framework ? methods.allowed(context.normalizedPath()) : null;
        if (allowed != null) {
            refusals.send(context, Methods.notAllowed(allowed));
        } else if (isLargerThanAnything(request)) {
            refusals.send(context, tooLarge());
        } else {
            context.next();
        }
    }

    /**
     * What no reader would read to its end anyway; smaller ones are the business of who reads them. Imports are read as
     * streams, and limit what one article may have: for them there is only Quarkus's own limit, which it would answer
     * without a body.
     */
    private boolean isLargerThanAnything(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return false;
        }
        // Nineteen digits overflow a long; Quarkus would fail to parse them.
        return length.length() > 18
                || Long.parseLong(length) > (STREAMED.equals(request.path()) ? maxBodySize : LARGEST_HELD);
    }

    private static ProblemException tooLarge() {
        return new ProblemException(ProblemCode.TOO_LARGE, ProblemCode.TOO_LARGE.explanation());
    }

    private void options(RoutingContext context) {
        String allowed = methods.allowed(context.normalizedPath());
        if (allowed == null) {
            refusals.send(context, ProblemException.notFound("There is nothing at this address."));
            return;
        }
        MultiMap headers = context.response().headers();
        headers.set(HttpHeaders.ALLOW, allowed);
        if (allowed.contains("PATCH")) {
            headers.set("Accept-Patch", "application/merge-patch+json");
        }
        context.response().setStatusCode(204).end();
    }

    private void fail(RoutingContext context) {
        if (!context.response().headers().contains(REQUEST_ID)) {
            prepare(context);
        }
        refusals.send(context, problem(context.statusCode(), context.failure()));
    }

    private static ProblemException problem(int status, @Nullable Throwable failure) {
        ProblemCode known = VERTX_STATUSES.get(status);
        if (known != null) {
            return new ProblemException(known, known.explanation());
        }
        // Without a status: matching the address failed, and only malformed ones do that to it.
        if (status >= 500 || (status < 0 && !(failure instanceof IllegalArgumentException))) {
            return Refusals.reason(failure == null ? new IllegalStateException("status " + status) : failure);
        }
        return new ProblemException(ProblemCode.INVALID_REQUEST, "The request line or the `Host` header is malformed.");
    }
}
