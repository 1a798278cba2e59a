package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.fixture.KeysForTests;
import io.khabar.fixture.RawConnection;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that begin to send a body and do not end it. That is no fault of the service. */
@QuarkusTest
@TestProfile(BrokenBodyTest.Impatient.class)
class BrokenBodyTest {

    /** Bodies that stop arriving are given up soon. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.read-timeout", "1S");
        }
    }

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    private final BlockingQueue<LogRecord> logged = new LinkedBlockingQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(listener);
        LOG.setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(listener);
        LOG.setLevel(null);
    }

    /** A request whose body is being waited for: that is when the service says 100. */
    private static RawConnection begun(String path) throws IOException {
        RawConnection connection = new RawConnection()
                .send("POST " + path + " HTTP/1.1\r\nHost: x\r\nX-Request-Id: b\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 500\r\nExpect: 100-continue\r\nX-API-Key: " + KeysForTests.ADMIN
                        + "\r\n\r\n");
        assertEquals(100, connection.answer(false).status());
        return connection.send("{\"body\": \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles", "/v1/sources", "/v1/imports"})
    void isNotLoggedAsAFaultWhenTheyBreakOff(String path) throws Exception {
        begun(path).close();
        isMentioned();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles", "/v1/imports"})
    void isNotLoggedAsAFaultWhenTheyStall(String path) throws Exception {
        try (RawConnection connection = begun(path)) {
            isMentioned();
            assertTrue(connection.isClosed());
        }
    }

    private void isMentioned() throws InterruptedException {
        LogRecord line = logged.poll(10, TimeUnit.SECONDS);
        assertNotNull(line, "nothing was logged");
        assertEquals("DEBUG", line.getLevel().getName(), line::getMessage);
        assertNull(line.getThrown());
    }
}
