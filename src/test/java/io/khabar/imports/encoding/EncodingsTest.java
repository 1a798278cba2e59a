package io.khabar.imports.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {
    private static final String PAGE = "<p>أعلنت البلدية إعادة افتتاح السوق.</p>";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, utf-8, UTF-8",
        "UTF-8, , UTF-8",
        "UTF-8, windows-1256, UTF-8", // what is UTF-8 beyond ASCII is nothing else by chance
        "windows-1256, windows-1256, windows-1256",
        "windows-1256, utf-8, windows-1256",
        "windows-1256, , windows-1256",
        "ISO-8859-6, iso-8859-6, ISO-8859-6",
        "UTF-16LE, , UTF-16LE",
        "UTF-16BE, utf-8, UTF-16BE"
    })
    void findsTheEncoding(String written, String transport, String read) {
        Encodings.Decoded decoded = Encodings.decode(PAGE.getBytes(Charset.forName(written)), transport);
        assertEquals(PAGE, decoded.text());
        assertEquals(read, decoded.encoding());
        assertFalse(decoded.damaged());
    }

    @Test
    void believesTheMarkBeforeTheTransport() {
        byte[] bytes = ("\uFEFF" + PAGE).getBytes(StandardCharsets.UTF_16LE);
        assertEquals(PAGE, Encodings.decode(bytes, "windows-1256").text());
    }

    @Test
    void believesWhatThePageSays() {
        String page = "<meta charset='koi8-r'><p>Мост открыт</p>";
        assertEquals(
                page,
                Encodings.decode(page.getBytes(Charset.forName("KOI8-R")), null).text());
    }

    @Test
    void readsLatin1AsBrowsersDo() {
        byte[] bytes = "<meta charset=iso-8859-1>“x”".getBytes(Charset.forName("windows-1252"));
        assertEquals(
                "<meta charset=iso-8859-1>“x”", Encodings.decode(bytes, null).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>The café closed.</p>", "<p>It’s a “plan”</p>", "<p>naïve café</p>"})
    void readsSingleOctetsAsWestern(String page) {
        byte[] bytes = page.getBytes(Charset.forName("windows-1252"));
        assertEquals(page, Encodings.decode(bytes, null).text());
        assertEquals(page, Encodings.decode(bytes, "utf-8").text());
    }

    @Test
    void readsCutOffUtf8() {
        byte[] bytes = "<p>Le café ferme à midi, naï".getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
        assertEquals(
                "<p>Le café ferme à midi, na\uFFFD", Encodings.decode(cut, null).text());
    }

    @Test
    void saysWhatIsDamaged() {
        byte[] bytes = PAGE.repeat(20).getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xFF;
        Encodings.Decoded decoded = Encodings.decode(bytes, "utf-8");
        assertTrue(decoded.damaged());
        assertEquals("UTF-8", decoded.encoding());
    }
}
