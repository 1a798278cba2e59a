package io.khabar.ops;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives migrations connections of their own, which wait for as long as a statement takes. The timeout of the pool's
 * connections is for requests: a migration that rewrites a large table would be given up by us, but not by the server, and
 * each new start would leave one more of them running.
 */
@Singleton
class MigrationConnection implements FlywayConfigurationCustomizer {

    /** Seconds: as for the pool. */
    private static final int CONNECT_TIMEOUT = 3;

    private final String url;
    private final Optional<String> username;
    private final Optional<String> password;

    MigrationConnection(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        PGSimpleDataSource patient = new PGSimpleDataSource();
        patient.setUrl(url);
        username.ifPresent(patient::setUser);
        password.ifPresent(patient::setPassword);
        patient.setConnectTimeout(CONNECT_TIMEOUT);
        patient.setSocketTimeout(0);
        patient.setTcpKeepAlive(true);
        patient.setApplicationName("khabar");
        configuration.dataSource(patient);
    }
}
