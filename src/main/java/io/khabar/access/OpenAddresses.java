package io.khabar.access;

import io.vertx.ext.web.RoutingContext;

/**
 * What can be read without a key even where reading needs one: the way in, what errors mean, the contract, and what
 * probes and scrapers read. And the metrics where they need one even if nothing else does.
 */
final class OpenAddresses {

    private static final String METRICS = "/q/metrics";

    private final boolean metrics;

    OpenAddresses(boolean metrics) {
        this.metrics = metrics;
    }

    /**
     * Whether a path is one of them. Compared as it was sent: a path that the router would read in another way
     * (escapes, dot segments, double slashes, parameters) is none of them, so that nothing hides behind an open one.
     */
    boolean contains(String path) {
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0 || path.contains("/.") || path.contains("//")) {
            return false;
        }
        return path.equals("/")
                || path.startsWith("/problems/")
                || path.equals("/q/health")
                || path.startsWith("/q/health/")
                || path.equals("/q/openapi")
                || path.startsWith("/q/openapi.")
                || path.equals("/q/swagger-ui")
                || path.startsWith("/q/swagger-ui/")
                || (metrics && path.equals(METRICS));
    }

    /** Whether a path needs a key though reading needs none; the path as the router reads it, however it was sent. */
    boolean isShut(RoutingContext context) {
        if (metrics) {
            return false;
        }
        try {
            String path = context.normalizedPath();
            return path.equals(METRICS) || path.startsWith(METRICS + "/");
        } catch (IllegalArgumentException malformed) {
            // It has escapes that are none, and the router refuses it.
            return false;
        }
    }
}
