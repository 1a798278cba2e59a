package io.khabar.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured.
 *
 * @param articles size of the set, at least 65,000, so that the deep page is there
 * @param seconds length of each measurement; each is preceded by a warm-up of 15 seconds or as long
 * @param rounds how often each is measured, each time with a line of its own
 * @param only names of the measurements; empty for all
 * @param url JDBC URL of an empty database of one's own; null for an embedded one under {@code target/bench}
 */
record Options(int articles, int seconds, int rounds, List<String> only, @Nullable String url) {

    static final String USAGE = """
            Usage: ./khabar bench [--articles 100000] [--seconds 8] [--rounds 1] [--only get,list,…]
                                  [--url jdbc:postgresql://…  (user and password: PGUSER, PGPASSWORD; it is emptied!)]""";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it cannot be understood
     */
    static Options of(String... arguments) {
        int articles = 100_000;
        int seconds = 8;
        int rounds = 1;
        List<String> only = List.of();
        String url = null;
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException(USAGE);
        }
        for (int i = 0; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--articles" -> articles = Math.max(65_000, Integer.parseInt(value));
                case "--seconds" -> seconds = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--only" -> only = List.of(value.split(","));
                case "--url" -> url = value;
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return new Options(articles, seconds, rounds, only, url);
    }
}
