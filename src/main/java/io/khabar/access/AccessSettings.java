package io.khabar.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who may use the service. */
@ConfigMapping(prefix = "khabar.access")
interface AccessSettings {

    /**
     * A key with the role {@code admin}, 24 to 200 letters, digits and {@code -._~+/=}; also {@code KHABAR_ADMIN_KEY}. When
     * it changes, the one before is revoked. When it is taken away, the last one stays valid.
     */
    Optional<String> adminKey();

    /** Whether reading needs no key. */
    @WithDefault("true")
    boolean anonymousRead();

    /** Whether {@code /q/metrics} needs no key, even where reading does. */
    @WithDefault("true")
    boolean anonymousMetrics();

    /** How long a key that was revoked, perhaps through another instance, may still be taken for valid. */
    @WithDefault("30S")
    Duration revocationDelay();
}
