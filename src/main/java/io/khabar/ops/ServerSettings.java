package io.khabar.ops;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the embedded server is set: safe first, then fit for a small machine that it shares with the service. An operator
 * may tune what is not checked with {@code ALTER SYSTEM}, which PostgreSQL reads after these.
 */
final class ServerSettings {

    /** What an acknowledged write rests on; the service refuses to run on a server where one of them differs. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /**
     * Buffers, in megabytes, where there is memory for them: enough for what an import of a million articles writes again
     * and again. With half of it the server copied each page of its indexes in and out, and the second half of such an
     * import was a third slower than the first. All the rest is the kernel's page cache.
     */
    private static final long BUFFERS = 256;

    private static final long FEWEST_BUFFERS = 64;
    private static final long MEGABYTE = 1L << 20;

    private ServerSettings() {}

    /**
     * The contents of a configuration file for a server that listens on a port of this machine alone.
     *
     * @param memory of the machine or the container that it runs in, in bytes: a small one needs it for the service
     */
    static String file(int port, long memory) {
        Map<String, String> settings = new LinkedHashMap<>(DURABLE);
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        // Only TCP with a password: no socket file that other users could find.
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        // The service's pool, and room for an operator's psql and for pgbench.
        settings.put("max_connections", "100");
        settings.put("shared_buffers", Math.clamp(memory / 8 / MEGABYTE, FEWEST_BUFFERS, BUFFERS) + "MB");
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", "64MB");
        // Data lies on an SSD or in memory nearly everywhere: an index look-up costs about what a scan's page does.
        settings.put("random_page_cost", "1.1");
        // Our queries take milliseconds; compiling one takes tens of them.
        settings.put("jit", "off");
        // Fewer full page images under load, for at most this much more disk.
        settings.put("max_wal_size", "2GB");
        settings.put("checkpoint_timeout", "15min");
        // Compressing the images cost an eighth of both processors in a large import, for a log that was hardly
        // smaller.
        settings.put("wal_compression", "off");
        // One server, nothing reads its log: no standby, no archive.
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        // A connection of a process that died must not hold its locks for hours.
        settings.put("tcp_keepalives_idle", "60");
        // The service reports the errors of its own statements; the server's log is for the server's own life.
        settings.put("log_min_messages", "log");
        settings.put("log_checkpoints", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        StringBuilder text = new StringBuilder("# Written by Khabar at each start. Use ALTER SYSTEM to tune.\n");
        settings.forEach(
                (name, value) -> text.append(name).append(" = '").append(value).append("'\n"));
        return text.toString();
    }
}
