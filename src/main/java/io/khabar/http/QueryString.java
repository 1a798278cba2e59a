package io.khabar.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a raw query string ({@code application/x-www-form-urlencoded}) strictly: what the frameworks quietly replace
 * (broken escapes, bytes that are not UTF-8) is a fault here.
 */
final class QueryString {

    private QueryString() {}

    static Map<String, List<String>> decode(@Nullable String raw, Faults faults) {
        Map<String, List<String>> decoded = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return decoded;
        }
        int start = 0;
        while (start <= raw.length()) {
            int end = raw.indexOf('&', start);
            if (end < 0) {
                end = raw.length();
            }
            if (end > start) {
                pair(raw.substring(start, end), decoded, faults);
            }
            start = end + 1;
        }
        return decoded;
    }

    private static void pair(String pair, Map<String, List<String>> decoded, Faults faults) {
        int equals = pair.indexOf('=');
        String rawName = equals < 0 ? pair : pair.substring(0, equals);
        String name = decoded(rawName);
        if (name == null) {
            faults.parameter(rawName, "encoding", "is not percent-encoded UTF-8");
            return;
        }
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        if (value == null) {
            faults.parameter(name, "encoding", "has a value that is not percent-encoded UTF-8");
            return;
        }
        decoded.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
    }

    /** The decoded text; null where an escape is broken or the bytes are not UTF-8. */
    private static @Nullable String decoded(String raw) {
        if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0 && isAscii(raw)) {
            return raw;
        }
        byte[] in = raw.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            byte octet = in[i];
            if (octet == '+') {
                out[length++] = ' ';
            } else if (octet == '%') {
                int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
                int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return null;
                }
                out[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[length++] = octet;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(out, 0, length))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
