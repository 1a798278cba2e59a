package io.khabar.fetch;

import java.time.Duration;

/**
 * What a fetch may do.
 *
 * @param connect longest time until a connection is made
 * @param whole longest time until all is read, redirects and look-ups of names included
 * @param maxBytes largest document, as it is sent and unpacked
 */
public record FetchLimits(Duration connect, Duration whole, int maxBytes) {}
