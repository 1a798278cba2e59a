package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\nhttps://x.org/1 ",
                " https://x.org/1",
                "https://x.org/1\t\r\n",
                "\u3000https://x.org/1",
                "\u200fhttps://x.org/1\u200b"
            })
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://x.org/ a | https://x.org/%20a",
                "https://x.org/a\u00a0b?q=c d#e f | https://x.org/a%C2%A0b?q=c%20d#e%20f",
                "https://x.org/%20a<b>\\^`{}\" | https://x.org/%20a%3Cb%3E%5C%5E%60%7B%7D%22",
                "https://x.org/أخبار | https://x.org/أخبار",
                "https://x.org/100% | https://x.org/100%"
            })
    void isKeptWithWhatBelongsInNoAddressEncoded(String written, String kept) {
        WebAddress address = new WebAddress(written);
        assertEquals(kept, address.value());
        assertEquals(CanonicalUrl.of(written), address.canonical());
        assertEquals(address, new WebAddress(kept));
    }

    @Test
    void isMeasuredAsItIsKept() {
        String address = "https://x.org/" + "a".repeat(2030) + " ";
        assertEquals(2048, new WebAddress(address + "b").value().length());
        assertThrows(IllegalArgumentException.class, () -> new WebAddress(address + "bc"));
    }

    @Test
    void isMeasuredWithoutWhiteSpaceAroundIt() {
        String longest = "https://x.org/" + "a".repeat(2034);
        assertEquals(longest, new WebAddress(longest + " ").value());
        assertThrows(IllegalArgumentException.class, () -> new WebAddress(longest + "a"));
    }
}
