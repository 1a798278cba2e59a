package io.khabar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures searches over HTTP on the set of the benchmark: two-word queries without and with highlights, facets, similar
 * articles, calendars, completions while somebody types; and how long the index takes to build.
 */
final class SearchBenchmark {

    private static final Path FOLDER = Path.of("target/bench");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What the compiler of the JVM needs for one kind of request on two processors, in seconds. */
    private static final int WARM_UP = 15;
    /** For the first one, which has everything compiled that all requests share. */
    private static final int FIRST_WARM_UP = 45;

    private SearchBenchmark() {}

    /** Runs it; the options are those of {@link Benchmark}. */
    public static void main(String... arguments) throws Exception {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(Options.USAGE);
            System.exit(2);
            return;
        }
        Files.createDirectories(FOLDER);
        try (Database database =
                options.url() == null ? Database.start(FOLDER.resolve("data-" + options.articles())) : Database.at(options.url())) {
            Path log = FOLDER.resolve("service.log");
            Path index = FOLDER.resolve("search-" + options.articles());
            try (Service _ = Service.start(database, index, log)) {
                load(options, database);
            }
            database.reset();
            try (Service service = Service.start(database, index, log)) {
                run(options, service);
            }
        }
    }

    private static void load(Options options, Database database) throws Exception {
        if (database.number("select count(*) from article where external_id not like 'bench-%'") != options.articles()) {
            try (Connection connection = database.connect()) {
                new DataSet(options.articles()).load(connection);
            }
        }
    }

    private static void run(Options options, Service service) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!isReady(service, options.articles())) {
            Thread.sleep(100);
        }
        System.out.printf("index complete %.1f s after the start%n", (System.nanoTime() - begin) / 1e9);
        System.out.printf("%-22s %10s %9s %9s%n", "request", "a second", "p50 ms", "p99 ms");
        int warmUp = FIRST_WARM_UP;
        for (Map.Entry<String, String> measurement : measurements().entrySet()) {
            String name = measurement.getKey();
            if (!options.only().isEmpty() && !options.only().contains(name)) {
                continue;
            }
            // Somebody who types waits for nobody else: what counts is how long one request takes.
            int connections = name.equals("suggest") ? 1 : Tools.CONNECTIONS;
            Tools.wrk(service.address(), measurement.getValue(), options.articles(), warmUp);
            warmUp = WARM_UP;
            for (int round = 0; round < options.rounds(); round++) {
                Tools.Load load = Tools.wrk(
                        service.address(), measurement.getValue(), options.articles(), options.seconds(), connections);
                System.out.printf("%-22s %,10.0f %9.1f %9.1f%n", name, load.rate(), load.p50(), load.p99());
            }
        }
        if (options.only().isEmpty() || options.only().contains("rebuild")) {
            rebuild(service);
        }
        System.out.printf("resident memory: %d MiB%n", service.residentMegabytes());
    }

    private static void rebuild(Service service) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        service.post("/v1/search/rebuild");
        while (JSON.readTree(service.send("/v1/search").body()).has("rebuild")) {
            Thread.sleep(100);
        }
        System.out.printf("rebuild beside the answering index: %.1f s%n", (System.nanoTime() - begin) / 1e9);
    }

    private static boolean isReady(Service service, int articles) throws IOException, InterruptedException {
        JsonNode index = JSON.readTree(service.send("/v1/search").body());
        return index.path("state").asText().equals("ready") && index.path("documents").asInt() >= articles;
    }

    /** What is sent, in the names of {@code load.lua} or as it is. */
    private static Map<String, String> measurements() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("search", "search");
        all.put("search-highlight", "search-highlight");
        all.put("facets-all", "/v1/facets?by=source,language,section,keyword");
        all.put("facets-query", "facets-query");
        all.put("facets-filter", "facets-filter");
        all.put("calendar-query", "calendar-query");
        all.put("similar", "similar");
        all.put("suggest", "suggest");
        return all;
    }
}
