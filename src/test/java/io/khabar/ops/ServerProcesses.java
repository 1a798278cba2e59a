package io.khabar.ops;

import java.nio.file.Path;

/** The database servers of this machine. */
final class ServerProcesses {

    private ServerProcesses() {}

    /** Whether one runs on a folder. */
    static boolean anyOn(Path folder) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .anyMatch(line -> line.contains("bin/postgres ") && line.contains(folder.toString()));
    }
}
