package io.khabar.ops;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/** Looks at the operator's own database before the service starts on it. */
final class ExternalDatabase {

    static final String URL = "quarkus.datasource.jdbc.url";
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";

    private static final int OLDEST_MAJOR = 15;

    private ExternalDatabase() {}

    /** What keeps the service from running on the configured database; empty if nothing does. */
    static List<Finding> findings(Config config) {
        String url = config.getValue(URL, String.class);
        if (!url.startsWith("jdbc:postgresql:")) {
            return List.of(new Finding(
                    URL,
                    "It does not begin with jdbc:postgresql:.",
                    "Write it as jdbc:postgresql://HOST:5432/DATABASE, with the password in %s.".formatted(PASSWORD)));
        }
        Properties properties = new Properties();
        config.getOptionalValue(USERNAME, String.class).ifPresent(user -> properties.setProperty("user", user));
        config.getOptionalValue(PASSWORD, String.class).ifPresent(secret -> properties.setProperty("password", secret));
        // Seconds; also the last word when the address swallows packets.
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement()) {
            return inspect(statement);
        } catch (SQLException e) {
            return List.of(new Finding(
                    URL,
                    "The database does not let us in: %s"
                            .formatted(Objects.requireNonNullElse(e.getMessage(), "no reason given")),
                    "Check that it runs, the URL, %s and %s.".formatted(USERNAME, PASSWORD)));
        }
    }

    private static List<Finding> inspect(Statement statement) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("""
                select current_setting('server_version'),
                       current_setting('server_version_num')::integer / 10000,
                       current_setting('server_encoding'),
                       (select datctype from pg_database where datname = current_database()),
                       pg_is_in_recovery() or current_setting('transaction_read_only')::boolean,
                       coalesce(has_schema_privilege(current_schema(), 'create'), false),
                       exists (select from pg_extension where extname = 'pg_trgm')
                           or exists (select from pg_available_extensions where name = 'pg_trgm')
                              and has_database_privilege(current_database(), 'create')""")) {
            row.next();
            if (row.getInt(2) < OLDEST_MAJOR) {
                findings.add(new Finding(
                        URL,
                        "The server is PostgreSQL %s.".formatted(row.getString(1)),
                        "Use PostgreSQL %d or newer.".formatted(OLDEST_MAJOR)));
            }
            if (!row.getString(3).equals("UTF8")) {
                findings.add(new Finding(
                        URL,
                        "The database's encoding is %s.".formatted(row.getString(3)),
                        "Make it with: create database … template template0 encoding 'UTF8'."));
            }
            if (List.of("C", "POSIX").contains(row.getString(4))) {
                findings.add(new Finding(
                        URL,
                        "The database's LC_CTYPE is %s, in which Arabic has no letters: nothing would be found by name."
                                .formatted(row.getString(4)),
                        "Make it with: create database … template template0 lc_ctype 'C.UTF-8'."));
            }
            if (row.getBoolean(5)) {
                findings.add(new Finding(URL, "The server is read-only.", "Name the primary, not a standby."));
            }
            if (!row.getBoolean(6)) {
                findings.add(new Finding(
                        USERNAME,
                        "This role may not create tables.",
                        "Make it the owner of the database, or grant it create on the schema."));
            }
            if (!row.getBoolean(7)) {
                findings.add(new Finding(
                        URL,
                        "The extension pg_trgm is neither there nor can this role create it.",
                        "Install PostgreSQL's contrib modules and run: create extension pg_trgm."));
            }
        }
        return findings;
    }
}
