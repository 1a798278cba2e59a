package io.khabar.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of another version than ours, with a database for the service, whose owner is no superuser. */
final class OlderServer implements AutoCloseable {

    private static final String PASSWORD = "for-tests-only";

    private final ServerProgram server;
    private final Path folder;
    private final int port;

    /**
     * Sets a server up and starts it.
     *
     * @param version the first part of its version; the build puts its programs into {@code target/postgresql}
     */
    OlderServer(String version, Path folder) throws IOException, SQLException {
        this.folder = folder;
        server = new ServerProgram(unpacked(Path.of("target", "postgresql", version + ".jar"), folder));
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        run(
                "initdb",
                "--pgdata=" + cluster(),
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        run(
                "pg_ctl",
                "start",
                "--pgdata=" + cluster(),
                "--log=" + folder.resolve("log"),
                "-w",
                "-s",
                "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off");
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create role khabar login password '" + PASSWORD + "'");
            statement.execute("create database khabar owner khabar");
        }
    }

    /** The service unpacks its own server in the same way, from another jar. */
    private static Path unpacked(Path jar, Path folder) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader only = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            thread.setContextClassLoader(only);
            return ServerBinaries.unpackInto(folder);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    private void run(String program, String... arguments) throws IOException {
        Path output = folder.resolve(program + ".log");
        if (server.run(output, program, List.of(arguments)) != 0) {
            throw new IOException(program + ": " + ServerProgram.tail(output, 20));
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** What the service is told of it. */
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url("khabar"),
                "QUARKUS_DATASOURCE_USERNAME",
                "khabar",
                "QUARKUS_DATASOURCE_PASSWORD",
                PASSWORD);
    }

    /** The number of its version, such as 150015. */
    int version() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("khabar"), "khabar", PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("show server_version_num")) {
            shown.next();
            return shown.getInt(1);
        }
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "stop", "--pgdata=" + cluster(), "-m", "immediate", "-w", "-s");
    }
}
