package io.khabar.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The model is large: it is loaded once, however many ask for it first, and takes no more memory than it may. */
class LanguageModelTest {

    private static final int THREADS = 8;

    private static final String ITALIAN = "Il presidente è arrivato a Roma lunedì.";

    /** The classes of the service once more, so that nobody has asked for the model yet; counts how often it is read. */
    private static final class ClassesOfTheirOwn extends URLClassLoader {

        private final AtomicInteger read = new AtomicInteger();

        ClassesOfTheirOwn() throws MalformedURLException {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() throws MalformedURLException {
            List<URL> classPath = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                classPath.add(Path.of(entry).toUri().toURL());
            }
            return classPath.toArray(URL[]::new);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            if (name.startsWith("langdetect")) {
                read.incrementAndGet();
            }
            return super.getResourceAsStream(name);
        }
    }

    @Test
    void isLoadedOnceHoweverManyThreadsAskForItFirst() throws Exception {
        try (ClassesOfTheirOwn classes = new ClassesOfTheirOwn();
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Class<?> type = classes.loadClass(LanguageDetector.class.getName());
            Object detector = type.getConstructor().newInstance();
            CyclicBarrier together = new CyclicBarrier(THREADS);
            Callable<Object> ask = () -> {
                together.await();
                return type.getMethod("detect", String.class).invoke(detector, ITALIAN);
            };
            for (Future<Object> answer : threads.invokeAll(Collections.nCopies(THREADS, ask))) {
                assertEquals("it", answer.get());
            }
            assertEquals(1, classes.read.get());
        }
    }

    @Test
    void fitsIntoAHeapOfTwoHundredMegabytes() throws Exception {
        assertEquals("it", detectedWith("-Xmx200m"));
    }

    /** What a JVM of its own tells of the sentence. */
    private static String detectedWith(String memory) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        memory,
                        "-cp",
                        System.getProperty("java.class.path"),
                        InAProcessOfItsOwn.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream printed = process.getInputStream()) {
            String answer = new String(printed.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertEquals(0, process.waitFor(), answer);
            return answer;
        }
    }

    /** Detects the language of the sentence in some threads at once, and prints it. */
    static final class InAProcessOfItsOwn {

        private InAProcessOfItsOwn() {}

        public static void main(String[] none) throws Exception {
            LanguageDetector detector = new LanguageDetector();
            Callable<String> ask = () -> String.valueOf(detector.detect(ITALIAN));
            try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                for (Future<String> answer : threads.invokeAll(Collections.nCopies(100 * THREADS, ask))) {
                    if (!answer.get().equals("it")) {
                        throw new IllegalStateException(answer.get());
                    }
                }
            }
            System.out.println(ask.call());
        }
    }
}
