package io.khabar.imports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooseJsonTest {

    @Test
    void readsJson() {
        assertEquals(
                Map.of("a", Arrays.asList(1.5, true, null, "x\n\"\u00e9"), "b", Map.of()),
                LooseJson.parse(" {\"a\": [1.5, true, null, \"x\\n\\\"\\u00e9\"], \"b\": {}} "));
    }

    @Test
    void readsWhatPagesWriteInItsPlace() {
        assertEquals(
                Map.of("a", List.of("x\ny"), "b", "c'd"), LooseJson.parse("{\"a\": [\"x\ny\",,], \"b\": \"c\\'d\",};"));
    }

    @Test
    void keepsAllDigitsOfIds() {
        List<Object> ids = JsonValues.list(LooseJson.parse("[1437001234567890123, 1437001234567890124, 12, 1.5]"));
        assertEquals(
                List.of("1437001234567890123", "1437001234567890124", "12", "1.5"),
                ids.stream().map(JsonValues::text).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[", "{\"a\"}", "{\"a\":}", "\"a", "\"\\u00g0\"", "tru", "{a:1}", "-", "\"\\"})
    void refusesWhatHoldsNoValue(String text) {
        assertThrows(MalformedJsonException.class, () -> LooseJson.parse(text));
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        assertThrows(MalformedJsonException.class, () -> LooseJson.parse("[".repeat(100_000)));
    }
}
