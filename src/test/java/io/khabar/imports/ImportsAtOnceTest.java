package io.khabar.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Api.Answer;
import io.khabar.fixture.Imports;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Imports of the same articles, in different orders. */
@QuarkusTest
class ImportsAtOnceTest {

    private static final int IMPORTS = 4;
    private static final int ARTICLES = 250;

    private static byte[] lines(List<ObjectNode> articles, String title) {
        return articles.stream()
                .map(article -> article.deepCopy().put("title", title).toString())
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void takeTurnsWithEachArticle() throws Exception {
        String source = Sources.created();
        List<ObjectNode> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            articles.add(Imports.article(source, "The ferry number " + i + " leaves the harbour.", "2021-09-14"));
        }
        assertEquals(
                Set.of("created"),
                Set.copyOf(Imports.outcomes(Imports.lines("", articles.toArray(ObjectNode[]::new)))));
        CyclicBarrier start = new CyclicBarrier(IMPORTS);
        try (ExecutorService threads = Executors.newFixedThreadPool(IMPORTS)) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < IMPORTS; i++) {
                byte[] input = lines(i % 2 == 0 ? articles : articles.reversed(), "Ferries " + i);
                running.add(threads.submit(() -> {
                    start.await();
                    return Imports.send("application/x-ndjson", input, "?onExisting=update");
                }));
            }
            for (Future<Answer> one : running) {
                List<String> outcomes = Imports.outcomes(one.get().is(200).json());
                assertEquals(ARTICLES, outcomes.size());
                assertEquals(Set.of("updated"), Set.copyOf(outcomes));
            }
        }
        assertTrue(IntStream.range(0, IMPORTS)
                .mapToObj(i -> "Ferries " + i)
                .toList()
                .contains(Imports.exported(source).path("title").asText()));
    }
}
