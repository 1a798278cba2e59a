package io.khabar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Loads the set, starts the service on it, measures one request after the other, and reports. */
final class Benchmark {

    private static final Path FOLDER = Path.of("target/bench");

    /** The list whose pages are compared: the biggest source, all years. */
    private static final String PAGED = "/v1/articles?source=source-001&published=2016..2025";

    private static final int DEPTH = 10_000;

    /** Seconds of warm-up at the least: what the compiler of the JVM needs for one kind of request on two processors. */
    private static final int WARM_UP = 15;
    /** Creating is the most code, and is done the least often: what it runs is not compiled in a few seconds. */
    private static final int WRITING_WARM_UP = 60;

    /** What the first kind of request needs: everything that all kinds share is compiled then. */
    private static final int FIRST_WARM_UP = 45;

    private final Options options;
    private final Database database;
    private final Report report = new Report();

    private Benchmark(Options options, Database database) {
        this.options = options;
        this.database = database;
    }

    /** Runs the benchmark. */
    public static void main(String... arguments) throws Exception {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(Options.USAGE);
            System.exit(2);
            return;
        }
        Path data = FOLDER.resolve("data-" + options.articles());
        Files.createDirectories(FOLDER);
        try (Database database = options.url() == null ? Database.start(data) : Database.at(options.url())) {
            new Benchmark(options, database).run();
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        Path log = FOLDER.resolve("service.log");
        Path index = FOLDER.resolve("search-" + options.articles());
        try (Service _ = Service.start(database, index, log)) {
            // It makes the tables.
        }
        load();
        database.reset();
        report.fact("articles", options.articles());
        report.fact("load average before", loadAverage());
        try (Service service = Service.start(database, index, log)) {
            report.fact("start to first answer, s", service.firstAnswerAfter().toMillis() / 1000.0);
            report.fact("until the search index had all, s", service.awaitIndex().toMillis() / 1000.0);
            report.fact("until all were looked at for duplicates, s", awaitDuplicates().toMillis() / 1000.0);
            for (Map.Entry<String, String> measurement : measurements(service).entrySet()) {
                if (options.only().isEmpty() || options.only().contains(measurement.getKey())) {
                    measure(service, measurement.getKey(), measurement.getValue());
                }
            }
            report.fact("resident memory, MiB", service.residentMegabytes());
        }
        report.fact("deep page / second page", report.p50("deep") / report.p50("second"));
        report.fact("load average after", loadAverage());
        report.write(FOLDER.resolve("report-" + options.articles() + ".json"));
        System.out.println(report.table());
    }

    private void load() throws IOException, SQLException {
        if (database.number("select count(*) from article where external_id not like 'bench-%'") == options.articles()) {
            return;
        }
        long begin = System.nanoTime();
        try (Connection connection = database.connect()) {
            new DataSet(options.articles()).load(connection);
        }
        System.out.printf("loaded %,d articles in %.1f s%n", options.articles(), (System.nanoTime() - begin) / 1e9);
    }

    /**
     * Waits until copies were looked for of all that was written, past the service as well, and says how long: that takes as
     * much of the processor as the service itself.
     */
    private Duration awaitDuplicates() throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        while (database.number("""
                select count(*) from duplicate_progress p where p.transaction is not null and p.scanned is null
                and not exists (select from change c
                    where (c.transaction, c.number) > (p.transaction::text::xid8, p.number))""") == 0) {
            Thread.sleep(200);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** What is sent, by the name of its pgbench script. */
    private Map<String, String> measurements(Service service) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("get", "get");
        all.put("list", "list");
        all.put("second", PAGED + "&cursor=" + cursor(service, 1, 20));
        all.put("deep", PAGED + "&cursor=" + cursor(service, DEPTH / 100, 100));
        all.put("newest", "/v1/articles");
        all.put("count-capped", "/v1/articles?source=source-001&count=capped");
        all.put("count-exact", "/v1/articles?source=source-001&count=exact");
        all.put("calendar", "/v1/calendar?by=month&role=published&published=2021");
        all.put("create", "create");
        return all;
    }

    /** The cursor behind some pages. */
    private static String cursor(Service service, int pages, int limit) throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        String cursor = "";
        for (int page = 0; page < pages; page++) {
            JsonNode answer = json.readTree(
                    service.send(PAGED + "&fields=id&limit=" + limit + (page == 0 ? "" : "&cursor=" + cursor)).body());
            cursor = answer.path("page").path("nextCursor").asText();
            if (cursor.isEmpty()) {
                throw new IOException("The list ends after " + page + " pages: " + answer);
            }
        }
        return cursor;
    }

    private void measure(Service service, String name, String what)
            throws IOException, SQLException, InterruptedException {
        boolean writes = name.equals("create");
        int warmUp = report.isEmpty() ? FIRST_WARM_UP : writes ? WRITING_WARM_UP : WARM_UP;
        Tools.wrk(service.address(), what, options.articles(), Math.max(options.seconds(), warmUp));
        for (int round = 0; round < options.rounds(); round++) {
            if (writes) {
                // What pgbench wrote in the round before is followed, too.
                service.awaitIndex();
                awaitDuplicates();
            }
            double before = cpu(service);
            double javaBefore = service.cpu();
            Tools.Load load = Tools.wrk(service.address(), what, options.articles(), options.seconds());
            double between = cpu(service);
            double java = service.cpu() - javaBefore;
            Tools.Transactions transactions = Tools.pgbench(database, name, options.articles(), options.seconds());
            // The service rests meanwhile, and what it does then is its own.
            double after = cpu(service) - (service.cpu() - javaBefore - java);
            double each = (between - before) / load.count() * 1e6;
            double eachInDatabase = (after - between) / transactions.count() * 1e6;
            Report.Line line = new Report.Line(
                    name,
                    load.rate(),
                    load.p50(),
                    load.p99(),
                    transactions.rate(),
                    load.rate() / transactions.rate(),
                    java / load.count() * 1e6,
                    each,
                    eachInDatabase,
                    eachInDatabase / each);
            report.line(line);
            System.out.printf(
                    "%-14s %,8.0f/s of %,8.0f/s; by processor time %.0f %%%n",
                    name, line.rate(), line.database(), line.shareOfCpu() * 100);
        }
    }

    private double cpu(Service service) {
        return service.cpu() + database.cpu() + Cpu.ofFinishedTools();
    }

    private static String loadAverage() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).substring(0, 14) : "unknown";
    }
}
