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
 * endpoint is a template: what is answered before it is matched with one counts together, or everybody who asks for random
 * addresses could fill the registry.
 */
final class LatencyHistograms {

    private static final String METER = "http.server.requests";
    private static final String URI = "uri";

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
                String uri = id.getName().equals(METER) ? id.getTag(URI) : null;
                return uri == null || !uri.startsWith("/") || uri.equals("/") || templates.contains(uri)
                        ? id
                        : id.replaceTags(Tags.concat(id.getTagsAsIterable(), URI, "UNMATCHED"));
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
}
