package io.khabar.imports.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which encoding a page or feed is: by its byte order mark, by what the transport says, by what it says itself,
 * else UTF-8 where that is what it is, else as the octets look. As browsers do (WHATWG Encoding), {@code ISO-8859-1} is read as {@code windows-1252}:
 * nobody writes the former.
 */
public final class Encodings {
    private static final int HEAD = 4096;

    private static final Pattern DECLARED = Pattern.compile(
            "(?:charset|encoding)\\s{0,5}=\\s{0,5}[\"']?\\s{0,5}([A-Za-z0-9][A-Za-z0-9_:.\\-]{1,30})",
            Pattern.CASE_INSENSITIVE);

    /** What is meant by names that mean less, or that Java does not know. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("utf-16", "UTF-16LE"),
            Map.entry("cp1256", "windows-1256"),
            Map.entry("x-windows-1256", "windows-1256"),
            Map.entry("iso-8859-6-i", "ISO-8859-6"),
            Map.entry("iso-8859-6-e", "ISO-8859-6"),
            Map.entry("asmo-708", "ISO-8859-6"));

    private Encodings() {}

    /**
     * Text and the name of the encoding it was read in.
     *
     * @param damaged whether octets were no text in it; they are U+FFFD in the text
     * @param guessed whether nothing said what it is, or what was said is not true
     */
    public record Decoded(String text, String encoding, boolean damaged, boolean guessed) {}

    /**
     * Decodes a page or feed.
     *
     * @param transport the charset that the transport names; null where it names none
     */
    public static Decoded decode(byte[] bytes, @Nullable String transport) {
        Charset marked = byMark(bytes);
        if (marked != null) {
            return decode(bytes, marked);
        }
        Charset zeros = byZeros(bytes);
        if (zeros != null) {
            return decode(bytes, zeros);
        }
        String declared = declared(bytes);
        Charset said = named(transport);
        Charset own = named(declared);
        // Servers say UTF-8, and templates too, for files that were saved in something else: UTF-8 shows whether it is.
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8 != null && (isUtf8(said) || isUtf8(own) || isNotAscii(bytes) || (said == null && own == null))) {
            return new Decoded(utf8, "UTF-8", false, false);
        }
        for (Charset candidate : new @Nullable Charset[] {said, own}) {
            if (candidate != null && !isUtf8(candidate) && !isWide(candidate)) {
                return decode(bytes, candidate);
            }
        }
        if (utf8 == null && mostlyUtf8(bytes)) {
            return decode(bytes, StandardCharsets.UTF_8);
        }
        return utf8 == null ? guessed(bytes) : decode(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Decodes a text without markup that should be UTF-8 and is not, where nothing says what it is in.
     *
     * @return null where that cannot be told with confidence
     */
    public static @Nullable Decoded guess(byte[] bytes) {
        Charset charset = mostlyUtf8(bytes) ? null : EncodingGuess.of(bytes);
        String text = charset == null ? null : strict(bytes, charset);
        return charset == null || text == null || !Plausible.is(text)
                ? null
                : new Decoded(text, charset.name(), false, true);
    }

    /**
     * Decodes a text without markup, of which nothing but its mark and the transport tells in which encoding of wider units it
     * is: Arabic in UTF-16 without a mark is ASCII octet by octet.
     *
     * @param transport the charset that the transport names; null where it names none
     */
    public static Decoded plain(byte[] bytes, @Nullable String transport) {
        Charset wide = wide(bytes, transport);
        return wide == null ? decode(bytes, transport) : decode(bytes, wide);
    }

    /**
     * The encoding of wider units, UTF-16 or UTF-32, that a text is in.
     *
     * @param head its first bytes, four at least where it has as many
     * @param transport the charset that the transport names; null where it names none
     * @return null where its units are octets
     */
    public static @Nullable Charset wide(byte[] head, @Nullable String transport) {
        Charset marked = byMark(head);
        Charset said = marked == null ? named(transport) : marked;
        return said != null && isWide(said) ? said : null;
    }

    private static Decoded decode(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Decoded(clean, charset.name(), clean.indexOf('\uFFFD') >= 0, false);
    }

    private static @Nullable Charset byMark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
            return Charset.forName("UTF-32BE");
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    /** UTF-16 without a mark: markup begins with an angle bracket, and half of each of its letters is zero. */
    private static @Nullable Charset byZeros(byte[] bytes) {
        if (starts(bytes, '<', 0) && bytes.length > 3 && bytes[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(bytes, 0, '<', 0) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean starts(byte[] bytes, int... octets) {
        if (bytes.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((bytes[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first charset or encoding that a prolog or a meta element names. */
    private static @Nullable String declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static @Nullable Charset named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String plain = name.strip().replace("\"", "").replace("'", "");
        try {
            return Charset.forName(MEANT.getOrDefault(plain.toLowerCase(Locale.ROOT), plain));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static boolean isUtf8(@Nullable Charset charset) {
        return StandardCharsets.UTF_8.equals(charset);
    }

    /** Encodings that no octet stream is in whose markup could be read so far. */
    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static boolean isNotAscii(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet < 0) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException no) {
            return null;
        }
    }

    /**
     * UTF-8 with a few damaged octets: at most one in a hundred of those beyond ASCII, or two where as many characters are
     * whole. Text in one octet each has none that are.
     */
    private static boolean mostlyUtf8(byte[] bytes) {
        long beyond = 0;
        for (byte octet : bytes) {
            beyond += octet < 0 ? 1 : 0;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        long damaged = text.chars().filter(unit -> unit == 0xFFFD).count();
        long whole = text.codePoints().filter(cp -> cp > 0x7F && cp != 0xFFFD).count();
        return damaged * 100 <= beyond || (damaged <= 2 && whole >= damaged);
    }

    /** A page or feed is read in some encoding, as browsers do: most of it is markup, which is the same in all. */
    private static Decoded guessed(byte[] bytes) {
        Charset sure = EncodingGuess.of(bytes);
        Decoded decoded = decode(bytes, sure == null ? likely(bytes) : sure);
        return new Decoded(decoded.text(), decoded.encoding(), decoded.damaged(), true);
    }

    /** Arabic in windows-1256 has most of its octets where its letters are; Western text has single ones between ASCII. */
    private static Charset likely(byte[] bytes) {
        int beyond = 0;
        int neighbours = 0;
        for (int i = 1; i < bytes.length; i++) {
            beyond += bytes[i] < 0 ? 1 : 0;
            neighbours += bytes[i] < 0 && bytes[i - 1] < 0 ? 1 : 0;
        }
        return Charset.forName(neighbours * 2 > beyond ? "windows-1256" : "windows-1252");
    }
}
