package io.khabar.ops;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Started when the schema is the one this build expects. Migrations run before the port opens: no answer, not started. */
@Startup
@Singleton
class MigrationHealth implements HealthCheck {

    private final String expected;
    private final int pending;

    MigrationHealth(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        this.expected = all[all.length - 1].getVersion().getVersion();
        this.pending = flyway.info().pending().length;
    }

    /** The version of the newest migration in this build. */
    String expected() {
        return expected;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("migrations")
                .status(pending == 0)
                .withData("schema", expected)
                .build();
    }
}
