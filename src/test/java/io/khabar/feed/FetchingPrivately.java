package io.khabar.feed;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service that may ask servers on loopback, where the tests have theirs, and gives up soon. */
public final class FetchingPrivately implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "khabar.feeds.allow-private", "true", "khabar.feeds.timeout", "2S", "khabar.feeds.max-size", "1M");
    }
}
