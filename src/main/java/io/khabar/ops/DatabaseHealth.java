package io.khabar.ops;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Ready when the database answers and has the schema that this build expects.
 *
 * <p>Liveness does not ask the database: restarting the service would not bring it back.
 */
@Readiness
@Singleton
class DatabaseHealth implements HealthCheck {

    /** Long for a query of one row, and short enough for a probe to hear the reason. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final String expectedVersion;

    DatabaseHealth(DataSource dataSource, @Startup MigrationHealth migrations) {
        this.dataSource = dataSource;
        this.expectedVersion = migrations.expected();
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        // Of the pool's own, so that a pool without a free connection counts as not ready; on a thread of its own, so
        // that a database that swallows packets cannot hold the probe.
        Executor thread = task -> Thread.ofVirtual().name("health").start(task);
        try {
            boolean migrated = CompletableFuture.supplyAsync(this::isMigrated, thread)
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return response.status(migrated)
                    .withData("schema", migrated ? expectedVersion : "not " + expectedVersion)
                    .build();
        } catch (ExecutionException e) {
            return response.down().withData("reason", "no answer").build();
        } catch (TimeoutException e) {
            return response.down()
                    .withData("reason", "no answer in %d s".formatted(TIMEOUT.toSeconds()))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return response.down().withData("reason", "interrupted").build();
        }
    }

    private boolean isMigrated() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select exists (select from flyway_schema_history where success and version = '%s')""".formatted(expectedVersion))) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }
}
