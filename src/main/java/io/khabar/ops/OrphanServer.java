package io.khabar.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * What a killed process may leave behind: a server that runs on, or its {@code postmaster.pid}.
 *
 * <p>A pid file is only removed when its process is gone or is certainly not a PostgreSQL server: two servers on one
 * cluster would destroy it.
 */
final class OrphanServer {

    private static final Logger LOG = Logger.getLogger(OrphanServer.class);

    private OrphanServer() {}

    /**
     * Leaves the cluster without a running server and without a stale pid file.
     *
     * @param cluster the cluster's folder, absolute and without links, as it stands in the server's arguments
     * @param stop stops the server of the cluster and waits for its end
     * @throws StartupRefused if the pid file names a process that might be a server of somebody else, or unreadable
     */
    static void clear(Path cluster, Stop stop) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> process = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(OrphanServer::isRunning);
        if (process.isEmpty()) {
            LOG.infof("Removing %s: its process is gone", pidFile);
            Files.delete(pidFile);
            return;
        }
        long pid = process.get().pid();
        ProcessHandle.Info info = process.get().info();
        String program = info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("");
        if (program.isEmpty()) {
            throw refused("process %d, which cannot be looked at".formatted(pid), pidFile);
        }
        if (!program.startsWith("postgres")) {
            LOG.infof("Removing %s: process %d is %s, not a server", pidFile, pid, program);
            Files.delete(pidFile);
            return;
        }
        if (!List.of(info.arguments().orElse(new String[0])).contains(cluster.toString())) {
            throw refused("process %d, a PostgreSQL server started on another path".formatted(pid), pidFile);
        }
        LOG.infof("Stopping the database server that a killed Khabar left running (process %d)", pid);
        stop.run();
        // Gone, but if it was dying already it did not tidy up.
        Files.deleteIfExists(pidFile);
    }

    /** A dead process that nobody has reaped (its parent was killed too) still has an entry, but no files open. */
    private static boolean isRunning(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.noneMatch(line -> line.startsWith("State:\tZ"));
        } catch (IOException | UncheckedIOException e) {
            // No such file: not Linux, or it ended this moment.
            return process.isAlive();
        }
    }

    private static StartupRefused refused(String process, Path pidFile) {
        return new StartupRefused(new Finding(
                DataFolder.SETTING,
                "%s names %s.".formatted(pidFile, process),
                "Stop that process, or remove the file if it has nothing to do with this folder."));
    }

    /** Stops a server. */
    interface Stop {
        void run() throws IOException;
    }
}
