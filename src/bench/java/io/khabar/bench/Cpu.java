package io.khabar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time of processes, from {@code /proc}; 0 where there is none.
 *
 * <p>Rates suffer from whatever else the machine does; the processor time of one request hardly does.
 */
final class Cpu {

    /** Ticks of {@code /proc} are hundredths of a second on every Linux there is. */
    private static final double SECONDS_PER_TICK = 0.01;

    private Cpu() {}

    /** Seconds that a process, its living children and those that it has waited for have used. */
    static double ofTree(long root) {
        double seconds = used(root, true);
        for (ProcessHandle child : ProcessHandle.of(root).stream().flatMap(ProcessHandle::children).toList()) {
            seconds += used(child.pid(), false);
        }
        return seconds;
    }

    /** Seconds that the programs started and finished by this process have used. */
    static double ofFinishedTools() {
        long own = ProcessHandle.current().pid();
        return used(own, true) - used(own, false);
    }

    private static double used(long pid, boolean withChildren) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            // Behind the name in parentheses: utime, stime, cutime, cstime are fields 14 to 17 of proc(5).
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int i = 11; i < (withChildren ? 15 : 13); i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks * SECONDS_PER_TICK;
        } catch (IOException gone) {
            // Ended, perhaps while it was read; or no Linux.
            return 0;
        }
    }
}
