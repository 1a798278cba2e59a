package io.khabar.ops;

import io.khabar.http.Methods;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Latency of each endpoint as a histogram, from which Prometheus computes percentiles over all instances. An
 * endpoint is a template: what is answered before it is matched with one counts together, and so do methods that clients
 * make up, or everybody who asks for random addresses with random methods could fill the registry.
 */
final class LatencyHistograms {

    private static final String METER = "http.server.requests";
    static final String URI = "uri";

    /** All meters of the server, which may tell requests apart by method. */
    private static final String METERS = "http.server.";

    private static final String METHOD = "method";

    /** Methods that some address knows; in metrics every other one is {@code OTHER}. */
    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /**
     * Upper bounds in seconds. Reads are to take a few milliseconds, a timeout is 5 s; between them steps of about two.
     * Each is a time series per endpoint, method and status, so there are no more than needed.
     */
    private static final double[] BOUNDS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
            .mapToDouble(milliseconds -> Duration.ofMillis(milliseconds).toNanos())
            .toArray();

    @Produces
    @Singleton
    MeterFilter latencyOfRequests(Methods methods) {
        Set<String> templates = methods.templates();
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (!id.getName().startsWith(METERS)) {
                    return id;
                }
                String method = id.getTag(METHOD);
                String uri = id.getName().equals(METER) ? id.getTag(URI) : null;
                Meter.Id known = method == null || KNOWN.contains(method) ? id : replaced(id, METHOD, "OTHER");
                return uri == null || !uri.startsWith("/") || uri.equals("/") || templates.contains(uri)
                        ? known
                        : replaced(known, URI, "UNMATCHED");
            }

            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                if (!id.getName().equals(METER)) {
                    return config;
                }
                return DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(BOUNDS)
                        .build()
                        .merge(config);
            }
        };
    }

    private static Meter.Id replaced(Meter.Id id, String tag, String value) {
        return id.replaceTags(Tags.concat(id.getTagsAsIterable(), tag, value));
    }
}
