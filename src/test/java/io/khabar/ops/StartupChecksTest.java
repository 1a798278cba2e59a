package io.khabar.ops;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.security.auth.module.UnixSystem;
import io.khabar.search.FolderLock;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration that cannot work is refused before anything starts, with everything that is wrong. */
class StartupChecksTest {

    @TempDir
    private Path folder;

    @Test
    void holdsTheDataFolderWhenAllIsWell() throws Exception {
        try (DataFolder held = StartupChecks.pass(config(Map.of(DataFolder.SETTING, folder.toString())))) {
            assertNotNull(held);
        }
    }

    @Test
    void listsEverythingAtOnceWithSettingAndRemedy() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        StartupRefused refused = refused(Map.of("quarkus.http.port", "eighty", DataFolder.SETTING, file.toString()));
        assertEquals("""
                Khabar does not start:
                  - quarkus.http.port (QUARKUS_HTTP_PORT): eighty is not a port. Use a number from 1 to 65535, or 0 for any free one.
                  - khabar.data-dir (KHABAR_DATA_DIR): %s is not a folder. Name a folder.""".formatted(file), refused.getMessage());
    }

    @Test
    void listsEverySettingThatCannotBeReadOrMakesNoSense() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "khabar.search.backend", "solr",
                "khabar.feeds.timeout", "soon",
                "khabar.access.admin-key", "short",
                "khabar.changes.retention", "-1S",
                "khabar.search.recency", "-5",
                "khabar.feeds.concurrency", "-1",
                "khabar.feeds.max-size", "much",
                "khabar.cors.origins", "https://a.example,nonsense",
                "khabar.access.anonymous-read", "maybe",
                "quarkus.http.port", "eighty"));
        settings.put(DataFolder.SETTING, folder.toString());
        StartupRefused refused = refused(settings);
        assertEquals(
                List.of(
                        "quarkus.http.port: eighty is not a port.",
                        "khabar.access.admin-key: It, or KHABAR_ADMIN_KEY, must be 24 to 200 letters, digits and -._~+/=.",
                        "khabar.access.anonymous-read: maybe is neither true nor false.",
                        "khabar.search.backend: solr is no backend.",
                        "khabar.search.recency: -5 is no number from 0 to 1000.",
                        "khabar.cors.origins: https://a.example,nonsense does not consist of origins.",
                        "khabar.changes.retention: -1S is no span of time.",
                        "khabar.feeds.concurrency: -1 is no number of 1 or more.",
                        "khabar.feeds.timeout: soon is no span of time.",
                        "khabar.feeds.max-size: much is no size."),
                refused.findings().stream()
                        .map(finding -> finding.setting() + ": " + finding.problem())
                        .toList());
    }

    @Test
    void acceptsWhatIsDocumented() throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "khabar.sample", "yes",
                "khabar.access.revocation-delay", "0S",
                "khabar.search.backend", "Lucene",
                "khabar.search.recency", "0",
                "khabar.cors.origins", "*",
                "khabar.cors.write-origins", "https://a.example, http://localhost:3000",
                "khabar.cors.max-age", "PT2H",
                "khabar.changes.retention", "90D",
                "khabar.feeds.max-size", "8M",
                "khabar.feeds.poll", "15s"));
        settings.put(DataFolder.SETTING, folder.toString());
        try (DataFolder held = StartupChecks.pass(config(settings))) {
            assertNotNull(held);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "80a", "1.5"})
    void refusesWhatIsNoPort(String port) {
        assertThat(problem(Map.of("quarkus.http.port", port)), is(port + " is not a port."));
    }

    @Test
    void refusesAPortThatIsInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = Map.of(
                    "quarkus.http.port", Integer.toString(other.getLocalPort()), "quarkus.http.host", "127.0.0.1");
            assertThat(
                    problem(settings),
                    containsString("127.0.0.1:%d cannot be listened on".formatted(other.getLocalPort())));
        }
    }

    @Test
    void refusesAFolderOfIndexesThatIsInUse() throws Exception {
        Path indexes = folder.resolve("search");
        try (FolderLock _ = FolderLock.take(indexes)) {
            assertThat(
                    problem(Map.of("khabar.search.dir", indexes.toString())),
                    containsString(indexes + " is in use by another Khabar (process "));
        }
        try (DataFolder held = StartupChecks.pass(config(Map.of(
                DataFolder.SETTING, folder.resolve("data").toString(), "khabar.search.dir", indexes.toString())))) {
            assertNotNull(held);
        }
    }

    @Test
    void refusesAHostThatIsNotOurs() {
        assertThat(
                problem(Map.of("quarkus.http.host", "no-such-host.invalid")),
                is("no-such-host.invalid is not an address of this machine."));
    }

    @Test
    void letsGoOfTheFolderWhenSomethingElseIsWrong() throws Exception {
        refused(Map.of("quarkus.http.port", "eighty", DataFolder.SETTING, folder.toString()));
        DataFolder.open(folder).close();
    }

    @Test
    void refusesTheFolderOfAnotherUser() throws Exception {
        // Root may enter any folder, and would leave files behind that the owner cannot open; others are kept out.
        Path foreign = folder;
        if (new UnixSystem().getUid() == 0) {
            Files.setAttribute(folder, "unix:uid", 54_321);
        } else {
            foreign = Path.of("/");
        }
        StartupRefused refused = refused(Map.of(DataFolder.SETTING, foreign.toString()));
        assertThat(refused.getMessage(), containsString("name another folder"));
    }

    @Nested
    class OnADatabaseOfTheOperator {

        @TempDir
        private static Path serverFolder;

        private static EmbeddedDatabase server;

        @BeforeAll
        static void start() throws Exception {
            server = EmbeddedDatabase.start(serverFolder);
            String password = Files.readString(serverFolder.resolve("postgres/password"));
            try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", password);
                    Statement statement = connection.createStatement()) {
                statement.execute("create database latin owner khabar template template0 encoding 'LATIN1' locale 'C'"
                        + " locale_provider libc");
                statement.execute("create database narrow owner khabar template template0 encoding 'UTF8'"
                        + " lc_ctype 'C' locale_provider libc");
                statement.execute("create database foreign_owner");
            }
        }

        @AfterAll
        static void stop() throws Exception {
            server.close();
        }

        @Test
        void takesOneThatFits() throws Exception {
            assertNull(StartupChecks.pass(config(at("khabar"))));
        }

        @Test
        void refusesOneThatIsNotUnicode() {
            assertThat(problem(at("latin")), is("The database's encoding is LATIN1."));
        }

        @Test
        void refusesOneWithoutArabicLetters() {
            assertThat(problem(at("narrow")), containsString("LC_CTYPE is C, in which Arabic has no letters"));
        }

        @Test
        void refusesOneWhereTheRoleMayNotCreateTables() {
            assertThat(problem(at("foreign_owner")), is("This role may not create tables."));
        }

        @Test
        void refusesAWrongPasswordAndABadPortTogether() {
            Map<String, String> settings = new HashMap<>(at("khabar"));
            settings.put(ExternalDatabase.PASSWORD, "wrong");
            settings.put("quarkus.http.port", "eighty");
            List<Finding> findings = refused(settings).findings();
            assertEquals(List.of("quarkus.http.port", ExternalDatabase.URL), settingsOf(findings));
            assertThat(findings.getLast().problem(), containsString("password authentication failed"));
        }

        @Test
        void refusesAServerThatIsAway() throws Exception {
            int closed;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                closed = free.getLocalPort();
            }
            assertThat(
                    problem(Map.of(ExternalDatabase.URL, "jdbc:postgresql://127.0.0.1:%d/khabar".formatted(closed))),
                    containsString("The database does not let us in"));
        }

        @Test
        void refusesAnotherKindOfDatabase() {
            assertThat(
                    problem(Map.of(ExternalDatabase.URL, "jdbc:mysql://localhost/khabar")),
                    is("It does not begin with jdbc:postgresql:."));
        }

        private static Map<String, String> at(String database) {
            Map<String, String> settings = new HashMap<>(server.configuration());
            settings.put(ExternalDatabase.URL, url(database));
            return settings;
        }

        private static String url(String database) {
            return server.url(database);
        }
    }

    @Test
    void wantsToKnowWhereAnOpenSearchIs() {
        for (String url : List.of("", "localhost:9200", "http://one:9200,two", "http://user:secret@one:9200")) {
            StartupRefused refused = refused(Map.of(
                    DataFolder.SETTING,
                    folder.toString(),
                    "khabar.search.backend",
                    "opensearch",
                    "khabar.search.opensearch.url",
                    url));
            assertEquals(List.of("khabar.search.opensearch.url"), settingsOf(refused.findings()));
            assertFalse(String.valueOf(refused.getMessage()).contains("secret"));
        }
    }

    private String problem(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent(DataFolder.SETTING, folder.toString());
        return refused(all).findings().getFirst().problem();
    }

    private static StartupRefused refused(Map<String, String> settings) {
        return assertThrows(StartupRefused.class, () -> StartupChecks.pass(config(settings)));
    }

    private static List<String> settingsOf(List<Finding> findings) {
        return findings.stream().map(Finding::setting).toList();
    }

    /** Only these settings, and any free port. */
    private static Config config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("quarkus.http.port", "0");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build();
    }
}
