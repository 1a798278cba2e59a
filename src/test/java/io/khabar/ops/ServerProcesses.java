package io.khabar.ops;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The database servers of this machine. */
final class ServerProcesses {

    private ServerProcesses() {}

    /** Whether one runs on a folder. */
    static boolean anyOn(Path folder) {
        return on(folder).findAny().isPresent();
    }

    /** Ends those that run on a folder, as the system does for want of memory. */
    static void kill(Path folder) {
        on(folder).forEach(ProcessHandle::destroyForcibly);
    }

    private static Stream<ProcessHandle> on(Path folder) {
        return ProcessHandle.allProcesses().filter(process -> process.info()
                .commandLine()
                .filter(line -> line.contains("bin/postgres ") && line.contains(folder.toString()))
                .isPresent());
    }
}
