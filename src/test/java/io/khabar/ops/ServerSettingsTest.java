package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {

    @ParameterizedTest
    @CsvSource({"0, 64MB", "400, 64MB", "512, 64MB", "1024, 128MB", "2048, 256MB", "24000, 256MB", "9000000, 256MB"})
    void leavesASmallMachineToTheService(long megabytes, String buffers) {
        List<String> lines = ServerSettings.file(5432, megabytes << 20).lines().toList();
        assertEquals(
                List.of("shared_buffers = '" + buffers + "'"),
                lines.stream().filter(line -> line.startsWith("shared_buffers")).toList());
    }
}
