package io.khabar.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a run: a table for people, JSON for programs. */
final class Report {

    /**
     * One line. Times of processors are of everything together: the load tool, the service, the database.
     *
     * @param share rate of the service through that of pgbench
     * @param cpu microseconds of processor time for one request
     * @param databaseCpu the same for one transaction of pgbench
     * @param shareOfCpu the share as it would be on a machine that does nothing else: both rates are bounded by the
     *     processors, so it is the one time through the other
     */
    record Line(
            String name,
            double rate,
            double p50Milliseconds,
            double p99Milliseconds,
            double database,
            double share,
            double serviceCpu,
            double cpu,
            double databaseCpu,
            double shareOfCpu) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    void fact(String name, Object value) {
        facts.put(name, value);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void line(Line line) {
        lines.add(line);
    }

    /** Median latency of a measurement; NaN where it was not made. */
    double p50(String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .mapToDouble(Line::p50Milliseconds)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** A table in Markdown. */
    String table() {
        StringBuilder text = new StringBuilder(
                "\n| request | per second | p50 ms | p99 ms | pgbench | share | CPU µs | of it Java | pgbench CPU µs | share |\n");
        text.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (Line line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %.1f | %.1f | %,.0f | %.0f %% | %.0f | %.0f | %.0f | %.0f %% |%n",
                    line.name(),
                    line.rate(),
                    line.p50Milliseconds(),
                    line.p99Milliseconds(),
                    line.database(),
                    line.share() * 100,
                    line.cpu(),
                    line.serviceCpu(),
                    line.databaseCpu(),
                    line.shareOfCpu() * 100));
        }
        text.append('\n');
        facts.forEach((name, value) -> text.append("- ")
                .append(name)
                .append(": ")
                .append(value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value)
                .append('\n'));
        return text.toString();
    }

    void write(Path file) throws IOException {
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), Map.of("facts", facts, "measurements", lines));
    }
}
