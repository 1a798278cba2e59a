package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"\nhttps://x.org/1 ", " https://x.org/1", "https://x.org/1\t\r\n", "\u3000https://x.org/1"})
    void isKeptWithoutWhiteSpaceAroundIt(String written) {
        WebAddress address = new WebAddress(written);
        assertEquals("https://x.org/1", address.value());
        assertEquals("https://x.org/1", address.canonical());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x.org/1\n2", "https://x.org/\u0007", "\u0007https://x.org/"})
    void holdsNoControlCharacter(String written) {
        assertThrows(IllegalArgumentException.class, () -> new WebAddress(written));
    }

    @Test
    void isMeasuredWithoutWhiteSpaceAroundIt() {
        String longest = "https://x.org/" + "a".repeat(2034);
        assertEquals(longest, new WebAddress(longest + " ").value());
        assertThrows(IllegalArgumentException.class, () -> new WebAddress(longest + "a"));
    }
}
