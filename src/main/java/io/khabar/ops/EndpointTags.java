package io.khabar.ops;

import io.khabar.http.Methods;
import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;

/**
 * Counts under their endpoint what Quarkus counts elsewhere: pages that have not changed, and what is answered before an
 * address is matched with a resource. Addresses are matched here for those alone, as that takes a while.
 */
@Singleton
class EndpointTags implements HttpServerMetricsTagsContributor {

    private static final int NOT_MODIFIED = 304;
    private static final int FIRST_ERROR = 400;

    private final Methods methods;

    EndpointTags(Methods methods) {
        this.methods = methods;
    }

    @Override
    public Tags contribute(Context context) {
        int status = context.response().statusCode();
        HttpMethod method = context.request().method();
        if (status != NOT_MODIFIED && status < FIRST_ERROR && !HttpMethod.OPTIONS.equals(method)) {
            return Tags.empty();
        }
        String template = methods.templateOf(context.request().path());
        return template == null ? Tags.empty() : Tags.of(LatencyHistograms.URI, template);
    }
}
