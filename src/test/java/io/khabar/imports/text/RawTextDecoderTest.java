package io.khabar.imports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawTextDecoderTest {
    @Test
    void dropsAByteOrderMarkAtTheStartOnly() {
        assertEquals("خبر\uFEFFعاجل", RawTextDecoder.decode("\uFEFFخبر\uFEFFعاجل".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "61 FF, 1, not UTF-8", // no such octet
        "61 62 D8, 2, not UTF-8", // cut off
        "C0 80, 0, not UTF-8", // overlong
        "61 ED A0 80, 1, not UTF-8", // surrogate
        "F4 90 80 80, 0, not UTF-8", // beyond Unicode
        "FF FE 61 00, 0, not UTF-8", // UTF-16
        "61 00 62, 1, NUL"
    })
    void saysWhereTheTextIsMalformed(String hex, int offset, String problem) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        MalformedTextException thrown = assertThrows(MalformedTextException.class, () -> RawTextDecoder.decode(bytes));
        assertEquals(offset, thrown.offset());
        assertEquals(problem + " at byte " + offset, thrown.getMessage());
    }

    @Property
    void givesBackWhatWasEncoded(@ForAll @CharRange(from = '\u0001', to = '\uD7FF') String text) {
        assertEquals(text, RawTextDecoder.decode(text.getBytes(StandardCharsets.UTF_8)));
    }
}
