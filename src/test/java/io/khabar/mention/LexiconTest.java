package io.khabar.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LexiconTest {

    private static final int THREADS = 8;
    private static final int CLASSES = 2_000;

    /** A language without words of a class hears of it when a text is tagged, and texts are tagged at once. */
    @Test
    void numbersClassesOnceThoughThreadsNameThemAtOnce() throws Exception {
        Lexicon lexicon = new Lexicon();
        CyclicBarrier together = new CyclicBarrier(THREADS);
        Callable<List<Integer>> naming = () -> {
            together.await();
            List<Integer> numbers = new ArrayList<>();
            for (int number = 0; number < CLASSES; number++) {
                numbers.add(lexicon.type("class" + number));
            }
            return numbers;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Set<List<Integer>> seen = new HashSet<>();
            for (Future<List<Integer>> numbers : threads.invokeAll(java.util.Collections.nCopies(THREADS, naming))) {
                seen.add(numbers.get());
            }
            assertEquals(1, seen.size());
            assertEquals(CLASSES, new HashSet<>(seen.iterator().next()).size());
        }
    }
}
