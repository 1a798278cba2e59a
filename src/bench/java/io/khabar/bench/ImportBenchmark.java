package io.khabar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Measures an import as NDJSON into an empty service with its embedded database, everything else at work: dates are
 * derived, the index and the search for duplicates follow. Each article is put together, seeded, from
 * sentences of a real set, so that their words and dates are those of news, and hardly any is a copy of another.
 */
final class ImportBenchmark {

    private static final String USAGE = "Usage: ./khabar bench imports articles.ndjson.gz [LINES]";

    private static final Path FOLDER = Path.of("target/bench");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOLD_EVERY = 50_000;
    private static final int LINES = 150_000;
    private static final int SOURCES = 50;
    private static final int DAYS = 3_650;
    private static final LocalDate FIRST = LocalDate.parse("2016-01-01");

    private final List<Article> articles;
    private final List<String> sentences = new ArrayList<>();
    private final Random random = new Random(20_251);

    private ImportBenchmark(List<Article> articles) {
        this.articles = articles;
        for (Article article : articles) {
            Stream.of(article.body().split("(?<=[.!؟\\n])\\s+")).map(String::strip).filter(text -> text.length() > 20)
                    .forEach(sentences::add);
        }
    }

    /** Runs it, with the name of a gzipped file of articles as {@link Article#read} wants it. */
    public static void main(String... arguments) throws Exception {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        int lines = arguments.length == 2 ? Integer.parseInt(arguments[1]) : LINES;
        ImportBenchmark benchmark = new ImportBenchmark(Article.read(Path.of(arguments[0])));
        Path data = FOLDER.resolve("data-imports");
        Path index = FOLDER.resolve("search-imports");
        delete(data);
        delete(index);
        Files.createDirectories(FOLDER);
        try (Database database = Database.start(data);
                Service service = Service.start(database, index, FOLDER.resolve("service.log"))) {
            benchmark.run(service, database, lines);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** By curl, as users do it: it reads the report while it sends. */
    private void run(Service service, Database database, int lines) throws Exception {
        Process curl = new ProcessBuilder(
                        "curl", "--silent", "--show-error", "--no-buffer", "--upload-file", "-", "--request", "POST",
                        "--header", "X-API-Key: " + Service.KEY, "--header", "Content-Type: application/x-ndjson",
                        "--header", "Accept: application/x-ndjson", service.address() + "/v1/imports")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread sender = Thread.ofPlatform().start(() -> send(curl.getOutputStream(), lines));
        System.out.printf("%-20s %10s %14s %14s %9s%n", "lines", "a second", "service, s", "database, s", "MiB");
        double cpu = service.cpu();
        double databaseCpu = database.cpu();
        long begin = System.nanoTime();
        long since = begin;
        long reported = 0;
        String last = "";
        try (BufferedReader report = curl.inputReader(StandardCharsets.UTF_8)) {
            for (String line = report.readLine(); line != null; line = report.readLine()) {
                last = line;
                reported++;
                if (reported % TOLD_EVERY == 0) {
                    long now = System.nanoTime();
                    System.out.printf(
                            "to %,-17d %,10.0f %14.1f %14.1f %9d%n",
                            reported,
                            TOLD_EVERY * 1e9 / (now - since),
                            service.cpu() - cpu,
                            database.cpu() - databaseCpu,
                            service.residentMegabytes());
                    since = now;
                    cpu = service.cpu();
                    databaseCpu = database.cpu();
                }
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        sender.join();
        JsonNode totals = JSON.readTree(last).path("totals");
        if (totals.path("created").asInt() != lines) {
            throw new IOException("Not all were created: " + last);
        }
        System.out.printf("%,d in %.1f s, %,.0f a second%n", lines, seconds, lines / seconds);
        System.out.println("search: " + service.send("/v1/search").body());
    }

    private void send(OutputStream to, int lines) {
        try (OutputStream out = new BufferedOutputStream(to, 1 << 16)) {
            for (int line = 0; line < lines; line++) {
                out.write(JSON.writeValueAsBytes(article(line)));
                out.write('\n');
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ObjectNode article(int number) {
        Article like = articles.get(random.nextInt(articles.size()));
        StringBuilder body = new StringBuilder();
        while (body.length() < Math.max(40, like.body().length())) {
            body.append(body.isEmpty() ? "" : "\n").append(sentences.get(random.nextInt(sentences.size())));
        }
        ObjectNode article = JSON.createObjectNode();
        int source = random.nextInt(SOURCES);
        article.putObject("source").put("key", "bench-" + source).put("name", "Bench " + source);
        article.put("url", "https://bench.example/articles/" + number);
        if (!like.title().isBlank()) {
            article.put("title", like.title());
        }
        article.put("published", FIRST.plusDays(random.nextInt(DAYS)).toString());
        article.put("body", body.toString());
        return article;
    }
}
