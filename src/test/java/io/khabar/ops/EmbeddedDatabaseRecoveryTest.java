package io.khabar.ops;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens at the next start after something went wrong. */
class EmbeddedDatabaseRecoveryTest {

    private static final int ENOUGH = 200;

    @TempDir
    private Path folder;

    @Test
    void hasEveryAcknowledgedWriteAfterAKill() throws Exception {
        Process killed = EmbeddedServerProcess.launch(folder);
        int acknowledged = 0;
        try (BufferedReader numbers = killed.inputReader()) {
            while (acknowledged < ENOUGH) {
                acknowledged = Integer.parseInt(numbers.readLine());
            }
            // By its handle: Process.destroyForcibly would close the pipe.
            killed.toHandle().destroyForcibly();
            killed.waitFor();
            // What the pipe still holds was acknowledged, too. The last line may be cut off: it does not count.
            StringBuilder rest = new StringBuilder();
            for (int next = numbers.read(); next >= 0; next = numbers.read()) {
                rest.append((char) next);
            }
            String whole = rest.substring(0, rest.lastIndexOf("\n") + 1);
            acknowledged = whole.lines().mapToInt(Integer::parseInt).max().orElse(acknowledged);
        }
        ProcessHandle orphan = server();
        assertTrue(orphan.isAlive(), "the server outlives a killed process, or this test shows nothing");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
                Connection connection = EmbeddedServerProcess.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*), max(number) from written")) {
            row.next();
            assertEquals(row.getInt(2), row.getInt(1), "no gap");
            assertTrue(row.getInt(2) >= acknowledged, "at least %d of %d".formatted(acknowledged, row.getInt(2)));
            assertNotEquals(orphan.pid(), server().pid());
        }
        assertFalse(Files.exists(pidFile()));
    }

    @Test
    void startsOverAPidFileWhoseNumberNowBelongsToAnotherProgram() throws Exception {
        EmbeddedDatabase.start(folder).close();
        Files.writeString(pidFile(), ProcessHandle.current().pid() + "\n" + folder + "\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, "select 1");
            assertNotEquals(ProcessHandle.current().pid(), server().pid());
        }
    }

    @Test
    void makesAHalfMadeClusterAnewAndNeverACompleteOne() throws Exception {
        Path halfMade = Files.createDirectories(folder.resolve("postgres/cluster.unfinished/base"));
        Files.writeString(halfMade.resolve("file"), "");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table kept ()");
        }
        assertFalse(Files.exists(halfMade));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, "select from kept");
        }
    }

    @Test
    void refusesAServerThatWouldLoseWritesAndStopsIt() throws Exception {
        EmbeddedDatabase.start(folder).close();
        Path tuning = folder.resolve("postgres/cluster/postgresql.auto.conf");
        String safe = Files.readString(tuning);
        Files.writeString(tuning, "fsync = off\n", StandardOpenOption.APPEND);
        StartupRefused refused = assertThrows(StartupRefused.class, () -> EmbeddedDatabase.start(folder));
        assertThat(refused.getMessage(), containsString("fsync = off"));
        assertFalse(Files.exists(pidFile()));

        Files.writeString(tuning, safe);
        EmbeddedDatabase.start(folder).close();
    }

    @Test
    void saysWhyTheServerDidNotStart() throws Exception {
        EmbeddedDatabase.start(folder).close();
        Files.writeString(
                folder.resolve("postgres/cluster/postgresql.auto.conf"),
                "shared_buffers = 'much'\n",
                StandardOpenOption.APPEND);
        StartupRefused refused = assertThrows(StartupRefused.class, () -> EmbeddedDatabase.start(folder));
        assertThat(refused.getMessage(), containsString("invalid value for parameter \"shared_buffers\""));
    }

    private Path pidFile() {
        return folder.resolve("postgres/cluster/postmaster.pid");
    }

    private ProcessHandle server() throws Exception {
        try (Stream<String> lines = Files.lines(pidFile())) {
            return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow()))
                    .orElseThrow();
        }
    }

    private static void execute(EmbeddedDatabase database, String statement) throws Exception {
        try (Connection connection = EmbeddedServerProcess.connect(database);
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
