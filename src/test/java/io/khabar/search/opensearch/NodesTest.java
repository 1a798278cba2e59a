package io.khabar.search.opensearch;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class NodesTest {

    /** A node that says how its answer begins, and then nothing more. */
    @Test
    void waitsForTheWholeAnswerNoLongerThanItsPatience() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread node = Thread.ofVirtual().start(() -> {
                try (Socket asked = server.accept()) {
                    asked.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"
                                    .getBytes(StandardCharsets.US_ASCII));
                    done.await();
                } catch (IOException | InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
            });
            Nodes nodes = new Nodes(
                    List.of(URI.create("http://127.0.0.1:" + server.getLocalPort())),
                    Optional.empty(),
                    Optional.empty());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThrows(IOException.class, () -> nodes.send("GET", "/", null, Duration.ofMillis(500))));
            done.countDown();
            node.join();
        }
    }
}
