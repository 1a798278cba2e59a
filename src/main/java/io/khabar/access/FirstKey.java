package io.khabar.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;

/** Sees to it at each start that somebody can write: with the key from the settings, or with one made at the first start. */
@Singleton
class FirstKey {

    private final AccessSettings settings;
    private final ApiKeyRepository keys;

    FirstKey(AccessSettings settings, ApiKeyRepository keys) {
        this.settings = settings;
        this.keys = keys;
    }

    void ensure(@Observes StartupEvent start) throws SQLException {
        // To the console and not to the log: logs are kept, copied and searched by many.
        ensure(settings.adminKey(), System.out);
    }

    /**
     * Puts the configured key in force, or makes the first one and prints it.
     *
     * @throws IllegalStateException if the configured key is too easily guessed or cannot be sent in a header
     */
    void ensure(Optional<String> configured, PrintStream console) throws SQLException {
        if (configured.isPresent()) {
            String key = configured.get();
            if (!AdminKeySetting.isAcceptable(key)) {
                throw new IllegalStateException(AdminKeySetting.NAME + " " + AdminKeySetting.RULE);
            }
            keys.putConfigured(key);
            return;
        }
        keys.generateFirst().ifPresent(key -> console.printf("""

                ------------------------------------------------------------------------
                  API key for writing, shown this once and kept nowhere:

                      %s

                  Send it as   Authorization: Bearer <key>   or   X-API-Key: <key>
                ------------------------------------------------------------------------

                """, key));
    }
}
