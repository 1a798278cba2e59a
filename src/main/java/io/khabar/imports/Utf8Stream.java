package io.khabar.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Text that is in a wider encoding, as UTF-8: what parts it there are single octets here. Of any length. */
final class Utf8Stream extends InputStream {

    private final Reader text;
    private final char[] chars = new char[4096];
    private byte[] bytes = {};
    private int at;
    /** The first half of a character whose second is yet to be read; 0 if none. */
    private char half;

    Utf8Stream(Reader text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, taken);
        at += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length) {
            int read = text.read(chars);
            if (read < 0) {
                return false;
            }
            StringBuilder piece = new StringBuilder();
            if (half != 0) {
                piece.append(half);
                half = 0;
            }
            piece.append(chars, 0, read);
            if (Character.isHighSurrogate(piece.charAt(piece.length() - 1))) {
                half = piece.charAt(piece.length() - 1);
                piece.setLength(piece.length() - 1);
            }
            bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
