package io.khabar.ops;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives migrations connections of their own, with the properties of the pool's, but which wait for as long as a statement takes. The timeout of the pool's
 * connections is for requests: a migration that rewrites a large table would be given up by us, but not by the server, and
 * each new start would leave one more of them running.
 */
@Singleton
class MigrationConnection implements FlywayConfigurationCustomizer {

    private final String url;
    private final Optional<String> username;
    private final Optional<String> password;
    private final Map<String, String> properties;

    MigrationConnection(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties")
                    Map<String, String> properties) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.properties = Map.copyOf(properties);
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        PGSimpleDataSource patient = new PGSimpleDataSource();
        try {
            for (Map.Entry<String, String> property : properties.entrySet()) {
                // What the driver does not know, it does not mind in the pool either.
                if (PGProperty.forName(property.getKey()) != null) {
                    patient.setProperty(property.getKey(), property.getValue());
                }
            }
            username.ifPresent(patient::setUser);
            password.ifPresent(patient::setPassword);
            // Goes before the others, as it does for the pool.
            patient.setUrl(url);
            patient.setSocketTimeout(0);
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
        configuration.dataSource(patient);
    }
}
