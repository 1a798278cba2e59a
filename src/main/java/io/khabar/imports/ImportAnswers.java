package io.khabar.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.http.Problem;
import io.khabar.http.ProblemException;
import io.khabar.http.Refusals;
import io.khabar.http.RequestIds;
import io.khabar.imports.ImportReport.Item;
import io.khabar.imports.ImportReport.Totals;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reports of imports as answers: one JSON document at the end, or a line for each item as soon as it is decided. */
@Singleton
class ImportAnswers {

    static final String LINES = "application/x-ndjson";

    private final ObjectMapper json;
    private final RequestIds requestIds;

    ImportAnswers(ObjectMapper json, RequestIds requestIds) {
        this.json = json;
        this.requestIds = requestIds;
    }

    /** Whether the client wants lines rather than a document (RFC 9110, section 12.5.1). */
    static boolean wantsLines(List<MediaType> accepted) {
        for (MediaType type : accepted) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.valueOf(LINES))) {
                return true;
            }
        }
        return false;
    }

    /**
     * One document, of whatever size. Errors that end the import are thrown: the client gets them as a problem.
     *
     * @param run runs the import with what takes its items
     */
    Response document(Function<Consumer<Item>, Totals> run, Keeping keeping) throws IOException {
        ReportLog log = new ReportLog();
        try {
            log.write(utf8("{\"items\":["));
            boolean[] first = {true};
            Totals totals = run.apply(item -> {
                write(log, first[0] ? "" : ",", item, "");
                first[0] = false;
            });
            write(log, "],\"totals\":", totals, "}");
            log.end();
            keeping.keep(MediaType.APPLICATION_JSON, log.bytes(), document(totals));
        } catch (RuntimeException | IOException failed) {
            log.close();
            keeping.release();
            throw failed;
        }
        return answer(MediaType.APPLICATION_JSON, out -> {
            try (log) {
                log.copyTo(out);
            }
        });
    }

    /** Lines, while the import runs. One that cannot go on ends with a line `problem` instead of `totals`. */
    Response lines(Function<Consumer<Item>, Totals> run, Keeping keeping) {
        String requestId = requestIds.current();
        return answer(LINES, out -> {
            try (ReportLog log = new ReportLog()) {
                Thread importing = Thread.ofVirtual().name("import").start(() -> {
                    try {
                        Totals totals = run.apply(item -> write(log, "", item, "\n"));
                        write(log, "", Map.of("totals", totals), "\n");
                        keeping.keep(LINES, log.bytes(), json(Map.of("totals", totals)) + "\n");
                    } catch (RuntimeException | IOException failed) {
                        keeping.release();
                        ProblemException problem =
                                failed instanceof ProblemException known ? known : Refusals.reason(failed);
                        write(log, "", Map.of("problem", Problem.of(problem, requestId)), "\n");
                    } finally {
                        log.end();
                    }
                });
                log.copyTo(out);
                join(importing);
            }
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Response answer(String type, StreamingOutput body) {
        return Response.ok(body)
                .type(type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private String document(Totals totals) {
        return "{\"items\":[],\"totals\":" + json(totals) + "}";
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(ReportLog log, String before, Object value, String after) {
        try {
            log.write(utf8(before + json(value) + after));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
