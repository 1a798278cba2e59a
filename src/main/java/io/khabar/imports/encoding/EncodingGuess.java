package io.khabar.imports.encoding;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the encoding of a text that is not UTF-8 and of which nothing says in what it is. ICU tells how likely an encoding
 * is by how often letters follow each other; what it takes for likely must moreover decode without a fault to words as
 * people write them. Where two encodings do that and make different texts of the bytes, the likelier one must be so clearly.
 */
final class EncodingGuess {
    /** What ICU looks at; more makes it no surer. */
    private static final int SAMPLE = 8_000;

    /** Of a hundred: how sure ICU must be, and how much surer than of another that is possible. */
    private static final int SURE = 40;

    private static final int LEAD = 15;

    /** Fewer letters beyond ASCII, as in Western texts, are of another encoding only where they cannot be Western. */
    private static final int FEW = 8;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** How sure it must be where octets are so many letters beyond ASCII: then few others are possible. */
    private static final int SURE_OF_MANY = 20;

    private static final int MANY = 24;

    /** The encoding of languages that ICU knows nothing of, Persian and Urdu. Many letters are of it if of nothing else. */
    private static final String ARABIC = "windows-1256";

    /** What ICU says of most bytes. */
    private static final int ANY = 10;

    /** What is meant by the names that ICU tells, the likelier first: the code pages of Windows hold more than ISO's. */
    private static final Map<String, List<String>> MEANT = Map.ofEntries(
            Map.entry("ISO-8859-1", List.of("windows-1252")),
            Map.entry("ISO-8859-2", List.of("ISO-8859-2", "windows-1250")),
            Map.entry("ISO-8859-5", List.of("ISO-8859-5")),
            Map.entry("ISO-8859-6", List.of("ISO-8859-6")),
            Map.entry("ISO-8859-7", List.of("windows-1253", "ISO-8859-7")),
            Map.entry("ISO-8859-8", List.of("windows-1255")),
            Map.entry("ISO-8859-8-I", List.of("windows-1255")),
            Map.entry("ISO-8859-9", List.of("windows-1254")),
            Map.entry("windows-1250", List.of("windows-1250")),
            Map.entry("windows-1251", List.of("windows-1251")),
            Map.entry("windows-1252", List.of("windows-1252")),
            Map.entry("windows-1253", List.of("windows-1253")),
            Map.entry("windows-1254", List.of("windows-1254")),
            Map.entry("windows-1255", List.of("windows-1255")),
            Map.entry("windows-1256", List.of("windows-1256")),
            Map.entry("KOI8-R", List.of("KOI8-U")),
            Map.entry("Shift_JIS", List.of("windows-31j")),
            Map.entry("EUC-JP", List.of("EUC-JP")),
            Map.entry("EUC-KR", List.of("x-windows-949")),
            Map.entry("GB18030", List.of("GB18030")),
            Map.entry("Big5", List.of("x-windows-950")));

    private record Possible(Charset charset, String text, int confidence) {}

    private EncodingGuess() {}

    /**
     * The encoding of a text, by its first lines that are not ASCII.
     *
     * @param bytes what is neither UTF-8 nor marked
     * @return null where it cannot be told with confidence
     */
    static @Nullable Charset of(byte[] bytes) {
        byte[] sample = sample(bytes);
        CharsetDetector detector = new CharsetDetector();
        detector.setText(sample);
        List<Possible> possible = new ArrayList<>();
        for (CharsetMatch match : detector.detectAll()) {
            Possible one = possible(sample, match);
            if (one != null) {
                possible.add(one);
            }
        }
        if (possible.isEmpty()) {
            return null;
        }
        Possible best = possible.getFirst();
        int next = possible.stream()
                .filter(other -> !other.text().equals(best.text()))
                .mapToInt(Possible::confidence)
                .findFirst()
                .orElse(0);
        long letters = lettersBeyondAscii(best.text());
        if (letters < FEW && isOtherwiseWestern(sample, best.text())) {
            return null;
        }
        boolean octets = best.charset().newEncoder().maxBytesPerChar() == 1;
        boolean many = octets && letters >= MANY;
        boolean only = many
                && next == 0
                && best.confidence() > ANY
                && best.charset().name().equals(ARABIC);
        boolean sure = best.confidence() >= (many ? SURE_OF_MANY : SURE) && best.confidence() - next >= LEAD;
        return only || sure ? best.charset() : null;
    }

    /** Whether bytes may be a Western text, and another than they were taken for. */
    private static boolean isOtherwiseWestern(byte[] sample, String text) {
        String western = read(sample, WESTERN);
        return western != null && !western.equals(text);
    }

    private static @Nullable Possible possible(byte[] sample, CharsetMatch match) {
        for (String name : MEANT.getOrDefault(match.getName(), List.of())) {
            Charset charset = Charset.forName(name);
            String text = read(sample, charset);
            if (text != null) {
                return new Possible(charset, text, match.getConfidence());
            }
        }
        return null;
    }

    /** The text that a sample is in an encoding; null where it is none. */
    private static @Nullable String read(byte[] sample, Charset charset) {
        CharBuffer text = CharBuffer.allocate(sample.length);
        // More may follow: the sample may end within a character.
        CoderResult result = charset.newDecoder().decode(ByteBuffer.wrap(sample), text, false);
        String read = text.flip().toString();
        return result.isError() || !Plausible.is(read) ? null : read;
    }

    /** The lines, and what stands between tags, that have octets beyond ASCII: markup and numbers tell nothing. */
    private static byte[] sample(byte[] bytes) {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        int start = 0;
        boolean beyond = false;
        for (int i = 0; i <= bytes.length && sample.size() < SAMPLE; i++) {
            byte octet = i == bytes.length ? (byte) '\n' : bytes[i];
            if (octet == '\n' || octet == '<' || octet == '>') {
                if (beyond) {
                    sample.write(bytes, start, Math.min(i - start, SAMPLE - sample.size()));
                    sample.write('\n');
                }
                start = i + 1;
                beyond = false;
            }
            beyond |= octet < 0;
        }
        return sample.toByteArray();
    }

    private static long lettersBeyondAscii(String text) {
        return text.codePoints()
                .filter(cp -> cp > 0x7F && Character.isLetter(cp))
                .count();
    }
}
