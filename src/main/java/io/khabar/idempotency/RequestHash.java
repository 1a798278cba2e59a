package io.khabar.idempotency;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 digest of what makes a request: its body, and what else the answer hangs on. */
public final class RequestHash extends FilterInputStream {

    private final MessageDigest digest = sha256();

    /** Reads a body and digests what is read. */
    public RequestHash(InputStream body) {
        super(body);
    }

    /** The digest of a body that is known, in hexadecimal. */
    public static String of(byte[] body, String rest) {
        MessageDigest digest = sha256();
        digest.update(body);
        return ended(digest, rest);
    }

    /** Reads to the end of the body; the digest of all of it, in hexadecimal. */
    public String end(String rest) throws IOException {
        byte[] unread = new byte[1 << 16];
        while (read(unread, 0, unread.length) >= 0) {
            // Digested by reading.
        }
        return ended(digest, rest);
    }

    private static String ended(MessageDigest digest, String rest) {
        digest.update((byte) 0);
        return HexFormat.of().formatHex(digest.digest(rest.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            digest.update((byte) octet);
        }
        return octet;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        if (read > 0) {
            digest.update(into, from, read);
        }
        return read;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
