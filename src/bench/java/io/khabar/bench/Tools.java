package io.khabar.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load tools: wrk on the service, pgbench on its database. */
final class Tools {

    /** How many connections and clients there are, unless it is said otherwise. */
    static final int CONNECTIONS = 32;

    private static final Pattern WRK = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final Pattern PROCESSED = Pattern.compile("actually processed: (\\d+)");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    /**
     * What the service did.
     *
     * @param rate requests a second
     * @param p50 median latency in milliseconds
     * @param p99 99th percentile of latency in milliseconds
     * @param count how many requests there were
     */
    record Load(double rate, double p50, double p99, long count) {}

    /**
     * What the database did.
     *
     * @param rate transactions a second
     * @param count how many transactions there were
     */
    record Transactions(double rate, long count) {}

    private Tools() {}

    static Load wrk(String address, String what, int articles, int seconds) throws IOException, InterruptedException {
        return wrk(address, what, articles, seconds, CONNECTIONS);
    }

    /** Of some connections, each of which sends its next request when the last is answered. */
    static Load wrk(String address, String what, int articles, int seconds, int connections)
            throws IOException, InterruptedException {
        // A cold or busy service may take long; an answer that fails still fails the run.
        String output = run(
                Map.of(),
                List.of("wrk", "-t" + Math.min(2, connections), "-c" + connections, "-d" + seconds + "s", "--timeout", "60s", "-s", "src/bench/load.lua", address, "--",
                        what, String.valueOf(articles), Service.KEY));
        Matcher result = found(WRK, output);
        if (!"0".equals(result.group(5)) || "0".equals(result.group(1))) {
            throw new IOException(what + ": answers failed\n" + output);
        }
        return new Load(
                Double.parseDouble(result.group(1)) * 1e6 / Double.parseDouble(result.group(2)),
                Double.parseDouble(result.group(3)) / 1000,
                Double.parseDouble(result.group(4)) / 1000,
                Long.parseLong(result.group(1)));
    }

    /** Transactions a second of a script in {@code src/bench/pgbench}. */
    static Transactions pgbench(Database database, String script, int articles, int seconds)
            throws IOException, InterruptedException {
        // run: distinguishes what this run creates. n: counts, for each client. found: whether a client has its place.
        String output = run(
                database.forPgbench(),
                List.of("pgbench", "-n", "-M", "prepared", "-c", String.valueOf(CONNECTIONS), "-j", "2", "-T", String.valueOf(seconds),
                        "-D", "articles=" + articles, "-D", "run=" + System.currentTimeMillis() / 1000, "-D", "n=0",
                        "-D", "found=0",
                        "-f", "src/bench/pgbench/" + script + ".sql"));
        return new Transactions(
                Double.parseDouble(found(TPS, output).group(1)),
                Long.parseLong(found(PROCESSED, output).group(1)));
    }

    private static Matcher found(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException(output);
        }
        return matcher;
    }

    private static String run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + output);
        }
        return output;
    }
}
