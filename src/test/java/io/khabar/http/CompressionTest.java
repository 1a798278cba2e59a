package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.RawConnection;
import io.khabar.fixture.RawConnection.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CompressionTest {

    private Answer ask(String method, String path, String headers) throws IOException {
        try (RawConnection connection = new RawConnection()) {
            return connection
                    .send(method + " " + path + " HTTP/1.1\r\nHost: x\r\nX-Request-Id: z\r\n" + headers + "\r\n")
                    .answer(method.equals("HEAD"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/echo/long",
                "/test/echo/failing",
                "/problems/forbidden",
                "/%zz",
                "/v1/articles?limit=1000",
                "/v1/nothing",
                "/nothing",
                "/q/openapi"
            })
    void compressesForThoseWhoAsk(String path) throws IOException {
        Answer plain = ask("GET", path, "");
        Answer compressed = ask("GET", path, "Accept-Encoding: gzip\r\n");
        assertEquals(Optional.empty(), plain.header("Content-Encoding"));
        assertEquals(Optional.of("gzip"), compressed.header("Content-Encoding"));
        assertEquals(plain.status(), compressed.status());
        assertEquals(plain.header("Content-Type"), compressed.header("Content-Type"));
        assertTrue(plain.header("Vary").orElse("").contains("Accept-Encoding"), plain.toString());
        assertEquals(plain.header("Vary"), compressed.header("Vary"));
        try (GZIPInputStream body =
                new GZIPInputStream(new ByteArrayInputStream(compressed.body().getBytes()))) {
            assertArrayEquals(plain.body().getBytes(), body.readAllBytes());
        }
    }

    @Test
    void makesALongAnswerShort() throws IOException {
        int plain = ask("GET", "/test/echo/long", "").body().length();
        int compressed = ask("GET", "/test/echo/long", "Accept-Encoding: gzip\r\n")
                .body()
                .length();
        assertTrue(compressed * 10 < plain, compressed + " of " + plain);
    }

    @Test
    void doesNotPretendToCompressWhatHasNoBody() throws IOException {
        Answer unchanged = ask("GET", "/test/echo/unchanged", "Accept-Encoding: gzip\r\n");
        assertEquals(304, unchanged.status());
        assertEquals(Optional.empty(), unchanged.header("Content-Encoding"));
        assertEquals(Optional.of("\"1-gzip\""), unchanged.header("ETag"));
        assertEquals(Optional.of("Accept, Accept-Encoding"), unchanged.header("Vary"));
        Answer none = ask("OPTIONS", "/test/echo", "Accept-Encoding: gzip\r\n");
        assertEquals(204, none.status());
        assertEquals(Optional.empty(), none.header("Content-Encoding"));
    }

    @Test
    void sendsNoBodyAfterACompressedHead() throws IOException {
        try (RawConnection connection = new RawConnection()) {
            String head = "HEAD /test/echo/long HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n";
            connection.send(head + head);
            assertEquals(200, connection.answer(true).status());
            assertEquals(200, connection.answer(true).status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "unknown", ";;,", ""})
    void leavesTheOthersAlone(String encodings) throws IOException {
        Answer answer = ask("GET", "/test/echo/long", "Accept-Encoding: " + encodings + "\r\n");
        assertEquals(200, answer.status());
        assertEquals(Optional.empty(), answer.header("Content-Encoding"));
        assertTrue(answer.text().startsWith("{\"text\":\"خبر"), answer.text());
    }
}
