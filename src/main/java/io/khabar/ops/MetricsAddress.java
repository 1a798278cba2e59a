package io.khabar.ops;

import io.khabar.http.MediaRange;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.Refusals;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /q/metrics} in place of Quarkus, which refuses what it does not offer without a problem, does not know the
 * type that it sends itself, and answers every address below this one.
 */
@Singleton
@SuppressWarnings("deprecation") // Quarkus has no other registry yet.
class MetricsAddress {

    private static final String PATH = "/q/metrics";

    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry metrics;
    private final Refusals refusals;

    MetricsAddress(PrometheusMeterRegistry metrics, Refusals refusals) {
        this.metrics = metrics;
        this.refusals = refusals;
    }

    void routes(@Observes Router router) {
        // Behind the filters of http and access, and before Quarkus.
        router.get(PATH + "/*").order(-1).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (!PATH.equals(context.normalizedPath())) {
            refusals.send(context, ProblemException.notFound("There is nothing at this address."));
            return;
        }
        context.response().headers().set(HttpHeaders.VARY, "Accept");
        String type = type(MediaRange.accepted(context));
        if (type == null) {
            refusals.send(
                    context,
                    new ProblemException(
                            ProblemCode.NOT_ACCEPTABLE, "Metrics come as `" + OPEN_METRICS + "` or `" + TEXT + "`."));
            return;
        }
        context.response().headers().set(HttpHeaders.CONTENT_TYPE, type).remove(HttpHeaders.CONTENT_ENCODING);
        var _ = context.end(metrics.scrape(type));
    }

    /** The type that a client likes best; a page in a browser is shown the text. Null where it likes none. */
    private static @Nullable String type(List<MediaRange> accepted) {
        if (accepted.isEmpty()) {
            return OPEN_METRICS;
        }
        for (MediaRange range : accepted) {
            if (range.weight() > 0) {
                switch (range.name()) {
                    case "application/openmetrics-text", "application/*", "*/*" -> {
                        return OPEN_METRICS;
                    }
                    case "text/plain", "text/html", "text/*" -> {
                        return TEXT;
                    }
                    default -> {}
                }
            }
        }
        return null;
    }
}
