package io.khabar.ops;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a running embedded server promises. */
class EmbeddedDatabaseTest {

    @TempDir
    private static Path folder;

    private static EmbeddedDatabase database;
    private static Connection connection;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start(folder);
        connection = EmbeddedServerProcess.connect(database);
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void isDurable(String setting) throws SQLException {
        assertEquals("on", one("show " + setting));
    }

    @Test
    void listensOnTheLoopbackAddressAlone() throws Exception {
        String password = Files.readString(folder.resolve("postgres/password"));
        try (Connection superuser = DriverManager.getConnection(database.url("postgres"), "postgres", password)) {
            assertEquals("127.0.0.1", one(superuser, "show listen_addresses"));
            assertEquals("", one(superuser, "show unix_socket_directories"));
        }
    }

    @Test
    void refusesAWrongPassword() {
        String url = database.configuration().get("quarkus.datasource.jdbc.url");
        SQLException refused =
                assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "khabar", "wrong"));
        assertEquals("28P01", refused.getSQLState());
    }

    @Test
    void trustsNobodyWithoutAPassword() throws Exception {
        assertThat(
                Files.readString(folder.resolve("postgres/cluster/pg_hba.conf")).replaceAll("(?m)^#.*$", ""),
                not(containsString("trust")));
    }

    @Test
    void keepsItsFilesFromOtherUsers() throws Exception {
        assertEquals("rwx------", permissions("postgres"));
        assertEquals("rwx------", permissions("postgres/cluster"));
        assertEquals("rw-------", permissions("postgres/password"));
        assertEquals("rwx------", permissions("postgres/postgresql-18.6.0"));
    }

    @Test
    void givesTheServiceARoleThatIsNoSuperuser() throws SQLException {
        assertEquals("f", one("select rolsuper from pg_roles where rolname = current_user"));
    }

    @Test
    void knowsArabicLettersInTrigrams() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_trgm");
        }
        assertEquals("6", one("select cardinality(show_trgm('سوريا'))"));
        assertEquals("t", one("select similarity('سوريا', 'سورية') > 0.4"));
    }

    @Test
    void isUnicode() throws SQLException {
        assertEquals("UTF8", one("show server_encoding"));
        assertEquals("éж", one("select lower('ÉЖ')"));
    }

    @Test
    void refusesASecondServiceOnItsFolderInAnotherProcess() throws Exception {
        Process second = new ProcessBuilder(EmbeddedServerProcess.command(folder))
                .redirectErrorStream(true)
                .start();
        String said = new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(1, second.waitFor());
        assertThat(
                said,
                containsString("in use by another Khabar (process %d)"
                        .formatted(ProcessHandle.current().pid())));
    }

    @Test
    void refusesASecondServiceOnItsFolderInTheSameProcess() {
        StartupRefused refused = assertThrows(StartupRefused.class, () -> EmbeddedDatabase.start(folder));
        assertThat(refused.getMessage(), containsString("in use by another Khabar"));
        assertFalse(refused.findings().isEmpty());
    }

    private static String permissions(String path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
    }

    private static String one(String query) throws SQLException {
        return one(connection, query);
    }

    private static String one(Connection session, String query) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
