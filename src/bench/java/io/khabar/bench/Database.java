package io.khabar.bench;

import io.khabar.ops.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database that is measured: the service's embedded one, run by the benchmark itself, or one of the caller's. */
final class Database implements AutoCloseable {

    private final String url;
    private final String user;
    private final String password;
    private final @Nullable EmbeddedDatabase embedded;

    private final long process;

    private Database(
            String url, String user, String password, @Nullable EmbeddedDatabase embedded, long process) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.embedded = embedded;
        this.process = process;
    }

    static Database start(Path folder) throws IOException {
        EmbeddedDatabase embedded = EmbeddedDatabase.start(folder);
        Map<String, String> settings = embedded.configuration();
        return new Database(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"),
                embedded,
                Long.parseLong(
                        Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid")).getFirst()));
    }

    static Database at(String url) {
        return new Database(
                url,
                System.getenv().getOrDefault("PGUSER", "khabar"),
                System.getenv().getOrDefault("PGPASSWORD", ""),
                null,
                -1);
    }

    /** Processor time of the server so far, in seconds; 0 where it is not ours. */
    double cpu() {
        return process < 0 ? 0 : Cpu.ofTree(process);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The service's settings for this database, as environment variables. */
    Map<String, String> forService() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url,
                "QUARKUS_DATASOURCE_USERNAME", user,
                "QUARKUS_DATASOURCE_PASSWORD", password);
    }

    /** Environment of PostgreSQL's own programs. */
    Map<String, String> forPgbench() {
        URI address = URI.create(url.substring("jdbc:".length()));
        return Map.of(
                "PGHOST", address.getHost(),
                "PGPORT", String.valueOf(address.getPort() < 0 ? 5432 : address.getPort()),
                "PGDATABASE", address.getPath().substring(1),
                "PGUSER", user,
                "PGPASSWORD", password);
    }

    /** Takes away what earlier runs created, and brings the statistics up to date, so that every run starts alike. */
    void reset() throws SQLException {
        execute("delete from article where external_id like 'bench-%'");
        for (String table : List.of("article", "article_date", "change")) {
            execute("vacuum (analyze) " + table);
        }
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
