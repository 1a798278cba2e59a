package io.khabar.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What the framework leaves out of negotiating content: codings of bodies, and types that a client rules out. */
class Negotiation {

    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    /** Refuses a body in a coding, which would be read as if it were in none, and says what is read (RFC 9110, section 15.5.16). */
    @ServerRequestFilter
    void coding(HttpServerRequest request) {
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null
                && WITH_BODY.contains(request.method())
                && !coding.strip().equalsIgnoreCase("identity")) {
            throw new NotSupportedException(Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE)
                    .header(HttpHeaders.ACCEPT_ENCODING.toString(), "identity")
                    .build());
        }
    }

    /** Refuses where all that could be sent has the weight 0 (RFC 9110, section 12.5.1); to the framework that is only little. */
    @ServerRequestFilter
    void ruledOut(RoutingContext context, ResourceInfo resource) {
        List<MediaRange> accepted = MediaRange.accepted(context);
        if (accepted.stream().noneMatch(range -> range.weight() == 0)) {
            return;
        }
        if (!isAnyAccepted(produced(resource.getResourceMethod()), accepted)) {
            throw new NotAcceptableException();
        }
    }

    /** What a method of a resource sends; nothing where it does not say. */
    static List<MediaType> produced(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        if (produces == null) {
            produces = method.getDeclaringClass().getAnnotation(Produces.class);
        }
        return produces == null
                ? List.of()
                : Stream.of(produces.value()).map(MediaType::valueOf).toList();
    }

    /** Whether a client takes one of the types, of which there may be none to choose from. */
    static boolean isAnyAccepted(List<MediaType> types, List<MediaRange> accepted) {
        return types.isEmpty()
                || accepted.isEmpty()
                || types.stream().anyMatch(type -> type.isWildcardType() || isAccepted(type, accepted));
    }

    /** Whether the range that says most about a type lets it through. */
    private static boolean isAccepted(MediaType type, List<MediaRange> accepted) {
        for (String range : List.of(type.getType() + "/" + type.getSubtype(), type.getType() + "/*", "*/*")) {
            List<MediaRange> said =
                    accepted.stream().filter(one -> range.equals(one.name())).toList();
            if (!said.isEmpty()) {
                return said.stream().anyMatch(one -> one.weight() > 0);
            }
        }
        return false;
    }
}
