package io.khabar.imports.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 without repairing it: what is stored is what was sent, or nothing is. */
public final class RawTextDecoder {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private RawTextDecoder() {}

    /**
     * The text of these bytes, without a byte order mark at its start.
     *
     * @throws MalformedTextException when they are not UTF-8 (RFC 3629: overlong forms and surrogates neither) or hold a
     *     NUL, which the database cannot store
     */
    public static String decode(byte[] utf8) {
        ByteBuffer in = ByteBuffer.wrap(utf8);
        CharBuffer out = CharBuffer.allocate(utf8.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new MalformedTextException("not UTF-8", in.position());
        }
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == 0) {
                throw new MalformedTextException("NUL", i);
            }
        }
        String text = out.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
