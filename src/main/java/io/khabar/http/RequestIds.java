package io.khabar.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The id of the request that is being answered: on every response, in every problem and log line. */
@Singleton
public class RequestIds {

    /** The header that carries it, on requests and responses. */
    public static final String HEADER = "X-Request-Id";

    private final CurrentVertxRequest request;

    RequestIds(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The id of the current request; empty outside of one. */
    public String current() {
        @Nullable RoutingContext context = request.getCurrent();
        String id = context == null ? null : context.response().headers().get(HEADER);
        return id == null ? "" : id;
    }
}
