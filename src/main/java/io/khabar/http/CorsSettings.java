package io.khabar.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which web pages of other origins may use the service from a browser. */
@ConfigMapping(prefix = "khabar.cors")
interface CorsSettings {

    /** Origins whose pages may read, such as {@code https://example.org}; {@code *} for any. */
    @WithDefault("*")
    List<String> origins();

    /** Origins whose pages may also write, with an API key. None by default. */
    Optional<List<String>> writeOrigins();

    /** How long a browser may remember what it was allowed. */
    @WithDefault("PT2H")
    Duration maxAge();
}
