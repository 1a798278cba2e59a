package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each in a JVM of its own, whose old generation gets half a gigabyte of what soon is not needed any more. */
class OldGenerationTest {

    private static final int BLOCK = 8 << 10;

    @Test
    void theSerialCollectorKeepsItSmall() throws Exception {
        long peak = peak("-XX:+UseSerialGC", "true");
        assertTrue(peak < 110, () -> peak + " MB");
    }

    @Test
    void byItselfItFillsTheHeap() throws Exception {
        long peak = peak("-XX:+UseSerialGC", "false");
        assertTrue(peak > 160, () -> peak + " MB");
    }

    @Test
    void otherCollectorsAreLeftAlone() throws Exception {
        assertTrue(peak("-XX:+UseG1GC", "true") > 0);
    }

    private static long peak(String collector, String watched) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Xmn28m",
                        collector,
                        "-cp",
                        System.getProperty("java.class.path"),
                        InAProcessOfItsOwn.class.getName(),
                        watched)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream printed = process.getInputStream()) {
            String answer = new String(printed.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertEquals(0, process.waitFor(), answer);
            return Long.parseLong(answer);
        }
    }

    /** Holds 30 MB of blocks for a while, one after the other, and prints the most that was in the old generation, in MB. */
    static final class InAProcessOfItsOwn {

        private InAProcessOfItsOwn() {}

        public static void main(String[] watched) throws NoSuchAlgorithmException {
            if (watched[0].equals("true")) {
                new OldGeneration().watch();
            }
            MessageDigest work = MessageDigest.getInstance("SHA-512");
            Deque<byte[]> held = new ArrayDeque<>();
            for (long made = 0; made < 512L << 20; made += BLOCK) {
                byte[] block = new byte[BLOCK];
                // The service promotes no faster than it works.
                work.update(block);
                work.update(block);
                held.add(block);
                if (held.size() > (30 << 20) / BLOCK) {
                    held.remove();
                }
            }
            List<MemoryPoolMXBean> old = new ArrayList<>();
            for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                if (pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported()) {
                    old.add(pool);
                }
            }
            System.out.println(old.getFirst().getPeakUsage().getUsed() >> 20);
        }
    }
}
