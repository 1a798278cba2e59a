package io.khabar.ops;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL server of our own, on a data folder that nobody else may enter.
 *
 * <p>Durable: the server syncs what it acknowledges, and {@link #start} verifies that. Closed: it listens on the
 * loopback address alone and asks for a password that is generated at the first start. It recovers by itself: whatever a
 * killed process left (a running server, a pid file, a half-made cluster) is cleared at the next start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    /** The service's role, and its database. It owns the database and is no superuser. */
    private static final String NAME = "khabar";

    private static final String SUPERUSER = "postgres";

    /** Seconds: recovery after a crash replays at most {@code max_wal_size}, on a slow disk. */
    private static final String START_TIMEOUT = "600";

    /** Seconds: a fast shutdown writes one checkpoint. */
    private static final String STOP_TIMEOUT = "60";

    private final DataFolder folder;
    private final ServerProgram server;
    private final Path home;
    private final Path cluster;
    private final String password;
    private int port;
    private volatile boolean open;

    private EmbeddedDatabase(DataFolder folder, Path home) throws IOException {
        this.folder = folder;
        this.home = home;
        this.cluster = home.resolve("cluster");
        this.server = new ServerProgram(ServerBinaries.unpackInto(home));
        this.password = password(home.resolve("password"));
    }

    /**
     * Starts the server on a folder, making everything that is missing.
     *
     * @param dataDir where everything is kept; made if missing, locked until {@link #close}
     * @throws StartupRefused if the folder cannot be used, or the server does not start safely on it
     */
    public static EmbeddedDatabase start(Path dataDir) throws IOException {
        return start(DataFolder.open(dataDir));
    }

    /** The same on a folder that is held already; it is let go of at {@link #close}, or when the start fails. */
    static EmbeddedDatabase start(DataFolder folder) throws IOException {
        EmbeddedDatabase database = null;
        try {
            database = new EmbeddedDatabase(folder, folder.privateFolder("postgres"));
            database.initialise();
            OrphanServer.clear(database.cluster, database::stop);
            database.startServer();
            database.prepare();
            return database;
        } catch (IOException | RuntimeException e) {
            if (database == null) {
                folder.close();
            } else {
                database.close();
            }
            throw e;
        }
    }

    /** What a data source needs to know, by the names of Quarkus's configuration. */
    public Map<String, String> configuration() {
        return Map.of(
                ExternalDatabase.URL, url(NAME),
                ExternalDatabase.USERNAME, NAME,
                ExternalDatabase.PASSWORD, password);
    }

    /**
     * Calls when the server ends without being told to: killed by a person, or by the system for want of memory.
     *
     * @param then is called at most once, on a thread of the system's
     */
    void onUnexpectedEnd(Runnable then) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip());
        Runnable ifOpen = () -> {
            if (open) {
                then.run();
            }
        };
        ProcessHandle.of(pid)
                .ifPresentOrElse(
                        server -> {
                            var _ = server.onExit().thenRun(ifOpen);
                        },
                        ifOpen);
    }

    /** Stops the server after ending its sessions, and lets go of the folder. Does nothing the second time. */
    @Override
    public synchronized void close() throws IOException {
        try {
            if (open) {
                open = false;
                stop();
            }
        } finally {
            folder.close();
        }
    }

    /** The JDBC URL of one of the server's databases; the service's own is {@code khabar}. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Makes the cluster. It gets its name only when it is whole, so a half-made one is never taken for it. */
    private void initialise() throws IOException {
        if (Files.exists(cluster)) {
            return;
        }
        LOG.infof("Setting up PostgreSQL in %s", home);
        Path unfinished = home.resolve("cluster.unfinished");
        ServerBinaries.deleteTree(unfinished);
        Path log = home.resolve("initdb.log");
        // The classes of characters come from LC_CTYPE in pg_trgm, from the provider elsewhere: with C, Arabic would
        // have no letters. The builtin provider sorts alike on every machine and never needs a reindex.
        String characters =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "en_US.UTF-8" : "C.UTF-8";
        int exit = server.run(
                log,
                "initdb",
                List.of(
                        "--pgdata=" + unfinished,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + home.resolve("password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--lc-ctype=" + characters,
                        "--data-checksums"));
        if (exit != 0) {
            throw failed("could not be set up", log);
        }
        Files.writeString(
                unfinished.resolve("postgresql.conf"), "\ninclude 'khabar.conf'\n", StandardOpenOption.APPEND);
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void startServer() throws IOException {
        Path log = home.resolve("postgres.log");
        int attempts = 3;
        while (true) {
            if (Files.exists(log)) {
                Files.move(log, home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Files.writeString(cluster.resolve("khabar.conf"), ServerSettings.file(port, memory()));
            // pg_ctl gives the server a session of its own, so that a Ctrl-C on the terminal does not stop it before
            // the service has finished its requests.
            int exit = server.run(
                    home.resolve("pg_ctl.log"),
                    "pg_ctl",
                    List.of("start", "-D", cluster.toString(), "-l", log.toString(), "-w", "-t", START_TIMEOUT, "-s"));
            if (exit == 0) {
                open = true;
                return;
            }
            attempts--;
            // Between finding a free port and using it somebody else may take it.
            if (attempts == 0 || !ServerProgram.tail(log, 20).contains("could not bind")) {
                throw failed("did not start", log);
            }
        }
    }

    /** Of the machine, or of the container that this runs in. */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private void stop() throws IOException {
        Path log = home.resolve("pg_ctl.log");
        int exit = server.run(
                log, "pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", STOP_TIMEOUT, "-s"));
        if (exit != 0) {
            throw new IOException("the database server did not stop: " + ServerProgram.tail(log, 5));
        }
    }

    /** Verifies that the server is safe, and makes the service's role and database at the first start. */
    private void prepare() throws IOException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : ServerSettings.DURABLE.entrySet()) {
                String value = one(statement, "show " + setting.getKey());
                if (!setting.getValue().equals(value)) {
                    throw new StartupRefused(new Finding(
                            DataFolder.SETTING,
                            "The database in %s has %s = %s, which loses acknowledged writes."
                                    .formatted(home, setting.getKey(), value),
                            "Remove the line from %s.".formatted(cluster.resolve("postgresql.auto.conf"))));
                }
            }
            if (one(statement, "select count(*) from pg_roles where rolname = '%s'".formatted(NAME))
                    .equals("0")) {
                // Base64 without quotes: nothing to escape.
                statement.execute("create role %s login password '%s'".formatted(NAME, password));
            }
            if (one(statement, "select count(*) from pg_database where datname = '%s'".formatted(NAME))
                    .equals("0")) {
                statement.execute("create database %s owner %s".formatted(NAME, NAME));
            }
        } catch (SQLException e) {
            throw new IOException("the embedded database does not answer: " + e.getMessage(), e);
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path unfinished = file.resolveSibling("password.unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, DataFolder.PRIVATE_FILE);
            Files.writeString(unfinished, Base64.getUrlEncoder().encodeToString(random));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static StartupRefused failed(String what, Path log) throws IOException {
        return new StartupRefused(new Finding(
                DataFolder.SETTING,
                "The embedded PostgreSQL %s:%n%s%n"
                        .formatted(what, ServerProgram.tail(log, 10).indent(6).stripTrailing()),
                "The log is %s.".formatted(log)));
    }
}
